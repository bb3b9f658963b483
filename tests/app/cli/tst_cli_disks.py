#!/usr/bin/env python3
"""octavo-cli on disks: full ones, and, where the machine lets us mount, file systems of their own."""

import os
import resource
import shutil
import signal
import subprocess
import unittest
from typing import NamedTuple

from cli_case import DONE
from world_case import WorldCase, in_place, replaced


def run(*command):
    return subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)


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


class Kind(NamedTuple):
    """How an image with a file system is made, and how a copy of one that is mounted can be mounted beside it."""

    mebibytes: int
    command: tuple
    twin: str = ""


KINDS = {
    "ext4": Kind(8, ("mkfs.ext4", "-q", "-F")),
    "xfs": Kind(320, ("mkfs.xfs", "-q", "-m", "reflink=1"), "nouuid"),
    "btrfs": Kind(256, ("mkfs.btrfs", "-q")),
}


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

    def disk(self, kind):
        """An empty image with such a file system."""
        make = KINDS[kind]
        image = self.folder / f"{kind}.img"
        with open(image, "wb") as disk:
            disk.truncate(make.mebibytes << 20)
        if shutil.which(make.command[0]) is None:
            self.skipTest(f"there is no {make.command[0]}")
        made = run(*make.command, image)
        self.assertEqual(made.returncode, 0, made.stderr)
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
        self.check_saves_are_on_the_disk("ext4")

    def test_saved_means_on_the_disk_of_xfs(self):
        self.check_saves_are_on_the_disk("xfs")

    def check_saves_are_on_the_disk(self, kind):
        """A disk's image is copied the moment a save has ended, with the file system still mounted: what was not on the
        disk by then is not in the copy."""
        image, disk, later = self.disk(kind), self.folder / "disk", self.folder / "later"
        self.mount_image(image, disk)
        data = self.random.randbytes(50_000)
        path = disk / "file.bin"

        def after_power_cut(name):
            copy = self.folder / "copy.img"
            self.assertEqual(run("cp", "--sparse=always", "--reflink=never", image, copy).returncode, 0)
            self.mount_image(copy, later, *filter(None, [KINDS[kind].twin]))
            found = later / name
            content = found.read_bytes() if found.exists() else None
            names = sorted(set(os.listdir(later)) - {"lost+found"})
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
            self.assertEqual(names, ["file.bin"])
        # The same for a file that nobody synced: had this been kept, the test above would show nothing.
        (disk / "unsynced").write_bytes(data)
        content, _ = after_power_cut("unsynced")
        self.assertNotEqual(content, data)

    def test_disk_that_turned_read_only(self):
        image, disk = self.disk("ext4"), self.folder / "disk"
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

    def test_blocks_are_shared_where_the_disk_can(self):
        for kind in ("xfs", "btrfs"):
            with self.subTest(kind):
                self.check_blocks_are_shared(kind)

    def check_blocks_are_shared(self, kind):
        """Whole blocks inserted into a file: what was there before is shared with the new file, not copied."""
        disk = self.folder / kind
        self.mount_image(self.disk(kind), disk)
        data, block = self.random.randbytes(24 << 20), self.random.randbytes(4096)
        path = disk / "file.bin"
        path.write_bytes(data)

        def save(script):
            before = self.used_bytes(disk)
            result = self.edit(path, script)
            self.assertEqual((result.returncode, result.stderr), (DONE, b""))
            return self.used_bytes(disk) - before

        middle = len(data) // 2
        # Whoever holds the old file open keeps what only it had: to share shows while both are there.
        with open(path, "rb") as old:
            self.assertLess(save(f"insert {middle} {block.hex()}"), 4 << 20)
            self.assertTrue(old.read() == data, "a shared block was written to")
            data = data[:middle] + block + data[middle:]
            self.assertTrue(path.read_bytes() == data)
            # Not by whole blocks: this cannot be shared.
            self.assertGreater(save("insert 5 ab"), 20 << 20)
        data = data[:5] + b"\xab" + data[5:]
        self.assertTrue(path.read_bytes() == data)
        self.assertEqual(os.listdir(disk), ["file.bin"])

    def test_a_disk_that_copies_on_write_and_has_little_room(self):
        """Overwriting takes room there, and so does taking it back: a save that would not fit is not begun in place."""
        disk = self.folder / "disk"
        self.mount_image(self.disk("btrfs"), disk)
        data = bytearray(self.random.randbytes(40 << 20))
        path, filler = disk / "file.bin", disk / "filler"
        path.write_bytes(data)
        self.used_bytes(disk)
        facts = os.statvfs(disk)
        filler.write_bytes(self.random.randbytes(facts.f_bavail * facts.f_frsize - (24 << 20)))
        self.used_bytes(disk)
        outcomes = []
        for mebibytes in (4, 8, 11, 12, 13, 14, 16, 17, 18, 20, 22, 24, 39):
            new, length = self.random.randbytes(64), mebibytes << 20
            result = self.edit(path, f"fill 1000+{length} {new.hex()}")
            self.assertEqual(sorted(os.listdir(disk)), ["file.bin", "filler"], result.stderr.decode())
            if result.returncode == DONE:
                data[1000:1000 + length] = new * (length // len(new))
            else:
                self.assertIn("no room left on the disk; nothing was changed", result.stderr.decode())
            self.assertTrue(path.read_bytes() == data)
            self.used_bytes(disk)
            outcomes.append(result.returncode == DONE)
        print("saved with 24 MiB of room:", outcomes)
        self.assertIn(True, outcomes)
        self.assertIn(False, outcomes)

    @staticmethod
    def used_bytes(disk):
        run("sync", "--file-system", disk)
        facts = os.statvfs(disk)
        return (facts.f_blocks - facts.f_bfree) * facts.f_frsize


if __name__ == "__main__":
    unittest.main()
