#!/usr/bin/env python3
"""What the window shares with the desktop, on a real X server: export to a file, files dragged from another program,
bytes dragged within a view, the values shown under the mouse, numbered bookmarks, the history, finding in files."""

import os
import subprocess
import urllib.parse

from desktop import Failure, Program, run_scenarios, wait_for

CONTENT = bytes(range(256)) * 4


def write(folder, name, content=CONTENT):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    return path


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def exporting(desktop, folder):
    path = write(folder, "export.bin")
    target = os.path.join(folder, "export.hex")
    with Program(desktop, path) as program:
        program.wait_for_title(r"^export\.bin ")
        desktop.key("ctrl+shift+e")
        program.wait_for_dialog("the Export dialog")
        desktop.type("Intel")  # the list of formats has the focus and finds what is typed
        desktop.key("Return")  # Save is the default button
        wait_for(lambda: program.dialog_title() == "Export to File", "the file dialog")
        desktop.type(target)
        desktop.key("Return")
        wait_for(lambda: (read(target) or b"").endswith(b":00000001FF\n"), "the exported file")
    back = os.path.join(folder, "back.bin")
    subprocess.run(["objcopy", "-I", "ihex", "-O", "binary", target, back], check=True)
    if read(back) != CONTENT:
        raise Failure("objcopy reads other bytes from the exported file")


def dropping_a_file(desktop, folder):
    first = write(folder, "first.bin")
    # A name that is no UTF-8 and one that needs escaping.
    second = os.path.join(os.fsencode(folder), b"se\xffcond 100%.bin")
    with open(second, "wb") as file:
        file.write(b"dropped")
    url = "file://" + urllib.parse.quote_from_bytes(second)
    source = subprocess.Popen([os.path.join(os.environ["OCTAVO_TESTS_BIN"], "drag_source"), url], env=desktop.environment)
    try:
        with Program(desktop, first) as program:
            program.wait_for_title(r"^first\.bin ")
            window = wait_for(
                lambda: desktop.output("xdotool", "search", "--onlyvisible", "--name", "Drag source", check=False).split(),
                "the other program",
            )[0]
            desktop.output("xdotool", "windowraise", window)
            desktop.output("xdotool", "windowmove", window, "1290", "650")
            desktop.drag_slowly((1340, 720), (300, 300))
            program.wait_for_title(r"^se\\xffcond 100%\.bin ")
    finally:
        source.terminate()
        source.wait()


def dragging_bytes(desktop, folder):
    path = write(folder, "drag.bin", b"ABCDEFGH" + bytes(56))
    with Program(desktop, path) as program:
        program.wait_for_title(r"^drag\.bin ")
        desktop.key("Insert", "shift+Right", "shift+Right", "shift+Right", "shift+Right")
        x, y = program.byte_position(1)
        desktop.drag_slowly((x, y), program.byte_position(32))
        program.wait_for_title(r"^drag\.bin\* ")
        desktop.key("ctrl+s")
        program.wait_for_title(r"^drag\.bin ")
        wait_for(lambda: (read(path) or b"").count(b"ABCD") == 2, "the dragged bytes on disk")
    content = read(path)
    if content != b"ABCDEFGH" + bytes(24) + b"ABCD" + bytes(32):
        raise Failure(f"dragging four bytes to offset 32 gave {content!r}")


def values_under_the_mouse(desktop, folder):
    path = write(folder, "hover.bin")
    with Program(desktop, path) as program:
        program.wait_for_title(r"^hover\.bin ")
        before = program.windows()
        x, y = program.byte_position(5)
        desktop.output("xdotool", "mousemove", str(x - 40), str(y))
        desktop.output("xdotool", "mousemove", str(x), str(y))
        tip = wait_for(lambda: program.windows() - before, "a tool tip over a byte")
        desktop.output("xdotool", "mousemove", "5", "5")
        wait_for(lambda: not tip & program.windows(), "the end of the tool tip")


def numbered_bookmarks(desktop, folder):
    path = write(folder, "marks.bin", bytes(64))
    with Program(desktop, path) as program:
        program.wait_for_title(r"^marks\.bin ")
        desktop.key("Right", "Right", "Right", "ctrl+shift+1", "ctrl+End", "ctrl+1")
        desktop.type("a1")
        program.wait_for_title(r"^marks\.bin\* ")
        desktop.key("ctrl+s")
        program.wait_for_title(r"^marks\.bin ")
        wait_for(lambda: read(path) == b"\0\0\0\xa1" + bytes(60), "a byte typed at bookmark 1")


def going_to_another_branch(desktop, folder):
    path = write(folder, "steps.bin", bytes(16))
    with Program(desktop, path) as program:
        program.wait_for_title(r"^steps\.bin ")
        desktop.type("a1")
        program.wait_for_title(r"^steps\.bin\* ")
        desktop.key("ctrl+z")
        program.wait_for_title(r"^steps\.bin ")
        desktop.key("Home")
        desktop.type("b2")
        program.wait_for_title(r"^steps\.bin\* ")
        desktop.key("ctrl+s")
        wait_for(lambda: read(path) == b"\xb2" + bytes(15), "the second branch in the file")
        desktop.key("ctrl+shift+h", "Up", "Return")  # the step above is the one that was undone
        program.wait_for_title(r"^steps\.bin\* ")
        desktop.key("ctrl+s")
        wait_for(lambda: read(path) == b"\xa1" + bytes(15), "the first branch in the file")


def finding_in_files(desktop, folder):
    inner = os.path.join(folder, "find in files")
    os.makedirs(os.path.join(inner, "deeper"))
    path = write(inner, "open.bin", bytes(64))
    write(os.path.join(inner, "deeper"), "closed.bin", bytes(32) + b"\xde\xad\xbe\xef" + bytes(32))
    os.mkfifo(os.path.join(inner, "pipe"))
    with Program(desktop, path) as program:
        program.wait_for_title(r"^open\.bin ")
        desktop.key("ctrl+alt+f")
        desktop.type("de ad ?? ef")
        desktop.key("Return", "Tab", "Tab")  # the folder of the document is suggested; then to the list

        def opened():
            desktop.key("Home", "Return")
            return program.title().startswith("closed.bin ")

        wait_for(opened, "the file that holds what was looked for")
        desktop.key("Delete", "ctrl+s")  # what was found is selected
        wait_for(lambda: b"\xde\xad" not in read(os.path.join(inner, "deeper", "closed.bin")), "the file without it")


SCENARIOS = [
    exporting,
    finding_in_files,
    dropping_a_file,
    dragging_bytes,
    values_under_the_mouse,
    numbered_bookmarks,
    going_to_another_branch,
]

if __name__ == "__main__":
    run_scenarios(SCENARIOS)
