#!/usr/bin/env python3
"""The main job on a real X server: open a real ELF and a 5 GB file, type, undo, search, save.

Every saved file is compared byte for byte with what it must be.
"""

import gzip
import os
import shutil
import sys

from desktop import Failure, Program, run_scenarios, wait_for

FIVE_GB = 5_000_000_000
MARKER = bytes.fromhex("4F635461566F2E2E")


def read(path):
    with open(path, "rb") as file:
        return file.read()


def expect_file(path, expected, what):
    wait_for(lambda: read(path) == expected, f"{what} on disk", 20)


def copy_of_elf(folder, name):
    return shutil.copy(os.path.realpath(sys.executable), os.path.join(folder, name))


def go_to(desktop, program, expression):
    desktop.key("ctrl+g")
    program.wait_for_dialog("the Go To dialog")
    desktop.type(expression)
    desktop.key("Return")
    program.wait_for_main_window()


def save(desktop, program, name):
    desktop.key("ctrl+s")
    program.wait_for_title(rf"^{name} ")


def typing_undo_and_saving(desktop, folder):
    path = copy_of_elf(folder, "program.elf")
    original = read(path)
    with Program(desktop, path) as program:
        program.wait_for_title(r"^program\.elf ")
        desktop.type("cafe")
        program.wait_for_title(r"^program\.elf\* ")
        save(desktop, program, r"program\.elf")
        expect_file(path, b"\xca\xfe" + original[2:], "two typed bytes")
        desktop.key("ctrl+z")
        program.wait_for_title(r"^program\.elf\* ")
        save(desktop, program, r"program\.elf")
        expect_file(path, original, "the original after an undo that outlived a save")


def inserting_and_deleting(desktop, folder):
    path = copy_of_elf(folder, "insert.elf")
    original = read(path)
    with Program(desktop, path) as program:
        program.wait_for_title(r"^insert\.elf ")
        go_to(desktop, program, "0x10+4k")
        desktop.key("Insert")
        desktop.type("0123456789")
        program.wait_for_title(r"^insert\.elf\* ")
        save(desktop, program, r"insert\.elf")
        grown = original[:4112] + bytes.fromhex("0123456789") + original[4112:]
        expect_file(path, grown, "five inserted bytes")
        go_to(desktop, program, "end-2")
        desktop.key("shift+Right", "shift+Right", "Delete")
        program.wait_for_title(r"^insert\.elf\* ")
        save(desktop, program, r"insert\.elf")
        expect_file(path, grown[:-2], "the last two bytes deleted")


def searching(desktop, folder):
    path = copy_of_elf(folder, "search.elf")
    original = bytearray(read(path))
    at = len(original) // 2 + 3
    original[at : at + len(MARKER)] = MARKER
    with open(path, "wb") as file:
        file.write(original)
    with Program(desktop, path) as program:
        program.wait_for_title(r"^search\.elf ")
        desktop.key("ctrl+f")
        desktop.type("4F 63 ?? 61 56 6F 2E 2E")
        desktop.key("Return")
        desktop.key("Escape")
        desktop.type("00")  # over the first byte of the match
        program.wait_for_title(r"^search\.elf\* ")
        save(desktop, program, r"search\.elf")
        original[at] = 0
        expect_file(path, bytes(original), "a byte typed over what was found")


def five_gigabytes(desktop, folder):
    path = os.path.join(folder, "huge.img")
    with open(path, "wb") as file:
        file.truncate(FIVE_GB)
        file.seek(FIVE_GB - 4)
        file.write(b"TAIL")
    with Program(desktop, path) as program:
        program.wait_for_title(r"^huge\.img ")
        desktop.key("ctrl+End", "Left")
        desktop.type("2a")
        program.wait_for_title(r"^huge\.img\* ")
        save(desktop, program, r"huge\.img")
        memory = program.resident_bytes()
        if memory > 200 * 2**20:
            raise Failure(f"{memory} bytes of private memory with a 5 GB file")
    with open(path, "rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(FIVE_GB - 8)
        tail = file.read()
    if size != FIVE_GB or tail != b"\0\0\0\0TAI*":
        raise Failure(f"the 5 GB file has {size} bytes and ends with {tail!r}")
    if os.stat(path).st_blocks * 512 > 2**20:
        raise Failure("an overwrite of one byte filled a sparse file")


def mouse_and_clipboard(desktop, folder):
    path = os.path.join(folder, "mouse.bin")
    original = bytes(range(256)) * 64
    with open(path, "wb") as file:
        file.write(original)
    with Program(desktop, path) as program:
        program.wait_for_title(r"^mouse\.bin ")
        geometry = desktop.output("xdotool", "getwindowgeometry", "--shell", program.window)
        values = dict(line.split("=") for line in geometry.splitlines())
        x, y = int(values["X"]) + 260, int(values["Y"]) + 260
        desktop.drag((x, y), (x + 140, y))  # within one row of the hex column
        desktop.key("ctrl+c")
        copied = wait_for(lambda: desktop.output("xclip", "-o", "-selection", "clipboard", check=False), "a copy")
        chosen = bytes.fromhex(copied)
        if len(chosen) < 2 or chosen not in original:
            raise Failure(f"dragging selected {copied!r}")
        desktop.key("ctrl+End", "ctrl+v")
        program.wait_for_title(r"^mouse\.bin\* ")
        save(desktop, program, r"mouse\.bin")
        expect_file(path, original + chosen, "the selection pasted at the end")


def closing_asks(desktop, folder):
    path = os.path.join(folder, "close.bin")
    with open(path, "wb") as file:
        file.write(b"unchanged")
    with Program(desktop, path) as program:
        program.wait_for_title(r"^close\.bin ")
        desktop.type("41")
        program.wait_for_title(r"^close\.bin\* ")
        desktop.key("ctrl+q")
        program.wait_for_dialog("the question whether to save")
        desktop.key("Escape")
        program.wait_for_main_window()
        program.wait_for_title(r"^close\.bin\* ")
        save(desktop, program, r"close\.bin")
        desktop.key("ctrl+q")
        wait_for(lambda: program.process.poll() is not None, "the end of the program")
        if program.process.returncode != 0:
            raise Failure(f"the program ended with {program.process.returncode}")
    expect_file(path, b"Anchanged", "the last save")


def truncated_underneath(desktop, folder):
    path = os.path.join(folder, "shrinks.bin")
    with open(path, "wb") as file:
        file.write(gzip.compress(b"x") * 500_000)  # no small file, which is copied when it is opened
    with Program(desktop, path) as program:
        program.wait_for_title(r"^shrinks\.bin ")
        desktop.key("Next", "Next")
        os.truncate(path, 5000)
        desktop.key("ctrl+End", "Prior", "Prior", "ctrl+Home", "Next")
        desktop.key("ctrl+f")
        desktop.type("DE AD BE EF 00 11")
        desktop.key("Return")
        desktop.key("Escape")
        if program.process.poll() is not None:
            raise Failure("the program died when its file was truncated")
        desktop.key("ctrl+Home")
        program.wait_for_title(r"^shrinks\.bin")


SCENARIOS = [
    typing_undo_and_saving,
    inserting_and_deleting,
    searching,
    five_gigabytes,
    mouse_and_clipboard,
    closing_asks,
    truncated_underneath,
]


if __name__ == "__main__":
    run_scenarios(SCENARIOS)
