"""A whole loop in a real window: five rounds of all four kinds, its breaks, its decision, by real
key and pointer events, as a candidate takes it.

usage: loop_test.py PROGRAM PICTURE_FOLDER [unittest arguments]    (needs xvfb, xdotool, imagemagick)
The questions are those that the app picks; the answers are the bank's own.
"""
import glob
import json
import os
import re

import window_test
from window_driver import CODE
from window_test import JUDGE_SECONDS, RUBRICS, WindowTest

LOOP = "MLE onsite"


def bank():
    """Every question by its title: (kind, its folder, its JSON)."""
    found = {}
    for path in glob.glob(os.path.join(RUBRICS, "*", "**", "*.json"), recursive=True):
        with open(path, encoding="utf-8") as file:
            content = json.load(file)
        if isinstance(content, dict) and {"id", "title", "difficulty"} <= content.keys():
            kind = os.path.relpath(path, RUBRICS).split(os.sep)[0]
            found[content["title"]] = (kind, os.path.dirname(path), content)
    return found



class Loop(WindowTest):
    def setUp(self):
        self.bank = bank()
        super().setUp()

    def question_on_screen(self):
        """The question of the round: the heading of the statement is its title."""
        headings = self.window.wait("the statement of a question of the bank", lambda nodes: [
            self.bank[n.label] for n in nodes if n.role == "heading" and n.label in self.bank])
        return headings[0]

    def write_code(self, solution):
        w = self.window
        w.click("code", CODE)
        with open(solution, encoding="utf-8") as file:
            w.type_code(file.read())
        w.press("ctrl+Return")
        w.expect("text", re.compile("^Run: Accepted"), patience=JUDGE_SECONDS)
        w.press("ctrl+shift+Return")
        w.expect("text", re.compile("^Submitted: Accepted"), patience=JUDGE_SECONDS)

    def take(self, kind, folder, question):
        w = self.window
        if kind == "coding":
            self.write_code(os.path.join(folder, "solutions/ref.py"))
        elif kind == "ml_coding":
            self.write_code(os.path.join(folder, "solution.py"))
        elif kind == "concepts":
            w.press("ctrl+2")
            w.type("It trades bias against variance; I would measure both on held-out data.")
        else:
            w.press("ctrl+2")
            w.type("Goal: more satisfied visitors, within 200 ms for a page.")
        w.click("textbox", "Message")
        w.type("What is the range of the input?")
        w.press("Return")
        w.expect_value("message", "You", "What is the range of the input?")
        self.shot(kind)

    def test_five_rounds_two_breaks_and_a_decision(self):
        w = self.window
        w.click("button", re.compile(LOOP))
        w.expect("screen", "Setup")
        self.shot("setup")
        w.click("button", re.compile("^Start"))
        kinds = []
        for number in range(5):
            w.expect("screen", "Room")
            kind, folder, question = self.question_on_screen()
            kinds.append(kind)
            self.take(kind, folder, question)
            self.assertFalse(w.matching(w.nodes(), "button", "Pause"), "a loop has no pause")
            self.hand_in("End round")
            if number == 0:
                self.rate_this_round("3")
            else:
                w.click("button", "Skip")
            if number in (1, 3):
                w.expect("screen", "Break")
                self.shot("break")
                w.click("button", "Start the next round")
        self.assertEqual(kinds, ["coding", "coding", "ml_coding", "concepts", "system_design"])
        w.expect("screen", "Debrief", patience=3 * JUDGE_SECONDS)
        self.shot("debrief")
        w.click("tab", "History")
        w.expect("text", re.compile(LOOP))

    def rate_this_round(self, score):
        w = self.window
        for dimension in [n.label for n in w.nodes() if n.role == "group"]:
            w.click("option", score, within=("group", dimension))
        w.click("button", "Done")


if __name__ == "__main__":
    window_test.main()
