"""Drives the real window under its own Xvfb: real key and pointer events, eyes in the UI tree dump.

Display is the X server, OnsiteWindow one run of the program. Nothing here sleeps for longer than
one poll: every step waits until the dump shows what it needs, or fails with the dump.
"""
import os
import re
import signal
import subprocess
import time
from dataclasses import dataclass, field

PATIENCE_SECONDS = 20
POLL_SECONDS = 0.05
POINTABLE = {"button", "tab", "chip", "combo", "option", "checkbox", "code", "textbox", "phase"}
CODE = re.compile("^Code")
# A dump line: role "label" = "value" [flags] @x,y wxh, indented by two spaces a level.
DUMP_LINE = re.compile(
    r'(?P<indent> *)(?P<role>\S+) "(?P<label>(?:[^"\\]|\\.)*)"(?: = "(?P<value>(?:[^"\\]|\\.)*)")?'
    r"(?P<flags>(?: \[\w+\])*) @(?P<x>-?\d+),(?P<y>-?\d+) (?P<w>-?\d+)x(?P<h>-?\d+)")


class WindowFailure(AssertionError):
    """What was expected on the screen, and what was there."""


@dataclass
class Node:
    role: str
    label: str
    value: str
    flags: frozenset
    x: int
    y: int
    w: int
    h: int
    depth: int
    parents: list = field(default_factory=list, repr=False)

    @property
    def enabled(self):
        return "disabled" not in self.flags

    @property
    def visible(self):
        return "offscreen" not in self.flags

    @property
    def on(self):
        return "on" in self.flags

    @property
    def focused(self):
        return "focus" in self.flags

    @property
    def centre(self):
        return self.x + self.w // 2, self.y + self.h // 2

    def is_in(self, role, label):
        return any(p.role == role and p.label == label for p in self.parents)


def unescape(text):
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text)


def parse_dump(text):
    """The nodes of a dump; each knows the nodes it stands in."""
    nodes, stack = [], []
    for line in text.splitlines():
        m = DUMP_LINE.fullmatch(line)
        if m is None:
            raise WindowFailure(f"The dump holds a line that is not a node: {line!r}")
        depth = len(m["indent"]) // 2
        del stack[depth:]
        node = Node(m["role"], unescape(m["label"]), unescape(m["value"] or ""),
                    frozenset(re.findall(r"\[(\w+)\]", m["flags"])),
                    int(m["x"]), int(m["y"]), int(m["w"]), int(m["h"]), depth, list(stack))
        stack.append(node)
        nodes.append(node)
    return nodes


class Display:
    """An X server of our own, gone at the end of the with-block.

    Its size is in logical pixels, of which each is `scale` x `scale` on the screen.
    """

    def __init__(self, width, height, scale=1):
        self.width, self.height, self.scale = width, height, scale
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0",
             f"{width * scale}x{height * scale}x24",
             "-nolisten", "tcp", "-noreset"], pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            self.name = ":" + pipe.readline().strip()
        if self.name == ":":
            raise WindowFailure("Xvfb did not start; is the package xvfb installed?")
        if scale != 1:  # as a desktop tells its programs of a dense screen
            subprocess.run(["xprop", "-display", self.name, "-root", "-f", "RESOURCE_MANAGER", "8s", "-set",
                            "RESOURCE_MANAGER", f"Xft.dpi:\t{96 * scale}\n"], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


class OnsiteWindow:
    """One run of the program on a display, with its data below `home`."""

    def __init__(self, program, display, home, options=(), sized=True):
        self.display = display
        self.pointer_allowed = True
        self.dump_file = os.path.join(home, "ui-tree.txt")
        if os.path.exists(self.dump_file):
            os.unlink(self.dump_file)
        # XDG_CACHE_HOME stays that of the caller: generated test cases may come from there.
        self.environment = dict(
            os.environ, DISPLAY=display.name, HOME=home, ONSITE_DATA_DIR=os.path.join(home, "data"),
            XDG_CONFIG_HOME=os.path.join(home, "config"), LC_ALL="C.UTF-8")
        self.log = open(os.path.join(home, "onsite.log"), "ab")
        size = ["--size", f"{display.width}x{display.height}"] if sized else []
        self.process = subprocess.Popen(
            [program, "--ui-dump", self.dump_file, *size, *options],
            env=self.environment, stdout=self.log, stderr=self.log)
        self.wait("the first frame", lambda nodes: nodes)
        self.window = self.run("xdotool", "search", "--sync", "--onlyvisible", "--class", "onsite").split()[0]
        # Without a window manager nobody else gives the window the keyboard.
        self.run("xdotool", "windowfocus", "--sync", self.window)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    def kill(self):
        """kill -9: no chance to save anything."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def run(self, *command):
        return subprocess.run(command, env=self.environment, check=True, timeout=PATIENCE_SECONDS,
                              stdout=subprocess.PIPE).stdout.decode()

    # What is on the screen.

    def dump(self):
        if self.process.poll() is not None:
            raise WindowFailure(f"The program ended with {self.process.returncode}; see {self.log.name}")
        try:
            with open(self.dump_file, encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def nodes(self):
        return parse_dump(self.dump())

    def wait(self, what, condition, patience=PATIENCE_SECONDS):
        """Polls until condition(nodes) is true, and returns what it gave."""
        deadline = time.monotonic() + patience
        while True:
            found = condition(self.nodes())
            if found:
                return found
            if time.monotonic() > deadline:
                raise WindowFailure(f"Not within {patience} s: {what}. The screen:\n{self.dump()}")
            time.sleep(POLL_SECONDS)

    @staticmethod
    def matching(nodes, role, label, within=None):
        """Nodes by role and label (a string, or a compiled pattern to search for)."""
        def fits(node):
            if role is not None and node.role != role:
                return False
            if within is not None and not node.is_in(*within):
                return False
            return label.search(node.label) if isinstance(label, re.Pattern) else node.label == label
        return [node for node in nodes if fits(node)]

    def expect(self, role, label, within=None, patience=PATIENCE_SECONDS):
        """Waits for a thing to be there, on the screen or scrolled away; the first such."""
        return self.wait(f'a {role or "thing"} called {label}',
                         lambda nodes: self.matching(nodes, role, label, within), patience)[0]

    def expect_value(self, role, label, accepts, within=None, patience=PATIENCE_SECONDS):
        """Waits until a thing has the value, or one that the function `accepts`."""
        test = accepts if callable(accepts) else lambda value: value == accepts
        return self.wait(f"{role} {label} with the value {accepts!r}", lambda nodes: [
            n for n in self.matching(nodes, role, label, within) if test(n.value)], patience)[0]

    def expect_gone(self, role, label):
        self.wait(f"{role} {label} to be gone", lambda nodes: not self.matching(nodes, role, label))

    # The pointer.

    def point(self, x, y, *then):
        if not self.pointer_allowed:
            raise WindowFailure("The pointer was moved where the keyboard has to do.")
        scale = self.display.scale  # the dump is in logical pixels
        self.run("xdotool", "mousemove", "--window", self.window, str(x * scale), str(y * scale), *then)

    def still(self, role, label, within=None, index=0):
        """The thing, once it is enabled and stays in its place from one poll to the next."""
        seen = []

        def settled(nodes):
            found = [n for n in self.matching(nodes, role, label, within) if n.enabled]
            place = [(n.x, n.y, n.w, n.h) for n in found]
            same = len(found) > index and place == seen
            seen[:] = place
            return found[index] if same else None
        return self.wait(f"an enabled {role} called {label}, at rest", settled)

    def bring_into_view(self, role, label, within=None, index=0):
        """Turns the wheel over the thing's surroundings until it shows; returns it."""
        for _ in range(60):
            node = self.still(role, label, within, index)
            if node.visible and node.h >= 8:
                return node
            # Beside it lies the list that scrolls: a sibling that shows, or else the box around it.
            beside = [n for n in self.nodes() if n.visible and n.role == node.role and n.h >= 8
                      and n.depth == node.depth and n.x < node.x + node.w and node.x < n.x + n.w]
            box = next((p for p in reversed(node.parents) if p.role in ("panel", "dialog", "screen")), None)
            x, y = beside[-1].centre if beside and node.role == "option" else box.centre
            self.point(x, y, "click", "5" if node.y > y else "4")
        raise WindowFailure(f"{role} {label} cannot be scrolled to. The screen:\n{self.dump()}")

    def click(self, role, label, within=None, index=0):
        node = self.bring_into_view(role, label, within, index)
        self.point(*node.centre, "click", "1")
        return node

    def choose(self, combo, option, index=0):
        """Opens a combo and takes an option of it."""
        self.click("combo", combo, index=index)
        # Segments elsewhere on the page are options as well; those of the menu are outside groups.
        self.click("option", option)
        self.wait(f"combo {combo} to show {option}", lambda nodes: any(
            n.value == option for n in self.matching(nodes, "combo", combo)))

    # The keyboard.

    def press(self, *keys):
        # xdotool halves the delay; GLFW takes a key that comes down within 20 ms for held all along.
        self.run("xdotool", "key", "--delay", "60", *keys)

    def type(self, text):
        """Types text as it stands; line breaks by Return."""
        for number, line in enumerate(text.split("\n")):
            if number > 0:
                self.press("Return")
            if line:
                self.run("xdotool", "type", "--delay", "2" if line.isascii() else "30", "--", line)

    def type_text(self, role, label, text, within=None, index=0):
        """Clicks a box, replaces what is in it, and waits until it holds the text."""
        self.click(role, label, within, index)
        self.press("ctrl+a", "BackSpace")
        self.type(text)
        self.wait(f"{role} {label} to hold {text!r}", lambda nodes: any(
            n.value == text for n in self.matching(nodes, role, label, within)))

    def type_code(self, source):
        """Types source into the focused code box, line by line, whatever it indents by itself."""
        source = source.rstrip("\n")
        self.press("ctrl+a", "BackSpace")
        self.expect_value("code", CODE, "")
        lines = source.split("\n")
        for number, line in enumerate(lines):
            if number > 0:
                self.press("Return")
            text = line.lstrip(" ")
            wanted = len(line) - len(text)
            before = "\n".join(lines[:number] + [""])
            last = self.code_line(number, lambda _: True)
            while len(last) > wanted:  # a BackSpace takes one space, or all of an indent
                self.press("BackSpace")
                last = self.code_line(number, lambda line, was=last: line != was)
            self.type(" " * (wanted - len(last)))
            self.expect_value("code", CODE, before + " " * wanted)
            if text:
                self.type(text)
            typed = self.expect_value("code", CODE, lambda v, to=before + line: v.startswith(to))
            while len(typed.value) > len(before + line):  # brackets that closed by themselves
                self.press("Delete")
                typed = self.expect_value("code", CODE, lambda v, was=typed.value: v != was)
            self.expect_value("code", CODE, before + line)
        return self.expect_value("code", CODE, source)

    def code_line(self, number, accepts):
        """The last line of the code, once it has this number and is accepted."""
        box = self.expect_value("code", CODE, lambda value: (
            value.count("\n") == number and accepts(value.split("\n")[-1])))
        return box.value.split("\n")[-1]

    # Pictures and tidiness.

    def screenshot(self, path):
        # The pointer goes to the corner, so that nothing is drawn as hovered.
        if self.pointer_allowed:
            self.point(self.display.width - 1, self.display.height - 1)
        time.sleep(2 * POLL_SECONDS)  # tooltips are not in the dump: let the next frame take them away
        self.run("import", "-window", "root", path)

    def untidy(self):
        """Controls that reach beyond the window, and pairs that lie over each other, in words."""
        controls = [n for n in self.nodes() if n.role in POINTABLE and n.visible]
        faults = []
        for i, a in enumerate(controls):
            if a.x < 0 or a.y < 0 or a.x + a.w > self.display.width or a.y + a.h > self.display.height:
                faults.append(f"{a.role} {a.label!r} reaches beyond the window: {a.x},{a.y} {a.w}x{a.h}")
            for b in controls[i + 1:]:
                if min(a.x + a.w, b.x + b.w) - max(a.x, b.x) > 1 and min(a.y + a.h, b.y + b.h) - max(a.y, b.y) > 1:
                    faults.append(f"{a.role} {a.label!r} lies over {b.role} {b.label!r}")
        return faults
