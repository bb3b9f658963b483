#!/usr/bin/env python3
"""octavo-cli against the world: killed at random moments, on a full disk, with neighbours that change the file under
its hands, and, where the machine lets us mount, on file systems of their own."""

import os
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from cli_case import DONE, MISUSE, PROGRAM, REFUSED, CliCase

ROUNDS = 120  # kills for each plan
SAVES = 120  # in the script that is killed


def run(*command):
    return subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)


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


class Full(WorldCase):
    def test_no_file_may_grow(self):
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))

        data = self.random.randbytes(16000)
        path = self.file(data)
        for script in ("insert end " + "ab" * 8000, "insert 0 " + "ab" * 8000,
                       "overwrite 0 " + "ab" * 16000 + "\ninsert end 00"):
            self.assert_refused(self.edit(path, script, preexec_fn=limit), path, data)
            self.assert_only("input.bin")
            self.assertEqual(self.edit(path, script).returncode, DONE)
            path.write_bytes(data)


def may_mount():
    return os.geteuid() == 0 and shutil.which("mount") is not None


@unittest.skipUnless(may_mount(), "mounting needs root")
class Mounted(WorldCase):
    def mount(self, *options, target):
        target.mkdir(exist_ok=True)
        result = run("mount", *options, target)
        if result.returncode != 0:
            self.skipTest("this machine does not let us mount: " + result.stderr.decode().strip())
        self.addCleanup(run, "umount", "-l", target)

    def mount_image(self, image, target, *options):
        self.mount("-o", ",".join(("loop", *options)), image, target=target)

    def ext4(self, mebibytes=8):
        image = self.folder / "disk.img"
        with open(image, "wb") as disk:
            disk.truncate(mebibytes << 20)
        if run("mkfs.ext4", "-q", "-F", image).returncode != 0:
            self.skipTest("there is no mkfs.ext4")
        return image

    def test_full_tmpfs(self):
        disk = self.folder / "disk"
        self.mount("-t", "tmpfs", "-o", "size=256k", "octavo-test", target=disk)
        data = self.random.randbytes(100_000)
        path, filler = disk / "file.bin", disk / "filler"
        path.write_bytes(data)
        filler.write_bytes(bytes(150_000))
        for script in ("insert end " + "ab" * 60_000, "insert 0 00", "overwrite 0 " + "ab" * 90_000):
            message = self.assert_refused(self.edit(path, script), path, data)
            self.assertIn("no room left on the disk; nothing was changed", message)
            self.assertEqual(sorted(os.listdir(disk)), ["file.bin", "filler"])
        filler.unlink()
        self.assertEqual(self.edit(path, "insert 0 00").returncode, DONE)
        self.assertEqual(path.read_bytes(), b"\0" + data)

    def test_saved_means_on_the_disk(self):
        """A disk's image is copied the moment a save has ended, with the file system still mounted: what was not on the
        disk by then is not in the copy."""
        image, disk, later = self.ext4(), self.folder / "disk", self.folder / "later"
        self.mount_image(image, disk)
        data = self.random.randbytes(50_000)
        path = disk / "file.bin"

        def after_power_cut(name):
            copy = self.folder / "copy.img"
            shutil.copyfile(image, copy)
            self.mount_image(copy, later)
            found = later / name
            content = found.read_bytes() if found.exists() else None
            names = sorted(os.listdir(later))
            run("umount", "-l", later)
            return content, names

        path.write_bytes(data)
        os.sync()
        for number, change in enumerate((in_place, replaced, in_place, replaced), 1):
            lines, data = change(data, number)
            result = self.edit(path, "\n".join(lines))
            content, names = after_power_cut("file.bin")
            self.assertEqual((result.returncode, result.stderr), (DONE, b""))
            self.assertTrue(content == data, f"save {number} was not on the disk")
            self.assertEqual(names, ["file.bin", "lost+found"])
        # The same for a file that nobody synced: had this been kept, the test above would show nothing.
        (disk / "unsynced").write_bytes(data)
        content, _ = after_power_cut("unsynced")
        self.assertNotEqual(content, data)

    def test_disk_that_turned_read_only(self):
        image, disk = self.ext4(), self.folder / "disk"
        self.mount_image(image, disk)
        data = self.random.randbytes(20_000)
        path = disk / "file.bin"
        path.write_bytes(data)
        self.assertEqual(run("mount", "-o", "remount,ro", disk).returncode, 0)
        for change in (in_place, replaced):
            self.assert_refused(self.edit(path, "\n".join(change(data, 1)[0])), path, data)
        self.assertEqual(run("mount", "-o", "remount,rw", disk).returncode, 0)
        self.assertEqual(self.edit(path, "insert 0 00").returncode, DONE)
        self.assertEqual(path.read_bytes(), b"\0" + data)


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
