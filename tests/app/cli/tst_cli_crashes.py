#!/usr/bin/env python3
"""octavo-cli against the world: killed at random moments, and with neighbours that change the file under its hands."""

import os
import signal
import subprocess
import time
import unittest

from cli_case import DONE, MISUSE, PROGRAM, REFUSED
from world_case import SAVES, WorldCase, in_place, replaced, script_of

ROUNDS = 120  # kills for each plan


class Killed(WorldCase):
    def setUp(self):
        super().setUp()
        self.in_memory()

    def kill_often(self, change):
        path = self.folder / "file.bin"
        script, states = script_of(change, self.random.randbytes(36000))
        known = {state: number for number, state in enumerate(states)}
        self.assertEqual(len(known), SAVES + 1)
        cut_off, on_the_way = 0, 0
        for _ in range(ROUNDS):
            path.write_bytes(states[0])
            process = self.start_saving(path, script)
            process.send_signal(signal.SIGKILL)
            status, message = self.end_of(process)
            self.assertIn(status, (-signal.SIGKILL, DONE), message)
            cut_off += len(list(self.folder.iterdir())) > 1
            command = self.random.choice((("info", path), ("dump", path, "--range", ":64")))
            self.assertEqual(self.run_cli(*command).returncode, DONE)
            self.assert_only("file.bin")
            content = path.read_bytes()
            self.assertIn(content, known, "the file is none of the states it was saved in")
            on_the_way += 0 < known[content] < SAVES
        print(f"{ROUNDS} kills, {on_the_way} between two saves, {cut_off} in the midst of one")
        self.assertGreater(on_the_way, 0)

    def test_in_place(self):
        self.kill_often(in_place)

    def test_replaced(self):
        self.kill_often(replaced)


class Reading(WorldCase):
    def test_reading_writes_nothing(self):
        path = self.file(self.random.randbytes(20_000))
        before = path.read_bytes(), os.stat(path)
        for command in (("info",), ("dump", "--range", ":64"), ("hash", "--algorithm", "sha256")):
            self.assertEqual(self.run_cli(command[0], path, *command[1:]).returncode, DONE, command)
        now = os.stat(path)
        self.assertEqual(path.read_bytes(), before[0])
        self.assertEqual((now.st_ino, now.st_mtime_ns, now.st_ctime_ns),
                         (before[1].st_ino, before[1].st_mtime_ns, before[1].st_ctime_ns))
        self.assert_only("input.bin")


class Neighbour(WorldCase):
    """Another program works on the file while octavo-cli saves it again and again."""

    def setUp(self):
        super().setUp()
        self.in_memory()

    def disturb(self, change, neighbour, own, rounds=12):
        """`neighbour` is done at a random moment; afterwards the file is one of the states of the script, whole, or
        one that `own` knows, and octavo-cli has ended by itself."""
        path = self.folder / "file.bin"
        script, states = script_of(change, self.random.randbytes(36000))
        refused = 0
        for _ in range(rounds):
            for entry in self.folder.iterdir():
                entry.unlink()
            path.write_bytes(states[0])
            process = self.start_saving(path, script)
            neighbour(path)
            status, message = self.end_of(process)
            # MISUSE: it had only just begun, and found the neighbour's file too short for the script.
            self.assertIn(status, (DONE, MISUSE, REFUSED), message)
            refused += status == REFUSED
            self.assertTrue(status == DONE or message.startswith("octavo-cli: "), message)
            content = path.read_bytes() if path.exists() else None
            self.assertTrue(content in states or own(content), "the file is a mixture")
        print(f"{rounds} times a neighbour, {refused} saves refused")

    def test_renames_another_file_over_it(self):
        theirs = self.random.randbytes(20_000)

        def rename(path):
            other = path.with_name("other")
            other.write_bytes(theirs)
            other.rename(path)

        # Having only just begun, it may open their file, edit and save that.
        edited = script_of(replaced, theirs)[1]
        for change in (in_place, replaced):
            with self.subTest(change.__name__):
                self.disturb(change, rename, lambda content: content in edited)

    def test_deletes_it(self):
        for change in (in_place, replaced):
            with self.subTest(change.__name__):
                self.disturb(change, lambda path: path.unlink(missing_ok=True), lambda content: content is None)

    def test_truncates_or_rewrites_it(self):
        """What two programs write into one file at one time may be mixed; that octavo-cli does not crash, hang or
        leave a journal that is played back over the neighbour's bytes is what can be had."""
        theirs = self.random.randbytes(40_000)

        def rewrite(path):
            if path.exists():
                os.truncate(path, 100)
                path.write_bytes(theirs)

        for change in (in_place, replaced):
            with self.subTest(change.__name__):
                self.disturb(change, rewrite, lambda content: True)

    def test_truncates_what_is_being_read(self):
        path = self.folder / "file.bin"
        for command in (("hash", "--algorithm", "sha256"), ("dump",), ("info",)):
            for _ in range(4):
                path.write_bytes(bytes(4 << 20))
                with subprocess.Popen([PROGRAM, command[0], str(path), *command[1:]], stdout=subprocess.PIPE,
                                      stderr=subprocess.PIPE) as process:
                    time.sleep(self.random.uniform(0.002, 0.012))
                    os.truncate(path, 5000)
                    _, message = process.communicate(timeout=60)
                self.assertIn(process.returncode, (DONE, REFUSED), (command, message))


if __name__ == "__main__":
    unittest.main()
