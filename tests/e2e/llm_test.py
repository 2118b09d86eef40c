"""Feedback by a language model in a real window, by real keys: consent, words as they arrive, the finished reply.

usage: llm_test.py PROGRAM PICTURE_FOLDER    (needs xvfb, xdotool, imagemagick)
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

from window_driver import Display, OnsiteWindow

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../support"))
from llm_stream_server import MODEL, StreamServer  # noqa: E402

ANSWERS = os.path.join(HERE, "../support/answers/drills/concepts-good.json")
CONSENT = ("dialog", "May this be sent?")
PROGRAM = None
PICTURES = None


class LlmTest(unittest.TestCase):
    def setUp(self):
        self.server = self.enterContext(StreamServer())
        self.home = self.enterContext(tempfile.TemporaryDirectory(prefix="onsite-e2e-"))
        self.settings = os.path.join(self.home, "config/onsite/settings.json")
        os.makedirs(os.path.dirname(self.settings))
        with open(self.settings, "w", encoding="utf-8") as file:
            json.dump({"tour_seen": True, "llm": {"enabled": True, "second_score": True, "url": self.server.url, "model": MODEL}}, file)
        environment = dict(os.environ, ONSITE_DATA_DIR=os.path.join(self.home, "data"),
                           XDG_CONFIG_HOME=os.path.join(self.home, "config"))
        subprocess.run([PROGRAM, "drill", "--answers", ANSWERS], env=environment, check=True, stdout=subprocess.DEVNULL)
        self.display = self.enterContext(Display(1440, 900))
        self.window = self.enterContext(OnsiteWindow(PROGRAM, self.display, self.home))

    def ask(self):
        w = self.window
        w.click("tab", "History")
        w.click("button", "Review")
        w.click("tab", "Feedback", within=("screen", "Debrief"))
        w.click("button", "Ask for feedback")
        w.expect(*CONSENT)

    def test_consent_and_streaming_by_keys(self):
        w = self.window
        self.ask()
        w.wait("the focus on Not now", lambda nodes: [n for n in w.matching(nodes, "button", "Not now") if n.focused])
        w.press("Return")
        w.wait("the dialog to go", lambda nodes: not w.matching(nodes, *CONSENT))
        self.assertEqual(self.server.requests, [], "nothing is sent without consent")
        w.click("button", "Ask for feedback")
        w.expect(*CONSENT)
        w.press("Tab", "Return")
        w.expect("article", "Feedback so far")
        self.assertEqual(len(self.server.requests), 1)
        w.screenshot(os.path.join(PICTURES, "llm-streaming.png"))
        w.wait("the finished reply", lambda nodes: w.matching(nodes, None, re.compile("^From " + MODEL)))
        self.assertFalse(w.matching(w.nodes(), "article", "Feedback so far"))
        w.screenshot(os.path.join(PICTURES, "llm-feedback.png"))
        with open(self.settings, encoding="utf-8") as file:
            self.assertEqual(json.load(file)["llm"]["agreed"], [f"openai {self.server.url} {MODEL}"])

    def test_what_streams_can_be_cancelled(self):
        w = self.window
        self.ask()
        w.press("Tab", "Return")
        w.expect("article", "Feedback so far")
        w.click("button", "Cancel")
        w.expect("button", "Ask for feedback")
        self.assertFalse(w.matching(w.nodes(), "article", "Feedback so far"))


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    PICTURES = os.path.abspath(sys.argv.pop(1))
    os.makedirs(PICTURES, exist_ok=True)
    unittest.main()
