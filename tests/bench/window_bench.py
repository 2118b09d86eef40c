#!/usr/bin/env python3
"""What the window costs, against a bare GLFW + Dear ImGui window in the same run.

usage: window_bench.py BUILD_DIR [starts]
Starts its own Xvfb; needs the packages xvfb and xdotool, and the targets onsite and bare_window.
Prints one line for each measure with its limit, and exits with 1 when a limit is missed:
  first frame    from exec to the first swapped frame; runs alternate, so that noise hits both alike
  memory         resident, 0.3 s after the first frame
  idle CPU       of one core over 20 s: on the home screen (no timer), and in the room (a clock that ticks)
  key to frame   from the key press given to the X server to the swapped frame that has the character
  frame          CPU of the UI thread for one frame (state, layout, draw lists), on every screen; with
                 the UI tree recorded, as the bench finds its way by it: an upper bound
"""
import os
import random
import statistics
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../e2e"))
from window_driver import Display, OnsiteWindow  # noqa: E402
from x_keys import XKeys  # noqa: E402
import subprocess  # noqa: E402

IDLE_SECONDS = 20
STILL_SECONDS = 15
KEY_PRESSES = 200
DOUBLINGS = 11  # of one line: 2,048 lines
LIMITS = {"first frame": 150, "memory": 60, "idle CPU": 1, "idle CPU with a clock": 4, "key to frame": 33, "frame": 2}
KINDS = ["Coding", "ML coding", "ML concepts", "System design"]

missed = []


def report(measure, subject, value, unit, more=""):
    limit = LIMITS[measure]
    verdict = "ok" if value <= limit else "MISSED"
    if value > limit:
        missed.append(f"{measure} {subject}")
    print(f"{measure:22} {subject:28} {value:7.2f} {unit:3} (limit {limit:g}) {verdict:7} {more}", flush=True)


def first_frame(command, marker, environment):
    """Starts the command; returns the process and the seconds until it wrote its marker."""
    if os.path.exists(marker):
        os.unlink(marker)
    begin = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not os.path.exists(marker):
        if process.poll() is not None or time.monotonic() - begin > 60:
            sys.exit(f"{command[0]} did not draw a frame")
        time.sleep(0.001)
    return process, time.monotonic() - begin


def resident_mb(pid):
    with open(f"/proc/{pid}/status") as status:
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure_start(build, folder, display, starts):
    environment = dict(os.environ, DISPLAY=display.name, HOME=folder, ONSITE_DATA_DIR=folder + "/data",
                       XDG_CONFIG_HOME=folder + "/config")
    marker = folder + "/frame"
    commands = {"bare": [build + "/bare_window", marker], "onsite": [build + "/onsite", "--ui-dump", marker]}
    times, cpu, memory = ({name: [] for name in commands} for _ in range(3))
    for _ in range(starts):
        for name, command in commands.items():
            process, seconds = first_frame(command, marker, environment)
            times[name].append(seconds * 1000)
            cpu[name].append(cpu_seconds(process.pid) * 1000)
            time.sleep(0.3)
            memory[name].append(resident_mb(process.pid))
            process.kill()
            process.wait()
    best = {name: min(values) for name, values in times.items()}
    middle = {name: statistics.median(values) for name, values in times.items()}
    resident = {name: statistics.median(values) for name, values in memory.items()}
    report("first frame", "more than bare, best", best["onsite"] - best["bare"], "ms",
           f"{best['onsite']:.0f} against {best['bare']:.0f}; median {middle['onsite']:.0f} against {middle['bare']:.0f}; "
           f"CPU of it {min(cpu['onsite']):.0f} against {min(cpu['bare']):.0f}")
    report("memory", "more than bare, median", resident["onsite"] - resident["bare"], "MB",
           f"{resident['onsite']:.0f} against {resident['bare']:.0f}")


class Measured(OnsiteWindow):
    """The window, and the table of its frames."""

    def __init__(self, program, display, home):
        self.table = os.path.join(home, "frames.tsv")
        super().__init__(program, display, home, ["--frame-stats", self.table])
        self.read = 1

    def frames(self):
        """The frames since the last call, once the picture has settled."""
        self.wait("frame times", lambda _: os.path.exists(self.table))
        size = -1
        while size != os.path.getsize(self.table):
            size = os.path.getsize(self.table)
            time.sleep(0.4)
        with open(self.table) as table:
            rows = [[float(cell) for cell in line.split("\t")] for line in table.read().splitlines()[self.read:]]
        self.read += len(rows)
        return rows

    def children(self):
        tasks = f"/proc/{self.process.pid}/task"
        return "".join(open(f"{tasks}/{task}/children").read() for task in os.listdir(tasks)).split()

    def idle_percent(self):
        """Of one core, once the machine is examined, and the boxes that are kept ready stand still."""
        self.point(2, 2)
        seen = [None]
        while len(set(seen)) > 1 or len(seen) < STILL_SECONDS:
            time.sleep(1)
            seen = [*seen[-STILL_SECONDS + 1:], tuple(self.children())]
        before = cpu_seconds(self.process.pid)
        time.sleep(IDLE_SECONDS)
        return 100 * (cpu_seconds(self.process.pid) - before) / IDLE_SECONDS

    def measure_frames(self, screen):
        """Moves the pointer all over the screen; every move is a frame."""
        self.frames()
        moves = []
        for y in range(30, self.display.height, 90):
            for x in range(20, self.display.width, 180):
                moves += ["mousemove", "--window", self.window, str(x), str(y), "sleep", "0.017"]
        self.run("xdotool", *moves)
        build = sorted(row[0] for row in self.frames())
        if len(build) < 20:
            sys.exit(f"only {len(build)} frames on {screen}")
        report("frame", screen, statistics.median(build), "ms",
               f"p95 {build[int(len(build) * 0.95)]:.2f} ms of {len(build)} frames")


def measure_typing(window, display):
    """Fills the code with 2,048 lines by copying, then times single key presses at its end."""
    window.click("code", "Code", index=0) if window.matching(window.nodes(), "code", "Code") else None
    window.press("ctrl+a", "BackSpace")
    window.type("total = total + 1")
    window.press("Return")
    for _ in range(DOUBLINGS):
        window.press("ctrl+a", "ctrl+c", "ctrl+End", "ctrl+v")
    chance = random.Random(1)
    before = window.frames()
    typed = int(before[-1][3]) if before else 0
    sent = []
    with XKeys(display.name) as keys:
        for _ in range(KEY_PRESSES):
            sent.append(keys.press(chance.choice("abcdefgh")))
            time.sleep(0.06 + 0.06 * chance.random())  # at any moment of a frame
    presented = [(row[3], row[2]) for row in window.frames() if row[2] > 0]
    waits = []
    for number, moment in enumerate(sent):
        shown = next((swap for characters, swap in presented if characters >= typed + number + 1), None)
        if shown is None:
            sys.exit(f"key press {number} never reached the screen")
        waits.append((shown - moment) * 1000)
    waits.sort()
    report("key to frame", f"p99 at {2 ** DOUBLINGS} lines", waits[int(len(waits) * 0.99)], "ms",
           f"median {statistics.median(waits):.1f} ms, most {waits[-1]:.1f} ms of {len(waits)}")


def start_drill(window, kind):
    window.click("tab", "Home")
    window.click("button", kind)
    window.expect("screen", "Setup")


def leave_by_debrief(window):
    """Hands the round in and measures what comes after it."""
    window.click("button", "Hand in", within=("dialog", "End this round?"))
    window.expect("screen", "Self-rating")
    window.measure_frames("self-rating")
    for dimension in [n.label for n in window.nodes() if n.role == "group"]:
        window.click("option", "2", within=("group", dimension))
    window.click("button", "Done")
    window.expect("screen", "Debrief", patience=120)
    window.measure_frames("debrief")


def measure_window(build, folder, display):
    with Measured(build + "/onsite", display, folder) as window:
        window.expect("button", "System design")
        window.measure_frames("home")
        report("idle CPU", "home", window.idle_percent(), "%")
        for name in [n.label for n in window.nodes() if n.role == "tab" and n.label != "Home"]:
            window.click("tab", name)
            window.measure_frames(name)
        for kind in KINDS:
            start_drill(window, kind)
            window.measure_frames("setup " + kind)
            window.click("button", "Start drill")
            window.expect("screen", "Room")
            window.measure_frames("room " + kind)
            if kind == "Coding":
                report("idle CPU with a clock", "room", window.idle_percent(), "%")
                measure_typing(window, display)
                window.measure_frames(f"room {2 ** DOUBLINGS} lines")
            end = next(n.label for n in window.nodes() if n.role == "button" and n.label in ("End round", "Finish the round"))
            window.click("button", end)
            leave_by_debrief(window) if kind == KINDS[0] else window.click("button", "Hand in")
            if kind != KINDS[0]:
                window.expect("screen", "Self-rating")
                window.click("button", "Done")
                window.expect("screen", "Debrief", patience=120)


def main():
    build = os.path.abspath(sys.argv[1])
    starts = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with Display(1440, 900) as display, tempfile.TemporaryDirectory() as folder:
        measure_start(build, folder, display, starts)
        measure_window(build, folder, display)
    if missed:
        sys.exit("missed: " + ", ".join(missed))


if __name__ == "__main__":
    main()
