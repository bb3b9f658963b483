#!/usr/bin/env python3
"""The program ends, on a real X server, and starts again: what was typed a second before it was killed comes back, and
what was done to a file before it quit can be undone, where that is wanted."""

import os
import re
import shutil
import subprocess
import sys
import time

from desktop import Program, run_scenarios, wait_for


def read(path):
    with open(path, "rb") as file:
        return file.read()


def start_again(program):
    """The same settings, another process."""
    binary = os.path.join(os.environ["OCTAVO_BIN"], "octavo")
    program.process = subprocess.Popen([binary, "--settings", program.home], env=program.desktop.environment)
    program.window = wait_for(program._find_window, "the main window")


def offered(program):
    def look():
        for window in program.windows():
            name = program.desktop.output("xdotool", "getwindowname", window, check=False)
            if re.search("Recover Unsaved Changes", name):
                return window
        return None

    return wait_for(look, "the offer to recover")


def cli(program, *arguments):
    binary = os.path.join(os.environ["OCTAVO_BIN"], "octavo-cli")
    directory = os.path.join(program.home, "recovery")
    return subprocess.run(
        [binary, "recover", "--directory", directory, *arguments], capture_output=True, text=True, check=False
    )


def typed_bytes_outlive_a_kill(desktop, folder):
    path = shutil.copy(os.path.realpath(sys.executable), os.path.join(folder, "killed.elf"))
    original = read(path)
    with Program(desktop, path) as program:
        program.wait_for_title(r"^killed\.elf ")
        desktop.type("cafe")
        program.wait_for_title(r"^killed\.elf\* ")
        desktop.key("Insert")
        desktop.type("0123456789")
        time.sleep(1)  # what the promise is about
        program.process.kill()
        program.process.wait()
        assert read(path) == original

        listed = cli(program, "--list")
        assert listed.returncode == 0, listed.stderr
        identity, name = listed.stdout.split("\t")[:2]
        assert name == path
        copy = os.path.join(folder, "copy.elf")
        assert cli(program, identity, "-o", copy).returncode == 0
        expected = b"\xca\xfe" + bytes.fromhex("0123456789") + original[2:]
        assert read(copy) == expected

        start_again(program)
        dialog = offered(program)
        desktop.output("xdotool", "windowactivate", "--sync", dialog)
        desktop.key("Return")
        program.wait_for_title(r"^killed\.elf\* ")
        desktop.output("xdotool", "windowactivate", "--sync", program.window)
        desktop.key("ctrl+s")
        program.wait_for_title(r"^killed\.elf ")
        wait_for(lambda: read(path) == expected, "the recovered bytes on disk", 20)
        wait_for(lambda: cli(program).returncode == 1, "nothing to be left to recover", 20)


def history_outlives_quitting(desktop, folder):
    path = os.path.join(folder, "undone.bin")
    with open(path, "wb") as file:
        file.write(bytes(100))
    with Program(desktop, path, settings="[history]\nkeep=true\n") as program:
        program.wait_for_title(r"^undone\.bin ")
        desktop.type("cafe")
        program.wait_for_title(r"^undone\.bin\* ")
        desktop.key("ctrl+s")
        program.wait_for_title(r"^undone\.bin ")
        desktop.key("ctrl+q")
        program.process.wait(20)
        assert read(path) == b"\xca\xfe" + bytes(98)

        start_again(program)
        program.wait_for_title(r"^undone\.bin ")
        desktop.output("xdotool", "windowactivate", "--sync", program.window)
        desktop.key("ctrl+z")
        program.wait_for_title(r"^undone\.bin\* ")
        desktop.key("ctrl+s")
        program.wait_for_title(r"^undone\.bin ")
        wait_for(lambda: read(path) == bytes(100), "the bytes from before the restart", 20)


if __name__ == "__main__":
    run_scenarios([typed_bytes_outlive_a_kill, history_outlives_quitting])
