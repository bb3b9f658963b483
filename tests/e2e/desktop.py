"""A real X server with a window manager, and the program in it, driven by real key and mouse events.

Nothing here sleeps for a fixed time: every wait polls a condition up to a deadline and fails loudly.
"""

import os
import re
import shutil
import subprocess
import sys
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
                ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
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

    def drag_slowly(self, start, end):
        """Drags in many steps, as another program's drag and drop wants to be told of."""
        self.output("xdotool", "mousemove", str(start[0]), str(start[1]), "mousedown", "1")
        for step in range(1, 21):
            x, y = (start[i] + (end[i] - start[i]) * step // 20 for i in (0, 1))
            self.output("xdotool", "mousemove", str(x), str(y))
        time.sleep(0.2)  # a hand rests before it lets go; XDND drops nothing that was not accepted yet
        self.output("xdotool", "mouseup", "1")

    def screenshot(self, path):
        self.output("import", "-window", "root", path)


class Program:
    """One run of octavo on a desktop, with settings and session of its own. A context manager."""

    def __init__(self, desktop, *arguments, settings=""):
        self.desktop = desktop
        self.arguments = arguments
        self.home = tempfile.mkdtemp(prefix="octavo-e2e-")
        with open(os.path.join(self.home, "octavo.ini"), "w", encoding="utf-8") as file:
            file.write(settings)

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

    def windows(self):
        """The ids of all visible windows of the program."""
        found = self.desktop.output(
            "xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), check=False
        )
        return set(found.split())

    def dialog_title(self):
        """The title of the active window when it is another one than the main window, else nothing."""
        if self.is_in_front():
            return ""
        return self.desktop.output("xdotool", "getactivewindow", "getwindowname", check=False).strip()

    def byte_position(self, index):
        """Where on the screen byte `index` stands in the hex column: sixteen in a row, the first row on top."""
        geometry = self.desktop.output("xwininfo", "-id", self.window)
        left, top = (int(n) for n in re.findall(r"Absolute upper-left [XY]: +(-?\d+)", geometry))
        column, row = index % 16, index // 16
        x = 95 + column * 22 + (8 if column >= 8 else 0)
        return left + x, top + 126 + row * 20

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


def run_scenarios(scenarios):
    """Runs those named on the command line, or all; each takes a Desktop and a folder. Exits with 1 when one failed."""
    wanted = sys.argv[1:]
    failed = 0
    with Desktop() as desktop, tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        for scenario in scenarios:
            if wanted and scenario.__name__ not in wanted:
                continue
            try:
                scenario(desktop, folder)
                print(f"PASS {scenario.__name__}", flush=True)
            except Failure as failure:
                failed += 1
                print(f"FAIL {scenario.__name__}: {failure} (picture: {FAILURE_PICTURE})", flush=True)
    sys.exit(1 if failed else 0)
