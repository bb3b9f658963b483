"""What the tests of octavo-cli against the world share: scripts of saves, and a process in the midst of one."""

import os
import random
import subprocess
import tempfile
import time
from pathlib import Path

from cli_case import PROGRAM, REFUSED, CliCase

SAVES = 120  # in a script of many


class WorldCase(CliCase):
    def setUp(self):
        super().setUp()
        self.random = random.Random(3)

    def in_memory(self):
        """Goes to a folder where syncing costs nothing, if there is one: a kill does not need a disk."""
        if os.access("/dev/shm", os.W_OK):
            folder = tempfile.TemporaryDirectory(prefix="octavo-cli-", dir="/dev/shm")
            self.addCleanup(folder.cleanup)
            self.folder = Path(folder.name)

    def start_saving(self, path, script):
        """A process on its way through the script, at a random moment of it: most often after its first save."""
        before = os.stat(path)
        process = subprocess.Popen([PROGRAM, "edit", str(path), "--script", "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        process.stdin.write(script.encode())
        process.stdin.close()
        if self.random.random() < 0.8:
            until = time.monotonic() + 10
            while time.monotonic() < until and process.poll() is None:
                now = os.stat(path)
                if (now.st_ino, now.st_mtime_ns) != (before.st_ino, before.st_mtime_ns):
                    break
        time.sleep(self.random.uniform(0, 0.01))
        return process

    def end_of(self, process):
        """Its exit status and what it said."""
        message = process.stderr.read().decode()
        process.stderr.close()
        return process.wait(), message

    def edit(self, path, script, **options):
        return subprocess.run([PROGRAM, "edit", str(path), "--script", "-"], input=script.encode(), check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def assert_only(self, *names):
        self.assertEqual(sorted(entry.name for entry in self.folder.iterdir()), sorted(names))

    def assert_refused(self, result, path, data):
        message = result.stderr.decode()
        self.assertEqual(result.returncode, REFUSED, message)
        self.assertTrue(message.startswith("octavo-cli: "), message)
        self.assertEqual(path.read_bytes(), data)
        return message


def in_place(data, number):
    """Nine blocks get new bytes: the script's lines, and what they make of the data."""
    after = bytearray(data)
    lines = []
    for at in range(50, len(data) - 8, 4096):
        after[at:at + 4] = number.to_bytes(4, "big")
        lines.append(f"overwrite {at} {after[at:at + 4].hex()}")
    return lines, bytes(after)


def replaced(data, number):
    """Bytes are inserted at the front and taken off the end."""
    new = number.to_bytes(4, "big")
    return [f"insert 0 {new.hex()}", "delete -4:"], new + data[:-4]


def script_of(change, data):
    """A script of many saves, and every state that the file goes through."""
    lines, states = [], [data]
    for number in range(1, SAVES + 1):
        more, data = change(data, number)
        lines += [*more, "save"]
        states.append(data)
    return "\n".join(lines), states
