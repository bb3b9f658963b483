"""What the tests of octavo-cli share: running it, and a folder of their own."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = str(Path(os.environ["OCTAVO_BIN"]) / "octavo-cli")
SAMPLE = Path(os.environ["OCTAVO_SOURCE"]) / "resources/samples/tour.bin"

DONE, NOTHING_FOUND, MISUSE, REFUSED = 0, 1, 2, 3


def tool(*command, data=None):
    """What another program prints; it has to succeed."""
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout


class CliCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="octavo-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, data, name="input.bin"):
        path = self.folder / name
        path.write_bytes(data)
        return path

    def run_cli(self, *arguments, data=b""):
        return subprocess.run([PROGRAM, *map(str, arguments)], input=data, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)

    def output(self, *arguments, data=b""):
        """What it prints when it succeeds, which it has to, without a word on standard error."""
        result = self.run_cli(*arguments, data=data)
        self.assertEqual((result.returncode, result.stderr), (DONE, b""), arguments)
        return result.stdout

    def refusal(self, status, *arguments, data=b""):
        """The message it ends with; the status has to be that, and standard output empty."""
        result = self.run_cli(*arguments, data=data)
        message = result.stderr.decode("utf-8", "replace")
        self.assertEqual(result.returncode, status, (arguments, message))
        self.assertEqual(result.stdout, b"", arguments)
        self.assertTrue(message.startswith("octavo-cli: "), message)
        return message
