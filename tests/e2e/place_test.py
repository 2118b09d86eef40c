"""The window comes back where it was left, and so do its panels.

usage: place_test.py PROGRAM    (needs xvfb, xdotool)
"""
import json
import os
import re
import sys
import tempfile
import unittest

from window_driver import Display, OnsiteWindow

PROGRAM = None


class Place(unittest.TestCase):
    def setUp(self):
        self.home = self.enterContext(tempfile.TemporaryDirectory(prefix="onsite-e2e-"))
        self.display = self.enterContext(Display(1600, 1000))
        self.file = os.path.join(self.home, "data/window.json")

    def write(self, text):
        os.makedirs(os.path.dirname(self.file), exist_ok=True)
        with open(self.file, "w", encoding="utf-8") as file:
            file.write(text)

    def kept(self):
        with open(self.file, encoding="utf-8") as file:
            return json.load(file)

    def open(self):
        return OnsiteWindow(PROGRAM, self.display, self.home, sized=False)

    def geometry(self, window):
        """x, y, width and height of the window on the screen."""
        shell = window.run("xdotool", "getwindowgeometry", "--shell", window.window)
        return tuple(int(re.search(f"^{key}=(-?\\d+)", shell, re.M)[1]) for key in ("X", "Y", "WIDTH", "HEIGHT"))

    def test_size_and_position_are_kept(self):
        with self.open() as window:
            self.assertEqual(self.geometry(window)[2:], (1440, 900))
            window.run("xdotool", "windowsize", "--sync", window.window, "1200", "750")
            window.run("xdotool", "windowmove", "--sync", window.window, "130", "90")
            window.wait("the new place to be written", lambda _: os.path.exists(self.file) and
                        (self.kept()["width"], self.kept().get("x")) == (1200, 130))
        with self.open() as window:
            self.assertEqual(self.geometry(window), (130, 90, 1200, 750))

    def test_a_place_beyond_the_screen_is_given_up(self):
        self.write('{"width": 9000, "height": 700, "x": 5000, "y": 40}')
        with self.open() as window:
            x, y, width, height = self.geometry(window)
            self.assertEqual((width, height), (1600, 700))
            self.assertTrue(0 <= x < 1600 and 0 <= y < 1000, (x, y))

    def test_a_damaged_file_means_defaults_and_one_line_in_the_log(self):
        self.write('{"width": "wide"')
        with self.open() as window:
            self.assertEqual(self.geometry(window)[2:], (1440, 900))
            with open(window.log.name, encoding="utf-8") as log:
                self.assertEqual(len([line for line in log if "window.json" in line]), 1)

    def test_a_dragged_panel_is_kept(self):
        with self.open() as window:
            window.click("button", "ML concepts")
            window.click("button", "Start drill")
            panel = window.still("panel", "Question")
            edge, middle = panel.x + panel.w + 5, panel.y + panel.h // 2
            window.point(edge, middle, "mousedown", "1", "mousemove_relative", "--", "40", "0", "sleep", "0.2",
                         "mouseup", "1")
            window.wait("a wider panel", lambda nodes: [
                n for n in window.matching(nodes, "panel", "Question") if n.w == panel.w + 40])
            # The tree has the panel's inside, a border less on either side.
            window.wait("its width to be written", lambda _: 0 <= self.kept()["panels"]["statement_width"]
                        - panel.w - 40 <= 2)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
