#!/usr/bin/env python3
"""octavo-cli's commands that write: edits against a bytearray, streams against gzip and zlib."""

import gzip
import json
import os
import random
import stat
import subprocess
import unittest
import zlib

from cli_case import MISUSE, PROGRAM, REFUSED, SAMPLE, CliCase, tool


class Edit(CliCase):
    def edited(self, data, script):
        """What a script makes of some bytes, written to another file; the input has to stay as it is."""
        path = self.file(data)
        out = self.folder / "out.bin"
        self.assertEqual(self.output("edit", path, "--script", self.file(script, "script"), "-o", out), b"")
        self.assertEqual(path.read_bytes(), data)
        return out.read_bytes()

    def test_each_line_does_what_it_says(self):
        data = b"0123456789"
        other = self.file(b"other file", "with space")
        for script, expected in (
            (b"insert 3 CAFE", b"012\xca\xfe3456789"),
            (b"insert end 21", b"0123456789!"),
            (b"insert 0 de ad\tbe ef", b"\xde\xad\xbe\xef0123456789"),
            (b"overwrite 0x3 4142", b"012AB56789"),
            (b"overwrite -1 414243", b"012345678ABC"),
            (b"delete 2:5", b"0156789"),
            (b"delete 2+1\ndelete 2+1", b"01456789"),
            (b"delete :", b""),
            (b"fill 1:8 4142", b"0ABABABA89"),
            (b"copy 0:3 end", b"0123456789012"),
            (b"copy 7: 0", b"7890123456789"),
            (b"insert-file 5 " + os.fsencode(other), b"01234other file56789"),
            (b"# a remark\n\n  overwrite 0 58 \r\n", b"X123456789"),
            (b"delete 0+1\ndelete 0+1\nundo", b"123456789"),
            (b"delete 0+1\ndelete 0+1\nundo 2\nredo", b"123456789"),
            (b"delete 0+1\nundo\ninsert 0 58", b"X0123456789"),
            (b"", data),
        ):
            self.assertEqual(self.edited(data, script), expected, script)

    def test_random_scripts_do_what_a_bytearray_does(self):
        source = random.Random(7)
        for _ in range(25):
            data = bytearray(source.randbytes(source.randrange(200)))
            start, lines = bytes(data), []
            for _ in range(40):
                begin = source.randrange(len(data) + 1)
                end = source.randrange(begin, len(data) + 1)
                new = source.randbytes(source.randrange(1, 9))
                kind = source.choice(("insert", "overwrite", "delete", "fill", "copy"))
                if kind == "insert":
                    lines.append(f"insert {begin} {new.hex()}")
                    data[begin:begin] = new
                elif kind == "overwrite":
                    lines.append(f"overwrite {begin:#x} {new.hex()}")
                    data[begin:begin + len(new)] = new
                elif kind == "delete":
                    lines.append(f"delete {begin}:{end}")
                    del data[begin:end]
                elif kind == "fill":
                    lines.append(f"fill {begin}+{end - begin} {new.hex(' ')}")
                    data[begin:end] = (new * (end - begin))[:end - begin]
                else:
                    lines.append(f"copy {begin}:{end} {len(data) - end}")
                    at = len(data) - end
                    data[at:at] = data[begin:end]
            self.assertEqual(self.edited(start, "\n".join(lines).encode()), bytes(data))

    def test_without_output_the_file_itself_is_saved_with_its_mode(self):
        path = self.file(b"0123456789")
        path.chmod(0o640)
        link = self.folder / "link"
        link.symlink_to(path)
        self.output("edit", link, "--script", "-", data=b"insert 0 41")
        self.assertEqual(path.read_bytes(), b"A0123456789")
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)
        self.assertTrue(link.is_symlink())
        self.assertEqual(sorted(os.listdir(self.folder)), ["input.bin", "link"])

    def test_save_in_the_middle_and_edits_after_it(self):
        path = self.file(b"0123456789")
        self.output("edit", path, "--script", "-", data=b"overwrite 0 41\nsave\ninsert 0 42\nsave\nundo 2\ndelete 9:")
        self.assertEqual(path.read_bytes(), b"012345678")

    def test_filter_from_standard_input_to_standard_output(self):
        script = self.file(b"delete 1:3", "script")
        self.assertEqual(self.output("edit", "-", "--script", script, data=b"abcd"), b"ad")

    def test_wanted_plan_is_taken(self):
        before = bytes(range(256)) * 400
        for kind in ("replace", "rewrite"):
            path = self.file(before, kind)
            plan = json.loads(self.output("edit", path, "--plan", "--json", "--plan-kind", kind, "--script", "-",
                                          data=b"insert 7 AABB"))
            self.assertEqual(plan["kind"], kind)
            inode = os.stat(path).st_ino
            self.output("edit", path, "--plan-kind", kind, "--script", "-", data=b"insert 7 AABB")
            self.assertEqual(path.read_bytes(), before[:7] + b"\xaa\xbb" + before[7:])
            self.assertEqual(os.stat(path).st_ino == inode, kind == "rewrite")
        self.assertEqual(plan["usual"], "yes")
        self.assertEqual(plan["write"], len(before) + 2)

    def test_plan_tells_how_and_saves_nothing(self):
        data = bytes(100_000)
        path = self.file(data)
        plan = dict(line.split("\t", 1) for line in
                    self.output("edit", path, "--plan", "--script", "-", data=b"overwrite 50000 FF").decode().splitlines())
        self.assertEqual(plan["kind"], "in-place")
        self.assertEqual(int(plan["write"]), 1)
        plan = json.loads(self.output("edit", path, "--plan", "--json", "--script", "-", data=b"insert 0 FF"))
        self.assertEqual((plan["kind"], plan["size"]), ("replace", 100_001))
        self.assertEqual(path.read_bytes(), data)
        self.assertEqual(os.listdir(self.folder), ["input.bin"])

    def test_bad_line_is_named_and_nothing_is_saved(self):
        data = b"0123456789"
        for line in (b"insert 11 00", b"insert 0 0", b"insert 0", b"insert 0 xy", b"delete 3", b"delete 5:20", b"undo 2",
                     b"redo", b"undo x", b"fill 0:1", b"copy 0:1", b"copy 0:1 99", b"explode", b"save now",
                     b"insert-file 0"):
            path = self.file(data)
            message = self.refusal(MISUSE, "edit", path, "--script", "-", data=b"overwrite 0 FF\n" + line)
            self.assertTrue(message.startswith("octavo-cli: -:2: "), message)
            self.assertEqual(path.read_bytes(), data, line)
        self.refusal(REFUSED, "edit", path, "--script", "-", data=b"insert-file 0 /nonexistent")
        self.refusal(REFUSED, "edit", self.folder / "missing", "--script", "-")
        self.refusal(REFUSED, "edit", path, "--script", self.folder / "missing")
        self.refusal(MISUSE, "edit", "-", "--script", "-")

    def test_every_name_of_a_file_keeps_naming_it(self):
        path = self.file(b"0123456789")
        os.link(path, self.folder / "second")
        self.output("edit", path, "--script", "-", data=b"insert 0 41")
        self.assertEqual((self.folder / "second").read_bytes(), b"A0123456789")
        self.assertEqual(path.stat().st_ino, (self.folder / "second").stat().st_ino)

    def test_one_byte_of_five_gigabytes_is_changed_in_place(self):
        path = self.folder / "huge"
        with open(path, "wb") as file:
            file.truncate(5 << 30)
        before = path.stat()
        self.output("edit", path, "--script", "-", data=b"overwrite 4G 58")
        after = path.stat()
        self.assertEqual((after.st_ino, after.st_size), (before.st_ino, before.st_size))
        self.assertLess(after.st_blocks * 512, 1 << 20)
        with open(path, "rb") as file:
            file.seek((4 << 30) - 1)
            self.assertEqual(file.read(3), b"\0X\0")


class Compress(CliCase):
    def test_what_is_compressed_other_tools_decompress(self):
        data = SAMPLE.read_bytes() * 50
        path = self.file(data)
        out = self.folder / "out"
        for level in ("1", "6", "9"):
            self.output("compress", path, "--codec", "gzip", "--level", level, "-o", out)
            self.assertEqual(tool("gzip", "-dc", data=out.read_bytes()), data)
            self.output("compress", path, "--codec", "zlib", "--level", level, "-o", out)
            self.assertEqual(zlib.decompress(out.read_bytes()), data)
            self.output("compress", path, "--codec", "deflate", "--level", level, "-o", out)
            self.assertEqual(zlib.decompress(out.read_bytes(), -15), data)

    def test_what_other_tools_compress_is_decompressed(self):
        data = SAMPLE.read_bytes() * 50
        raw = zlib.compressobj(9, zlib.DEFLATED, -15)
        for codec, stream in (("gzip", tool("gzip", "-9c", data=data)), ("zlib", zlib.compress(data)),
                              ("deflate", raw.compress(data) + raw.flush()),
                              ("gzip", gzip.compress(data[:1000]) + gzip.compress(data[1000:]))):
            path = self.file(stream)
            self.assertEqual(self.output("decompress", path, "--codec", codec, "-o", "-"), data, codec)

    def test_range_is_compressed_and_found_again(self):
        packed = self.output("compress", SAMPLE, "--codec", "gzip", "--range", "100+500", "-o", "-")
        self.assertEqual(gzip.decompress(packed), SAMPLE.read_bytes()[100:600])
        result = self.run_cli("decompress", SAMPLE, "--codec", "gzip", "--range", "0x610:", "-o", "-")
        self.assertEqual((result.returncode, result.stdout), (0, b"." * 1033))
        self.assertIn(b"left out", result.stderr)

    def test_corrupt_streams_are_refused_and_leave_the_output_alone(self):
        stream = bytearray(gzip.compress(SAMPLE.read_bytes()))
        out = self.file(b"was here", "out")
        for bad in (stream[:-1], stream[:20], b"", b"no stream", stream[:-8] + b"\0\0\0\0" + stream[-4:]):
            path = self.file(bytes(bad))
            message = self.refusal(MISUSE, "decompress", path, "--codec", "gzip", "-o", out)
            self.assertTrue(message.startswith(f"octavo-cli: {path}: "), message)
            self.assertEqual(out.read_bytes(), b"was here")

    def test_endless_input_stops_at_the_limit(self):
        bomb = self.file(gzip.compress(bytes(50 << 20)))
        out = self.folder / "out"
        self.assertIn("limit", self.refusal(MISUSE, "decompress", bomb, "--codec", "gzip", "--limit", "1M", "-o", out))
        self.assertFalse(out.exists())

    def test_wrong_usage_is_told(self):
        self.assertIn("gzip", self.refusal(MISUSE, "compress", SAMPLE, "--codec", "zip", "-o", "-"))
        self.refusal(MISUSE, "compress", SAMPLE, "--codec", "gzip", "--level", "77", "-o", "-")
        self.refusal(MISUSE, "compress", SAMPLE, "--codec", "gzip")
        self.refusal(REFUSED, "compress", SAMPLE, "--codec", "gzip", "-o", self.folder / "no" / "where")
        self.refusal(REFUSED, "compress", SAMPLE, "--codec", "gzip", "-o", self.folder)

    def test_output_may_be_the_input(self):
        path = self.file(b"squeeze me " * 100)
        self.output("compress", path, "--codec", "zlib", "-o", path)
        self.assertEqual(zlib.decompress(path.read_bytes()), b"squeeze me " * 100)


class FullDisk(CliCase):
    def test_failed_save_leaves_the_old_file(self):
        path = self.file(b"0123456789")
        script = self.file(b"insert 0 41", "script")
        result = subprocess.run(["sh", "-c", 'ulimit -f 0; trap "" XFSZ; exec "$@"', "sh", PROGRAM, "edit", path, "--script",
                                 script], stderr=subprocess.PIPE, check=False)
        self.assertEqual(result.returncode, REFUSED, result.stderr)
        self.assertEqual(path.read_bytes(), b"0123456789")
        self.assertEqual(sorted(os.listdir(self.folder)), ["input.bin", "script"])


if __name__ == "__main__":
    unittest.main()
