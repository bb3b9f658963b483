#!/usr/bin/env python3
"""What the two programs cannot do: reach the network, and run other programs. Read off what they link.

Reads the programs' place from OCTAVO_BIN.
"""

import os
import subprocess
import unittest
from pathlib import Path

BIN = Path(os.environ["OCTAVO_BIN"])
PROGRAMS = ("octavo", "octavo-cli")
NETWORK_LIBRARIES = ("Network", "libssl", "curl", "WebSockets", "WebEngine")
NETWORK = {"socket", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "getaddrinfo",
           "gethostbyname"}
OTHER_PROGRAMS = {"system", "popen", "fork", "vfork", "posix_spawn", "posix_spawnp", "execl", "execlp", "execle", "execv",
                  "execve", "execvp", "execvpe", "fexecve", "dlopen"}


def lines_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def libraries_of(program):
    return [line.split("[")[1].rstrip("]") for line in lines_of("readelf", "--dynamic", BIN / program) if "(NEEDED)" in line]


def functions_taken_by(program):
    """The names that the program itself asks of its libraries."""
    return {line.split()[-1].split("@")[0] for line in lines_of("nm", "--dynamic", "--undefined-only", BIN / program)}


class Programs(unittest.TestCase):
    def test_what_is_looked_at_is_there(self):
        for program in PROGRAMS:
            self.assertIn("libc.so.6", libraries_of(program))
            self.assertIn("pread64" if "pread64" in functions_taken_by(program) else "pread", functions_taken_by(program))

    def test_nothing_reaches_the_network(self):
        for program in PROGRAMS:
            networking = [each for each in libraries_of(program) if any(name in each for name in NETWORK_LIBRARIES)]
            self.assertEqual(networking, [], program)
            self.assertEqual(functions_taken_by(program) & NETWORK, set(), program)

    def test_no_other_program_is_run(self):
        for program in PROGRAMS:
            taken = functions_taken_by(program)
            self.assertEqual(taken & OTHER_PROGRAMS, set(), program)
            self.assertEqual([each for each in taken if "QProcess" in each or "QLibraryC" in each], [], program)


if __name__ == "__main__":
    unittest.main()
