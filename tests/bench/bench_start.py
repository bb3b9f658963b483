#!/usr/bin/env python3
"""Starting, memory and idleness of the window, against an empty Qt main window in the same run.

Starting means: until the window was painted with the file in it. The empty window shows no letter and so needs no font;
the second yardstick is the smallest window with menus and text. Prints one line a measurement: name, median seconds or
MiB, and the ratios to the yardsticks. Runs are interleaved, so that noise of the machine falls on all. Usage: bench_start.py BUILD_DIRECTORY
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))
from desktop import Desktop, Program, wait_for  # noqa: E402

ROUNDS = 15


def sparse(path, size):
    with open(path, "wb") as file:
        file.truncate(size)
    return path


def timed(desktop, *command):
    start = time.perf_counter()
    subprocess.run(command, env=desktop.environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def start_times(desktop, binaries, files, home):
    octavo = [os.path.join(binaries, "bin", "octavo"), "--settings", home, "--quit-after-first-frame"]
    yardstick = os.path.join(binaries, "bench", "yardstick_window")
    commands = {
        "empty window": [yardstick],
        "smallest window with text": [yardstick, "--with-text"],
        "octavo, no file": octavo,
    }
    for name, path in files.items():
        commands[f"octavo, {name}"] = [*octavo, path]
    times = {name: [] for name in commands}
    for command in commands.values():  # once to warm the caches
        timed(desktop, *command)
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(timed(desktop, *command))
    empty = statistics.median(times["empty window"])
    with_text = statistics.median(times["smallest window with text"])
    for name, values in times.items():
        median = statistics.median(values)
        print(
            f"start\t{name}\t{median:.3f} s\t[{min(values):.3f}..{max(values):.3f}]"
            f"\t{median / empty:.2f} x empty\t{median / with_text:.2f} x with text"
        )


def private_bytes(pid):
    total = 0
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
        for line in rollup:
            if line.startswith(("Private_Dirty:", "Anonymous:")):
                total = max(total, int(line.split()[1]) * 1024)
    return total


def memory_and_idleness(desktop, binaries, files):
    yardstick = subprocess.Popen(
        [os.path.join(binaries, "bench", "yardstick_window"), "--stay"], env=desktop.environment
    )
    wait_for(
        lambda: desktop.output("xdotool", "search", "--onlyvisible", "--pid", str(yardstick.pid), check=False).strip(),
        "the empty window",
    )
    time.sleep(1)
    base = private_bytes(yardstick.pid)
    yardstick.terminate()
    yardstick.wait()
    print(f"memory\tempty window\t{base / 2**20:.1f} MiB")
    for name, path in files.items():
        with Program(desktop, path) as program:
            program.wait_for_title(os.path.basename(path))
            time.sleep(1)
            used = private_bytes(program.process.pid)
            before = program.cpu_seconds()
            time.sleep(5)
            idle = program.cpu_seconds() - before
            print(f"memory\t{name}\t{used / 2**20:.1f} MiB\tover the empty window {(used - base) / 2**20:.1f} MiB")
            print(f"idle\t{name}\t{idle * 100 / 5:.1f} % of a core in 5 s with the focus")


def main():
    binaries = sys.argv[1]
    os.environ["OCTAVO_BIN"] = os.path.join(binaries, "bin")
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder, Desktop() as desktop:
        files = {
            "1 MB": sparse(os.path.join(folder, "small.bin"), 1 << 20),
            "1 GB": sparse(os.path.join(folder, "medium.bin"), 1 << 30),
            "64 GB": sparse(os.path.join(folder, "large.bin"), 1 << 36),
        }
        start_times(desktop, binaries, files, os.path.join(folder, "settings"))
        memory_and_idleness(desktop, binaries, files)


if __name__ == "__main__":
    main()
