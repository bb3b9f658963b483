#!/usr/bin/env python3
"""What is committed in resources/ is what its scripts make, and says what it should.

Reads the tree's place from OCTAVO_SOURCE.
"""

import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zlib
from pathlib import Path

ROOT = Path(os.environ["OCTAVO_SOURCE"])
SAMPLE = ROOT / "resources/samples/tour.bin"


class Resources(unittest.TestCase):
    def test_sample_is_what_its_script_makes(self):
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "tour.bin"
            subprocess.run([sys.executable, "-B", ROOT / "resources/samples/make_tour.py", made], check=True)
            self.assertEqual(made.read_bytes(), SAMPLE.read_bytes())

    def test_sample_shows_every_byte_value_and_a_gzip_stream(self):
        data = SAMPLE.read_bytes()
        self.assertEqual(len(set(data)), 256)
        self.assertEqual(len(data) % 16, 0)
        reader = zlib.decompressobj(31)
        self.assertEqual(reader.decompress(data[data.index(b"\x1f\x8b\x08\x08"):]), b"." * 1033)
        self.assertTrue(reader.eof)

    def test_sample_is_the_one_that_dev_opens(self):
        self.assertIn("sample=$root/resources/samples/tour.bin\n", (ROOT / "dev").read_text())

    def test_icon_sizes_are_what_their_names_say(self):
        icons = sorted((ROOT / "resources/icons").glob("octavo-*.png"))
        self.assertGreaterEqual(len(icons), 8)
        for icon in icons:
            size = int(icon.stem.removeprefix("octavo-"))
            head = icon.read_bytes()[:24]
            self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n", icon)
            self.assertEqual((int.from_bytes(head[16:20]), int.from_bytes(head[20:24])), (size, size), icon)

    def test_translations_are_complete(self):
        for file in (ROOT / "resources/translations").glob("*.ts"):
            for message in ElementTree.parse(file).iter("message"):
                translation = message.find("translation")
                source = message.findtext("source")
                self.assertNotIn(translation.get("type"), ("unfinished", "obsolete", "vanished"), source)
                forms = [form.text for form in translation.findall("numerusform")] or [translation.text]
                self.assertTrue(all(form and form.strip() for form in forms), source)


if __name__ == "__main__":
    unittest.main()
