"""The exported page of a session in a real browser: it plays, it prints, it fetches nothing, and an answer stays text.

usage: html_export_test.py PROGRAM PICTURE_FOLDER    (needs chromium and chromium-driver)
"""
import base64
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

ANSWERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/answers")
PRELUDE = "const by = (id) => document.getElementById(id);"
HOSTILE = (
    "</script></pre></style><script>window.pwned = 1</script><img src=x onerror='window.pwned = 1'>"
    "<svg onload='window.pwned = 1'></svg><style>* { display: none }</style>"
    "<a href=\"data:text/html,<script>1</script>\">here</a><!-- \0 ]]> <iframe src='http://127.0.0.1:9/'></iframe>"
)
MOST_BYTES = 1_500_000  # for an hour
PROGRAM = None
PICTURES = None


class Browser:
    """Headless Chromium behind its driver, which listens on loopback."""

    def __enter__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            self.wait_for_driver()
            arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1200,900"]
            options = {"goog:chromeOptions": {"args": arguments}, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
            session = self.send("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        except BaseException:
            self.driver.kill()
            self.driver.wait()
            raise
        self.base += "/session/" + session["sessionId"]
        return self

    def __exit__(self, *_):
        try:
            self.send("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()

    def wait_for_driver(self):
        for _ in range(300):
            try:
                if self.send("GET", "/status")["ready"]:
                    return
            except (urllib.error.URLError, ConnectionError):
                pass
            time.sleep(0.1)
        raise RuntimeError("chromedriver does not answer")

    def send(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method, headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:
                return json.load(reply)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode(errors="replace")) from error

    def run(self, script):
        return self.send("POST", "/execute/sync", {"script": PRELUDE + script, "args": []})

    def press(self, key):
        keys = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.send("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": keys}]})

    def picture(self, name):
        with open(os.path.join(PICTURES, name), "wb") as file:
            file.write(base64.b64decode(self.send("GET", "/screenshot")))

    def complaints(self):
        return [entry["message"] for entry in self.send("POST", "/se/log", {"type": "browser"})]

    def requests(self):
        messages = [json.loads(entry["message"])["message"] for entry in self.send("POST", "/se/log", {"type": "performance"})]
        return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


class HtmlExportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.makedirs(PICTURES, exist_ok=True)
        cls.home = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="onsite-export-"))
        cls.environment = dict(os.environ, ONSITE_DATA_DIR=os.path.join(cls.home, "data"),
                               XDG_CONFIG_HOME=os.path.join(cls.home, "config"))
        cls.loop = cls.export("loop", ["loop", "onsite-mle", "--answers", os.path.join(ANSWERS, "onsite-mle")])
        cls.browser = cls.enterClassContext(Browser())

    @classmethod
    def onsite(cls, *arguments):
        return subprocess.run([PROGRAM, *arguments], env=cls.environment, check=True, capture_output=True, text=True).stdout

    @classmethod
    def export(cls, name, command, *options):
        session = json.loads(cls.onsite(*command, "--json"))["session_id"]
        path = os.path.join(cls.home, name + ".html")
        cls.onsite("sessions", "export", session, "--format", "html", "-o", path, *options)
        return path

    def concept(self, words):
        with open(os.path.join(ANSWERS, "drills/concepts-good.json"), encoding="utf-8") as file:
            answers = json.load(file)
        for answer in answers if isinstance(answers, list) else [answers]:
            texts = answer["prose"] if "prose" in answer else answer
            texts["answer"] = words
        path = os.path.join(self.home, "answers.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(answers, file)
        return ["drill", "--answers", path]

    def open(self, path):
        self.browser.complaints()
        self.browser.requests()
        self.browser.send("POST", "/url", {"url": "file://" + path})

    def expect_quiet(self, path):
        self.assertEqual(self.browser.complaints(), [])
        self.assertEqual([url for url in self.browser.requests() if url != "file://" + path], [], "nothing else is fetched")

    def test_a_loop_is_small_and_its_player_steps_and_plays(self):
        self.assertLessEqual(os.path.getsize(self.loop), MOST_BYTES)
        self.open(self.loop)
        self.assertFalse(self.browser.run("return by('player').hidden"))
        before = self.browser.run("return by('time').textContent + by('stage').textContent")
        for _ in range(12):
            self.browser.run("by('next').click()")
        stepped = self.browser.run("return by('time').textContent + by('stage').textContent")
        self.assertNotEqual(before, stepped)
        for _ in range(12):
            self.browser.run("by('previous').click()")
        self.assertEqual(self.browser.run("return by('time').textContent + by('stage').textContent"), before)
        self.browser.press("\ue014")  # the right arrow
        self.assertNotEqual(self.browser.run("return by('stage').textContent + by('place').textContent"), "")
        self.browser.run("by('speed').value = '60'; by('scrubber').value = '0'; by('scrubber').dispatchEvent(new Event('input'))")
        self.browser.press("k")
        self.assertEqual(self.browser.run("return by('play').textContent"), "Pause")
        for _ in range(100):
            if self.browser.run("return Number(by('scrubber').value)") > 0:
                break
            time.sleep(0.1)
        self.assertGreater(self.browser.run("return Number(by('scrubber').value)"), 0, "it plays")
        self.browser.run("by('play').click()")
        self.expect_quiet(self.loop)

    def test_at_its_end_the_replay_shows_the_code_that_was_handed_in(self):
        with open(os.path.join(ANSWERS, "onsite-mle/01-coding.json"), encoding="utf-8") as file:
            answers = json.load(file)
        answer = answers[0] if isinstance(answers, list) else answers
        self.open(self.loop)
        self.assertLessEqual(self.browser.run("return by('text').textContent").count("def "), 1, "the starter stands there once")
        self.browser.run("by('scrubber').value = by('scrubber').max; by('scrubber').dispatchEvent(new Event('input'));"
                         "by('fields').value = '0'; by('fields').dispatchEvent(new Event('change'))")
        source = answer["source"]
        source = "\n".join(source) if isinstance(source, list) else source
        self.assertEqual(self.browser.run("return by('text').textContent").strip(), source.strip())

    def test_it_has_both_themes_and_prints(self):
        self.open(self.loop)
        grounds = set()
        for name in ("one", "other"):
            grounds.add(self.browser.run("return getComputedStyle(document.body).backgroundColor"))
            self.browser.picture(f"export-theme-{name}.png")
            self.browser.run("by('theme').click()")
        self.assertEqual(len(grounds), 2)
        pdf = base64.b64decode(self.browser.send("POST", "/print", {}))
        self.assertTrue(pdf.startswith(b"%PDF"))
        with open(os.path.join(PICTURES, "export.pdf"), "wb") as file:
            file.write(pdf)
        self.expect_quiet(self.loop)

    def test_an_answer_stays_text_whatever_it_says(self):
        counts = {}
        for name, words in (("calm", "calm words only"), ("hostile", HOSTILE)):
            page = self.export(name, self.concept(words))
            self.open(page)
            counts[name] = self.browser.run("return document.querySelectorAll('script, style, img, svg, iframe, a, pre').length")
            self.assertIsNone(self.browser.run("return window.pwned === undefined ? null : 'pwned'"))
            self.assertNotEqual(self.browser.run("return getComputedStyle(document.body).display"), "none")
            self.expect_quiet(page)
        self.assertEqual(counts["calm"], counts["hostile"])
        self.assertIn("onerror", self.browser.run("return document.body.textContent"), "the answer is shown as it was")

    def test_text_that_is_taken_out_is_nowhere_in_the_page(self):
        page = self.export("wordless", self.concept("a singular sentence about nothing"), "--redact", "text")
        with open(page, encoding="utf-8") as file:
            self.assertNotIn("a singular sentence", file.read())
        self.open(page)
        self.expect_quiet(page)


if __name__ == "__main__":
    PROGRAM, PICTURES = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1])
