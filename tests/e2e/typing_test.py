"""No key is lost: 2,000 characters typed at 12 ms into a real window while the machine is busy.

usage: typing_test.py PROGRAM    (needs xvfb, xdotool)
"""
import os
import random
import subprocess
import sys
import tempfile
import time
import unittest

from window_driver import Display, OnsiteWindow

CHARACTERS = 2000
DELAY_MS = 12
SEED = 11
PROGRAM = None


def prose(length, seed):
    """Words of random letters: no two stretches are alike, so a lost or swapped key shows."""
    chance = random.Random(seed)
    text = ""
    while len(text) < length:
        text += "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(1, 9))) + " "
    return text[:length - 1] + "x"


class BusyMachine:
    """Two loops that want all the CPU there is, for the with-block."""

    def __enter__(self):
        self.loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]

    def __exit__(self, *_):
        for loop in self.loops:
            loop.kill()
            loop.wait()


class Typing(unittest.TestCase):
    def test_no_key_is_lost_while_the_machine_is_busy(self):
        home = self.enterContext(tempfile.TemporaryDirectory(prefix="onsite-e2e-"))
        display = self.enterContext(Display(1440, 900))
        window = self.enterContext(OnsiteWindow(PROGRAM, display, home))
        window.click("button", "ML concepts")
        window.expect("screen", "Setup")
        window.click("button", "Start drill")
        window.click("textbox", "Answer")
        text = prose(CHARACTERS, SEED)
        with BusyMachine():
            began = time.monotonic()
            subprocess.run(["xdotool", "type", "--delay", str(DELAY_MS), "--", text],
                           env=window.environment, check=True)
            took = time.monotonic() - began
            shown = self.when_it_rests(window)
        lost = next((i for i, (a, b) in enumerate(zip(text, shown)) if a != b), min(len(text), len(shown)))
        self.assertEqual(shown, text, f"the texts part at character {lost}")
        print(f"{CHARACTERS} characters in {took:.1f} s, none lost")

    def when_it_rests(self, window):
        """The answer, once it is as long as what was typed or has not grown for three seconds."""
        shown, since = None, time.monotonic()
        while time.monotonic() - since < 3:
            now = window.expect("textbox", "Answer").value
            if now != shown:
                shown, since = now, time.monotonic()
            if len(now) >= CHARACTERS:
                break
            time.sleep(0.1)
        return shown


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
