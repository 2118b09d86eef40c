#!/usr/bin/env python3
"""What a streaming language model costs the room: the time of its frames while a reply arrives at 200 tokens a
second, against the same room while none does.

usage: voice_bench.py BUILD_DIR [turns] [PICTURE_FOLDER]
Starts its own Xvfb; needs the packages xvfb and xdotool, and the targets onsite and llm_http_server. Turns
alternate in one room, so that noise hits both alike. Exits with 1 when the median frame grows by more than a
quarter. A reply lasts five seconds and is refused by the rules in the end, so that the room stays as it is.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from window_bench import Display, Measured

RATE = 200  # tokens a second
TOKENS = 1000
LIMIT = 1.25
MODEL = "small-model"


def settings(folder, url):
    os.makedirs(folder + "/config/onsite")
    llm = {"enabled": True, "voice": True, "url": url, "model": MODEL, "agreed": [f"openai {url} {MODEL}"]}
    with open(folder + "/config/onsite/settings.json", "w", encoding="utf-8") as file:
        json.dump({"tour_seen": True, "llm": llm}, file)


def is_thinking(window):
    return bool(window.matching(window.nodes(), "status", "The interviewer is thinking"))


def move(window, display):
    """Moves the pointer over the room for a second or two; when that was."""
    moves = []
    for y in range(30, display.height, 150):
        for x in range(20, display.width, 180):
            moves += ["mousemove", "--window", window.window, str(x), str(y), "sleep", "0.017"]
    begin = time.monotonic()
    window.run("xdotool", *moves)
    return begin, time.monotonic()


def ask(window):
    window.click("textbox", "Message")
    window.type("Does the wall colour matter?")
    window.press("Return")
    window.wait("the model is asked", lambda _: is_thinking(window))
    time.sleep(0.3)  # the reply streams


def picture(window, folder, name):
    if folder:
        window.run("import", "-window", "root", os.path.join(folder, name))


def main():
    build = os.path.abspath(sys.argv[1])
    turns = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    pictures = sys.argv[3] if len(sys.argv) > 3 else None
    text = "%2D".join(["so"] * (TOKENS - 1)) + "%20www.x"
    with Display(1440, 900) as display, tempfile.TemporaryDirectory() as folder:
        with subprocess.Popen([build + "/llm_http_server"], stdout=subprocess.PIPE, text=True) as server:
            port = server.stdout.readline().strip()
            settings(folder, f"http://127.0.0.1:{port}/paced/0/{RATE}/{text}/v1")
            spans = {True: [], False: []}
            with Measured(build + "/onsite", display, folder) as window:
                window.expect("button", "Coding")
                window.click("button", "Coding")
                window.expect("screen", "Setup")
                window.click("button", "Start drill")
                window.expect("screen", "Room")
                picture(window, pictures, "typing.png")
                for _ in range(turns):
                    for streaming in (True, False):
                        if streaming:
                            ask(window)
                        else:
                            window.wait("the decision", lambda _: not is_thinking(window))
                        spans[streaming].append(move(window, display))
                        if streaming and not is_thinking(window):
                            sys.exit("the reply was over before the frames were")
                picture(window, pictures, "decided.png")
                frames = window.frames()
            server.kill()
    middle = {}
    for streaming, name in ((False, "quiet"), (True, f"{RATE} tokens/s")):
        build_ms = sorted(row[0] for row in frames
                          if any(begin <= row[2] <= end for begin, end in spans[streaming]))
        middle[streaming] = statistics.median(build_ms)
        print(f"frame, {name:14} median {middle[streaming]:.2f} ms, p95 {build_ms[int(len(build_ms) * 0.95)]:.2f} ms "
              f"of {len(build_ms)} frames")
    ratio = middle[True] / middle[False]
    print(f"ratio {ratio:.2f} (limit {LIMIT}), load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    if ratio > LIMIT:
        sys.exit("missed")


main()
