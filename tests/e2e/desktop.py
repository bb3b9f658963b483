"""A real X server with a window manager, and the program in it, driven by real key and mouse events.

Nothing here sleeps for a fixed time: every wait polls a condition up to a deadline and fails loudly.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time


# What the screen showed when a scenario failed.
FAILURE_PICTURE = os.path.join(tempfile.gettempdir(), "octavo-e2e-failure.png")


class Failure(AssertionError):
    """A condition that did not come true."""


def wait_for(condition, what, seconds=30.0):
    """Polls until condition() is truthy and returns its value."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise Failure(f"gave up waiting for {what}")


class Desktop:
    """Xvfb with openbox. A context manager."""

    def __init__(self, width=1400, height=900):
        self.size = (width, height)
        self.processes = []

    def __enter__(self):
        read_end, write_end = os.pipe()
        width, height = self.size
        self.processes.append(
            subprocess.Popen(
                ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
                pass_fds=[write_end],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise Failure("Xvfb did not start")
        self.environment = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        self.environment["DISPLAY"] = ":" + number
        self.environment["LC_ALL"] = "C.UTF-8"
        self.processes.append(
            subprocess.Popen(
                ["openbox", "--sm-disable"],
                env=self.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        wait_for(lambda: "_NET_SUPPORTING_WM_CHECK" in self.output("xprop", "-root", check=False), "the window manager")
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            process.wait()

    def output(self, *command, check=True):
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        if check and done.returncode != 0:
            raise Failure(f"{command}: {done.stderr.strip()}")
        return done.stdout

    def key(self, *keys):
        self.output("xdotool", "key", "--clearmodifiers", "--delay", "8", *keys)

    def type(self, text):
        self.output("xdotool", "type", "--clearmodifiers", "--delay", "8", text)

    def click(self, x, y, button=1):
        self.output("xdotool", "mousemove", str(x), str(y), "click", str(button))

    def drag(self, start, end):
        self.output("xdotool", "mousemove", str(start[0]), str(start[1]), "mousedown", "1")
        self.output("xdotool", "mousemove", str((start[0] + end[0]) // 2), str((start[1] + end[1]) // 2))
        self.output("xdotool", "mousemove", str(end[0]), str(end[1]), "mouseup", "1")

    def screenshot(self, path):
        self.output("import", "-window", "root", path)


class Program:
    """One run of octavo on a desktop, with settings and session of its own. A context manager."""

    def __init__(self, desktop, *arguments):
        self.desktop = desktop
        self.arguments = arguments
        self.home = tempfile.mkdtemp(prefix="octavo-e2e-")

    def __enter__(self):
        binary = os.path.join(os.environ["OCTAVO_BIN"], "octavo")
        self.process = subprocess.Popen(
            [binary, "--settings", self.home, *self.arguments], env=self.desktop.environment
        )
        self.window = wait_for(self._find_window, "the main window")
        self.desktop.output("xdotool", "windowactivate", "--sync", self.window)
        self.desktop.output("xdotool", "windowmove", self.window, "0", "0")
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            self.desktop.screenshot(FAILURE_PICTURE)
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def _find_window(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}")
        found = self.desktop.output(
            "xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), check=False
        ).split()
        for window in found:
            if re.search("Octavo", self.desktop.output("xdotool", "getwindowname", window, check=False)):
                return window
        return None

    def title(self):
        return self.desktop.output("xdotool", "getwindowname", self.window).strip()

    def wait_for_title(self, pattern):
        try:
            return wait_for(lambda: re.search(pattern, self.title()), f"a title like {pattern!r}")
        except Failure as failure:
            raise Failure(f"{failure}; it is {self.title()!r}") from failure

    def is_in_front(self):
        return self.desktop.output("xdotool", "getactivewindow", check=False).strip() == self.window

    def wait_for_dialog(self, what):
        wait_for(lambda: not self.is_in_front(), what)

    def wait_for_main_window(self):
        wait_for(self.is_in_front, "the main window in front again")

    def resident_bytes(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            for line in status:
                if line.startswith("RssAnon:"):
                    return int(line.split()[1]) * 1024
        raise Failure("no RssAnon in /proc")

    def cpu_seconds(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
