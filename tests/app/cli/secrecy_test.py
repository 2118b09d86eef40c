"""The key of the language model stays where the user keeps it.

Runs the real program with a key in the environment, then with one in a file, through everything
that has to do with the model and everything that starts other programs: grading, a drill with code
judged, a batch, feedback on a session, exports, the doctor, endpoints that fail and echo the key.
Then looks for the key, plain and encoded, in every file of data, config, cache and exports, and in
all that was printed. Meanwhile the command line and the environment of every descendant are read
from /proc, and the judged program prints what it can see of both itself.

usage: secrecy_test.py ONSITE LLM_HTTP_SERVER SOURCE_FOLDER [--plant PLACE]
--plant leaks the key on purpose (file, child), to see that the search finds it.
"""
import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

KEY = "sk-Zq7-secrecy-9d41c2"
NEEDLES = [KEY.encode(), base64.b64encode(KEY.encode()).rstrip(b"="), KEY.encode().hex().encode()]

# Prints its own environment and whatever /proc shows, and takes its time so that it is seen.
SNOOP = '''
import os, time

def pair_with_target(nums, target):
    print(dict(os.environ))
    for name in os.listdir("/proc"):
        for what in ("cmdline", "environ"):
            try:
                with open("/proc/" + name + "/" + what, "rb") as file:
                    print(name, what, file.read())
            except OSError:
                pass
    end = time.time() + 0.05
    while time.time() < end:
        pass
    seen = {}
    for i, x in enumerate(nums):
        if target - x in seen:
            return [seen[target - x], i]
        seen[x] = i
'''
CPP = '''
#include <cstdio>
#include <vector>
extern char** environ;
std::vector<int> pair_with_target(const std::vector<int>& nums, int target) {
  for (char** at = environ; *at != nullptr; ++at) std::puts(*at);
  for (std::size_t i = 0; i < nums.size(); ++i)
    for (std::size_t j = i + 1; j < nums.size(); ++j)
      if (nums[i] + nums[j] == target) return {int(i), int(j)};
  return {};
}
'''


def read(path):
    try:
        return pathlib.Path(path).read_bytes()
    except OSError:
        return b""


class Watch(threading.Thread):
    """Reads command lines and environments of the descendants of `root` until stopped."""

    def __init__(self, root):
        super().__init__(daemon=True)
        self.root, self.done = root, threading.Event()
        self.seen, self.leaks = set(), set()

    def run(self):
        while not self.done.is_set():
            self.look(self.root, own=True)
            time.sleep(0.002)

    def look(self, pid, own=False):
        command = read(f"/proc/{pid}/cmdline")
        # The program itself was given the key by its user; whoever it starts was not.
        for what, text in (("cmdline", command), ("environ", b"" if own else read(f"/proc/{pid}/environ"))):
            if any(needle in text for needle in NEEDLES):
                self.leaks.add(f"{what} of {command.replace(bytes(1), b' ').decode(errors='replace')[:200]}")
        if not own and command:
            self.seen.add(os.path.basename(command.split(b"\0")[0].decode(errors="replace")))
        try:
            tasks = os.listdir(f"/proc/{pid}/task")
        except OSError:
            return
        for task in tasks:
            for child in read(f"/proc/{pid}/task/{task}/children").split():
                self.look(int(child))


class User:
    def __init__(self, home, program, key_in_file, plant):
        self.home, self.program, self.plant = pathlib.Path(home), program, plant
        self.printed, self.seen, self.leaks = [], set(), set()
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8",
                            "XDG_CONFIG_HOME": f"{home}/config", "XDG_CACHE_HOME": f"{home}/cache",
                            "XDG_DATA_HOME": f"{home}/share", "ONSITE_DATA_DIR": f"{home}/data"}
        self.llm = {"enabled": True, "model": "small-model", "timeout_s": 10}
        if key_in_file:
            self.key_file = self.write("key", KEY)
            self.key_file.chmod(0o600)
            self.llm["key_file"] = str(self.key_file)
        else:
            self.key_file = None
            self.environment["ONSITE_LLM_API_KEY"] = KEY
        if plant == "child":
            self.environment["SOMETHING_ELSE"] = KEY
        if plant == "file":
            self.llm["headers"] = {"X-Title": KEY}

    def write(self, name, text):
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def use(self, url):
        self.write("config/onsite/settings.json", json.dumps({"llm": {**self.llm, "url": url}}))

    def run(self, *arguments, ends_in=(0,)):
        child = subprocess.Popen([self.program, *map(str, arguments)], env=self.environment,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE)
        watch = Watch(child.pid)
        watch.start()
        out, err = child.communicate(timeout=300)
        watch.done.set()
        watch.join()
        self.printed.append((arguments, out + err))
        self.seen |= watch.seen
        self.leaks |= watch.leaks
        assert child.returncode in ends_in, (arguments, child.returncode, err.decode())
        return out


def exercise(user, server, source):
    base = f"http://127.0.0.1:{server}"
    concept = source / "tests/support/answers/drills/concepts-good.json"
    snoop = user.write("snoop.json", json.dumps({"question": "pair-with-target", "language": "python",
                                                 "source": SNOOP}))
    cpp = user.write("snoop.cpp", CPP)
    user.write("exports/readme.txt", "What is exported goes here.")
    batch = user.write("batch.jsonl", json.dumps(
        {"question_id": "q", "question": "What?", "reference_answer": "It shrinks weights.",
         "student_answer": "It shrinks all of the weights a little."}) + "\n")
    user.use(base + "/feedback-60/v1/chat/completions")
    user.run("llm", "check", ends_in=(0, 2))
    user.run("grade", "scale-sqrt-d", "--answer", concept, "--llm", "--yes")
    user.run("grade", "--batch", batch, "-o", user.home / "exports/batch.jsonl", "--llm")
    out = user.run("drill", "--answers", snoop, "--llm", "--json")
    assert json.loads(out)["feedback"][0]["model"] == "small-model-2026", out
    user.run("judge", "pair-with-target", "--language", "python", "--source", user.write("s.py", SNOOP),
             "--json", ends_in=(0, 1))
    user.run("judge", "pair-with-target", "--language", "cpp", "--source", cpp, "--json",
             ends_in=(0, 1))
    user.run("drill", "--answers", concept, "--json")
    user.run("sessions", "feedback", "last")
    for form in ("md", "json"):
        user.run("sessions", "export", "last", "--format", form, "-o",
                 user.home / f"exports/session.{form}")
    user.run("sessions", "show", "last")
    user.run("doctor", ends_in=(0, 1, 2, 3))
    for behaviour in ("401", "500", "nonsense", "good"):  # the first two echo the key
        user.use(f"{base}/{behaviour}/v1/chat/completions")
        user.run("grade", "scale-sqrt-d", "--answer", concept, "--llm", "--yes")
        user.run("llm", "check", ends_in=(0, 1, 2, 3))
    user.use("http://127.0.0.1:9/v1")
    user.run("drill", "--answers", concept, "--llm", "--yes")


def search(user):
    leaks = set(user.leaks)
    files = 0
    for path in user.home.rglob("*"):
        if not path.is_file() or path == user.key_file:
            continue
        files += 1
        content = read(path)
        if any(needle in content for needle in NEEDLES):
            leaks.add(f"file {path.relative_to(user.home)}")
    for arguments, printed in user.printed:
        if any(needle in printed for needle in NEEDLES):
            leaks.add(f"output of {' '.join(map(str, arguments))}")
    return leaks, files


def main():
    program, server_program, source = sys.argv[1:4]
    plant = sys.argv[5] if len(sys.argv) > 5 else ""
    server = subprocess.Popen([server_program], stdout=subprocess.PIPE, text=True)
    failed = False
    try:
        port = server.stdout.readline().strip()
        for key_in_file in (False, True):
            with tempfile.TemporaryDirectory(prefix="onsite-secrecy-") as home:
                user = User(home, program, key_in_file, plant)
                exercise(user, port, pathlib.Path(source))
                leaks, files = search(user)
                where = "a file" if key_in_file else "the environment"
                print(f"key in {where}: {len(user.printed)} commands, {files} files, "
                      f"{len(user.seen)} programs seen: {', '.join(sorted(user.seen))}")
                assert files >= 8 and len(user.seen) >= 2, "there was nothing to search"
                for leak in sorted(leaks):
                    print("LEAK: " + leak)
                failed = failed or bool(leaks)
    finally:
        server.kill()
        server.wait()
    sys.exit(1 if failed else 0)


main()
