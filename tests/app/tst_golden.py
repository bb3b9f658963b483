#!/usr/bin/env python3
"""Golden pictures of the main window: the program draws itself offscreen; the picture must equal the kept one.

OCTAVO_GOLDEN_ACCEPT=1 keeps the new pictures instead. OCTAVO_GOLDEN_OUT is where differing ones are left.
The pictures hold for Debian 12's Qt, FreeType and DejaVu fonts; everything else is pinned here, the other fonts of the
machine among it: they would stand in for characters that DejaVu lacks.
"""

import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = os.path.join(HERE, "golden")
SAMPLE = os.path.join(HERE, "..", "..", "resources", "samples", "tour.bin")

# name: (scale, arguments)
PICTURES = {
    "main_window_light": ("1", ["--theme", "light", "--size", "1280x800", "--offset", "0x20"]),
    "main_window_dark": ("1", ["--theme", "dark", "--size", "1280x800", "--offset", "0x20"]),
    "main_window_high_contrast": ("1", ["--theme", "high-contrast", "--size", "1280x800", "--offset", "0x20"]),
    "main_window_small": ("1", ["--theme", "light", "--size", "900x600", "--offset", "end-1"]),
    "main_window_scale_2": ("2", ["--theme", "dark", "--size", "1000x640", "--offset", "0x20"]),
}

# Only these fonts, and nothing of what the machine's own configuration says about them.
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts/truetype/dejavu</dir>
  <cachedir>{home}/fontcache</cachedir>
  <match target="pattern"><edit name="family" mode="append_last"><string>DejaVu Sans</string></edit></match>
</fontconfig>
"""


def draw(name, scale, arguments, out):
    with tempfile.TemporaryDirectory() as home:
        fonts = os.path.join(home, "fonts.conf")
        with open(fonts, "w", encoding="utf-8") as file:
            file.write(FONTS.format(home=home))
        environment = {
            "FONTCONFIG_FILE": fonts,
            "PATH": os.environ["PATH"],
            "HOME": home,
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
            "QT_FONT_DPI": "96",
        }
        sample = os.path.join(home, "tour.bin")  # the title and the tab show only the name
        shutil.copy(SAMPLE, sample)
        path = os.path.join(out, name + ".png")
        program = os.path.join(os.environ["OCTAVO_BIN"], "octavo")
        subprocess.run(
            [program, "--settings", os.path.join(home, "settings"), *arguments, "--screenshot", path, sample],
            env=environment,
            check=True,
            timeout=120,
        )
        return path


def differing_pixels(first, second):
    done = subprocess.run(["compare", "-metric", "AE", first, second, "null:"], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        return f"not comparable ({done.stderr.strip()})"
    return int(float(done.stderr.split()[0]))


def main():
    accept = os.environ.get("OCTAVO_GOLDEN_ACCEPT") == "1"
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        out = os.environ.get("OCTAVO_GOLDEN_OUT") or scratch
        for name, (scale, arguments) in PICTURES.items():
            picture = draw(name, scale, arguments, scratch)
            kept = os.path.join(GOLDEN, name + ".png")
            if accept:
                os.makedirs(GOLDEN, exist_ok=True)
                shutil.copy(picture, kept)
                print(f"kept {name}")
                continue
            difference = differing_pixels(kept, picture) if os.path.exists(kept) else "no kept picture"
            if difference == 0:
                print(f"PASS {name}")
                continue
            failed += 1
            print(f"FAIL {name}: differing pixels: {difference}")
            if out != scratch:
                shutil.copy(picture, out)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
