"""The main job in a real window: drills of all four kinds, typed by real key events, with pictures.

usage: window_test.py PROGRAM PICTURE_FOLDER [unittest arguments]    (needs xvfb, xdotool, imagemagick)
ONSITE_E2E_SHOTS names another folder for the pictures. Questions and answers come from rubrics/.
"""
import json
import os
import re
import shutil
import sys
import tempfile
import unittest

from window_driver import Display, OnsiteWindow, WindowFailure

RUBRICS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../rubrics")
JUDGE_SECONDS = 90
PROGRAM = None
PICTURES = None

CODING = "coding/pair-with-target"
ML_CODING = "ml_coding/scaled-dot-attention"
CONCEPT = "concepts/bias-variance-and-regularisation/bias-variance-decomp.json"
DESIGN = "system_design/video-recommendation"
DEBRIEF = ("screen", "Debrief")


def read(path):
    with open(os.path.join(RUBRICS, path), encoding="utf-8") as file:
        return file.read()


def question(path):
    names = [path, path + "/question.json", path + "/case.json"]
    return json.loads(read(next(n for n in names if os.path.isfile(os.path.join(RUBRICS, n)))))


class WindowTest(unittest.TestCase):
    """A test has a display, a home folder and pictures of its own."""

    size = (1440, 900)

    def setUp(self):
        self.display = self.enterContext(Display(*self.size))
        self.home = self.enterContext(tempfile.TemporaryDirectory(prefix="onsite-e2e-"))
        self.pictures = 0
        self.window = None
        self.start()

    def start(self):
        self.window = OnsiteWindow(PROGRAM, self.display, self.home)
        self.addCleanup(self.window.kill)

    def shot(self, name):
        """A picture of the step; what is in it must be tidy."""
        self.pictures += 1
        path = os.path.join(PICTURES, f"{self.id().split('.')[-1]}-{self.pictures:02}-{name}.png")
        self.window.screenshot(path)
        if not any(n.role == "dialog" for n in self.window.nodes()):
            faults = self.window.untidy()
            self.assertFalse(faults, f"{name}: " + "; ".join(faults))
        return path

    def brightness(self, picture):
        return float(self.window.run("convert", picture, "-colorspace", "Gray", "-format", "%[fx:mean]", "info:"))

    # Steps that several tests take.

    def start_drill(self, kind, title):
        w = self.window
        w.click("tab", "Home")
        w.click("button", kind)
        w.expect("screen", "Setup")
        w.choose("Question", title)
        self.shot("setup")
        w.click("button", "Start drill")
        w.expect("heading", title)
        w.expect("message", "Interviewer", within=("panel", "Conversation"))

    def hand_in(self, button="End round"):
        w = self.window
        w.click("button", button)
        w.expect("dialog", "End this round?")
        self.shot("hand-in")
        w.click("button", "Hand in")
        w.expect("screen", "Self-rating")
        w.wait("the page to begin at its top", lambda nodes: [
            n for n in w.matching(nodes, "text", "How did it go?") if n.visible])

    def rate(self, score):
        """Gives every dimension the score, and waits for the debrief."""
        w = self.window
        dimensions = [n.label for n in w.nodes() if n.role == "group"]
        self.assertGreaterEqual(len(dimensions), 3)
        for dimension in dimensions:
            w.click("option", score, within=("group", dimension))
            w.wait(f"{dimension} to be rated {score}", lambda nodes, d=dimension: [
                n for n in w.matching(nodes, "option", score, ("group", d)) if n.on])
        self.shot("self-rating")
        w.click("button", "Done")
        w.expect(*DEBRIEF, patience=JUDGE_SECONDS)
        return dimensions

    def check_debrief(self, kind, dimensions):
        """The debrief shows a score, every dimension with evidence, the answer and a model answer."""
        w = self.window
        for dimension in dimensions:
            w.expect(None, dimension, within=DEBRIEF)
        self.shot("debrief-" + kind)
        w.click("tab", "Your answers", within=DEBRIEF)
        answer = w.expect("article", "Your answer").value
        self.shot("debrief-answers-" + kind)
        w.click("tab", "Model answer", within=DEBRIEF)
        self.assertGreater(len(w.expect("article", "Model answer").value), 40)
        self.shot("debrief-model-" + kind)
        return answer

    def judge(self, button, prefix):
        """Presses Run or Submit and returns the line that sums up the result."""
        w = self.window
        w.click("button", button)
        return w.expect("text", re.compile("^" + prefix), patience=JUDGE_SECONDS).label


class Drills(WindowTest):
    """One run of the program: a drill of each kind, then the history and the settings."""

    def test_1_main_job(self):
        w = self.window
        w.expect("button", "System design")
        w.wait("the doctor's findings", lambda nodes: w.matching(nodes, "button", re.compile("on this machine$|is ready$")), 60)
        self.shot("home")
        self.coding_drill()
        self.ml_coding_drill()
        self.concepts_drill()
        self.design_drill()
        self.history()
        self.settings()

    def coding_drill(self):
        w, asked = self.window, question(CODING)
        source = read(CODING + "/solutions/ref.py")
        self.start_drill("Coding", asked["title"])
        self.shot("room-coding")
        w.click("code", "Code")
        w.type_code(source.replace("target - x", "target + x"))
        self.assertIn("0 of 2", self.judge("Run", "Run: "))
        w.expect("field", "Got")
        self.shot("coding-run-wrong")
        w.click("code", "Code")
        w.type_code(source)
        w.click("button", "Run")
        w.expect("text", re.compile("^Run: Accepted.*2 of 2 passed"), patience=JUDGE_SECONDS)
        self.shot("coding-run")
        self.assertRegex(self.judge("Submit", "Submitted: "), r"Accepted\W+(\d+) of \1 passed")
        self.shot("coding-submitted")
        self.talk(asked)
        self.hand_in()
        dimensions = self.rate("3")
        answer = self.check_debrief("coding", dimensions)
        self.assertIn("position_of[x] = i", answer)
        w.click("tab", "Tests", within=DEBRIEF)
        w.expect("text", re.compile(r"^Accepted"), within=DEBRIEF)
        self.shot("debrief-tests")

    def talk(self, asked):
        """A question that the statement leaves open, and a hint, whose cost is told before it is taken."""
        w = self.window
        fact = next(c["answer"] for c in asked["clarifications"] if "negative" in c["ask"])
        w.type_text("textbox", "Message", "Can the amounts be negative?")
        w.press("Return")
        w.expect_value("message", "You", "Can the amounts be negative?")
        w.expect_value("message", "Interviewer", lambda said: fact in said)
        self.shot("clarified")
        w.click("chip", re.compile(r"^Hint 1 \(costs 0\.25\)"))
        w.expect("dialog", "Take the hint?")
        w.expect("text", re.compile(r"0\.25"), within=("dialog", "Take the hint?"))
        self.shot("hint-asked")
        w.click("button", "Take it")
        w.expect_value("message", "Interviewer", lambda said: asked["hints"][0]["text"] in said)
        w.expect("chip", re.compile("^Hint 2"))
        self.shot("hint-taken")

    def ml_coding_drill(self):
        w, asked = self.window, question(ML_CODING)
        self.start_drill("ML coding", asked["title"])
        w.click("code", "Code")
        w.type_code(read(ML_CODING + "/solution.py"))
        self.assertIn("Accepted", self.judge("Run", "Run: "))
        self.shot("ml-coding-run")
        self.assertRegex(self.judge("Submit", "Submitted: "), r"Accepted\W+(\d+) of \1 passed")
        self.shot("ml-coding-submitted")
        w.click("tab", "Notes")
        w.type_text("textbox", "Notes", "Scores are divided by the square root of d.\nBlocked rows stay zero.")
        self.shot("ml-coding-notes")
        self.hand_in()
        self.assertIn("np.divide", self.check_debrief("ml-coding", self.rate("2.5")))

    def concepts_drill(self):
        w, asked = self.window, question(CONCEPT)
        self.start_drill("ML concepts", asked["title"])
        text = ("The error consists of bias squared, variance and noise. A model that is too simple has a "
                "high bias, and a very flexible one has a high variance.")
        w.type_text("textbox", "Answer", text)
        self.shot("concepts-answer")
        w.click("button", "I have answered")
        w.expect("textbox", "Reply 1")
        self.shot("concepts-probe")
        w.type_text("textbox", "Reply 1", "Averaging deep trees lowers variance; boosting lowers bias.")
        self.shot("concepts-reply")
        self.hand_in("Finish the round")
        answer = self.check_debrief("concepts", self.rate("2"))
        self.assertIn(text, answer)
        self.assertIn("boosting lowers bias", answer)

    def design_drill(self):
        w, asked = self.window, question(DESIGN)
        estimate = asked["estimates"][0]
        parts = [c["name"] for c in json.loads(read("palette.json"))["components"][:2]]
        self.start_drill("System design", asked["title"])
        section = "Goal: more satisfied watch time per visitor, within 200 ms per page."
        w.type_text("textbox", "Notes", section)
        self.shot("design-section")
        w.click("tab", "Whiteboard")
        for part in parts:
            w.type_text("textbox", "Find a part", part)
            w.press("Return")
            w.expect("node", part)
        w.click("node", parts[0])
        w.type_text("textbox", "Name", "phone")
        w.click("node", "phone")
        w.press("a", "Return")  # to the nearest part
        w.expect("edge", f"phone → {parts[1]}")
        w.type_text("textbox", "What flows", "page request")
        w.expect("edge", f"phone → {parts[1]}: page request")
        self.shot("design-whiteboard")
        w.click("tab", "Estimates")
        w.type_text("textbox", estimate["text"], estimate["formula"] + " " + estimate["unit"])
        self.shot("design-estimates")
        self.hand_in()
        answer = self.check_debrief("design", self.rate("3.5"))
        for written in (section, estimate["formula"]):
            self.assertIn(written, answer)
        w.click("tab", "Your answers", within=DEBRIEF)
        w.expect("edge", f"phone → {parts[1]}: page request", within=DEBRIEF)

    def history(self):
        w = self.window
        w.click("tab", "History")
        w.expect("text", "History")
        w.wait("four sessions to review", lambda nodes: len(w.matching(nodes, "button", "Review")) == 4)
        for path in (CODING, ML_CODING, CONCEPT, DESIGN):
            w.expect("text", re.compile(re.escape(question(path)["title"])))
        self.shot("history")
        w.click("button", "Transcript", index=3)
        w.expect("screen", "Transcript")
        for line in ("Submitted", "Can the amounts be negative?", "Took hint 1"):
            w.expect("text", line)
        self.shot("transcript")

    def settings(self):
        w = self.window
        w.click("tab", "Settings")
        self.assertLess(self.brightness(self.shot("settings-dark")), 0.3)
        w.click("option", "Light", within=("group", "Theme"))
        self.assertGreater(self.brightness(self.shot("settings-light")), 0.7)
        w.kill()
        self.start()
        self.assertGreater(self.brightness(self.shot("home-light-after-restart")), 0.7)
        self.window.click("tab", "Settings")
        self.window.wait("Light to be the theme", lambda nodes: [
            n for n in w.matching(nodes, "option", "Light", ("group", "Theme")) if n.on])


class Crash(WindowTest):
    def test_2_killed_drill_is_resumed(self):
        w, title = self.window, question(CONCEPT)["title"]
        self.start_drill("ML concepts", title)
        text = "Bias squared plus variance plus noise."
        w.type_text("textbox", "Answer", text)
        # At most the last second may be lost: let two go by on the clock of the round.
        clock = w.expect("timer", "Time left").value
        for _ in range(2):
            clock = w.expect_value("timer", "Time left", lambda value, was=clock: value != was).value
        w.kill()
        self.start()
        w = self.window
        w.expect("text", "Unfinished")
        self.shot("offers-to-continue")
        w.click("button", "Continue")
        w.expect("heading", title)
        w.expect_value("textbox", "Answer", text)
        self.shot("continued")


class Keyboard(WindowTest):
    """A drill without the pointer."""

    def tab_to(self, role, label):
        w = self.window
        w.expect(role, label)

        def focus(nodes):
            return [(n.role, n.label, n.x, n.y) for n in nodes if n.focused]
        for _ in range(80):
            before = w.nodes()
            if any(n.focused for n in w.matching(before, role, label)):
                return
            w.press("Tab")
            # A dialog that opens takes the focus away; only Tab gives it to something.
            w.wait("Tab to move the focus", lambda nodes, was=focus(before): focus(nodes) not in ([], was))
        raise WindowFailure(f"Tab does not reach {role} {label}. The screen:\n{w.dump()}")

    def press_on(self, role, label):
        self.tab_to(role, label)
        self.window.press("Return")

    def test_3_keyboard_alone(self):
        w, title = self.window, question(CONCEPT)["title"]
        w.pointer_allowed = False
        self.press_on("button", "ML concepts")
        w.expect("screen", "Setup")
        self.press_on("combo", "Question")
        self.press_on("option", title)
        w.expect_value("combo", "Question", title)
        self.press_on("button", "Start drill")
        w.expect("heading", title)
        w.press("ctrl+2")
        w.wait("the answer to have the focus", lambda nodes: [
            n for n in w.matching(nodes, "textbox", "Answer") if n.focused])
        text = "The error is bias squared plus variance plus noise."
        w.type(text)
        w.expect_value("textbox", "Answer", text)
        self.shot("answered")
        w.press("ctrl+Return")
        w.expect("textbox", "Reply 1")
        self.tab_to("textbox", "Reply 1")
        w.type("More data lowers variance.")
        w.expect_value("textbox", "Reply 1", "More data lowers variance.")
        w.press("F6")  # leaves the panel of the answer
        self.shot("f6")
        self.press_on("button", "End round")
        self.press_on("button", "Hand in")
        w.expect("screen", "Self-rating")
        self.shot("self-rating")
        self.press_on("button", "Skip")
        w.expect(*DEBRIEF, patience=JUDGE_SECONDS)
        self.shot("debrief")
        w.press("Escape")
        w.expect("screen", "History")
        w.expect("button", "Review")


class SmallWindow(WindowTest):
    """Everything fits into the smallest window, in both themes."""

    size = (1024, 640)

    def test_4_small_and_tidy(self):
        for theme in ("Dark", "Light"):
            with self.subTest(theme):
                self.visit_everything(theme)

    def visit_everything(self, theme):
        w = self.window
        w.click("tab", "Settings")
        w.click("option", theme, within=("group", "Theme"))
        self.shot("settings-" + theme)
        w.click("tab", "Home")
        self.shot("home-" + theme)
        for kind, path in (("Coding", CODING), ("ML coding", ML_CODING), ("ML concepts", CONCEPT),
                           ("System design", DESIGN)):
            self.start_drill(kind, question(path)["title"])
            self.shot(f"room-{kind}-{theme}".replace(" ", "-"))
            if kind == "System design":
                w.click("tab", "Whiteboard")
                w.click("canvas", "Board")
                w.press("Return")
                w.type("Client\n")
                w.expect("node", "Client")
                w.press("ctrl+Return")
                w.type("Gateway\n")
                w.expect("edge", "Client → Gateway")
                self.shot("whiteboard-" + theme)
            if kind == "ML concepts":
                w.type_text("textbox", "Answer", "Noise is the floor that no model beats.")
            self.hand_in("End round")
            self.shot("self-rating-" + theme)
            w.click("button", "Skip")
            w.expect(*DEBRIEF, patience=JUDGE_SECONDS)
            self.shot(f"debrief-{kind}-{theme}".replace(" ", "-"))
        w.click("tab", "History")
        self.shot("history-" + theme)


def main():
    global PROGRAM, PICTURES
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    PROGRAM = os.path.abspath(sys.argv[1])
    PICTURES = os.path.abspath(os.environ.get("ONSITE_E2E_SHOTS") or sys.argv[2])
    missing = [tool for tool in ("Xvfb", "xdotool", "import", "convert") if shutil.which(tool) is None]
    if missing:
        sys.exit(f"window_test.py needs {', '.join(missing)}; install the packages xvfb, xdotool and imagemagick.")
    os.makedirs(PICTURES, exist_ok=True)
    unittest.main(argv=sys.argv[:1] + sys.argv[3:], verbosity=2)


if __name__ == "__main__":
    main()
