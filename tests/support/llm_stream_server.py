"""A language model's endpoint that writes feedback at the pace of a person reading, for pictures and for tests in a
real window. It speaks chat completions, streaming and not, on a free port of this machine.

usage: with StreamServer() as server: server.url, server.requests
"""
import json
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODEL = "coach-small"


def quotes(material):
    """Two stretches of the candidate's own words: the last answer in the material, its first and last sentence."""
    answer = material.split("# The candidate's answer")[-1].split("# What the automatic check")[0]
    found = [s.strip() for s in re.findall(r"[A-Z][^.\n<>]{20,90}", answer)]
    return (found[0], found[-1]) if found else ("", "")


def feedback(material):
    first, last = quotes(material)
    return json.dumps({
        "strengths": [{"quote": first, "point": 1, "text": "The decomposition is named, and in the right order."}],
        "gaps": [{"quote": last, "point": 2, "text": "Says that it happens, and not why; one sentence of reason "
                  "would have earned the point."},
                 {"quote": "words that stand in no answer", "point": 1, "text": "Vague."}],
        "better_answer": "The expected squared error is bias squared plus variance plus noise. " + first + ".",
        "practise": "Derive the decomposition aloud in three minutes, without notes.",
        "score_reason": "The parts are there, their reasons are thin.", "score": 62})


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def send(self, kind, body):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.server.requests.append(self.path)
        models = [{"id": name} for name in (MODEL, "coach-large", "coach-medium")]
        self.send("application/json", json.dumps({"data": models}).encode())

    def do_POST(self):
        self.server.requests.append(self.path)
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        material = body["messages"][-1]["content"]
        text = "ready" if "single word" in material else feedback(material)
        if not body.get("stream"):
            choice = {"message": {"content": text}, "finish_reason": "stop"}
            return self.send("application/json", json.dumps({"model": MODEL, "choices": [choice]}).encode())
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            self.stream(text)
        except BrokenPipeError:  # cancelled
            pass
        self.close_connection = True

    def stream(self, text):
        for piece in re.findall(r"\S+\s*", text):
            self.event({"model": MODEL, "choices": [{"index": 0, "delta": {"content": piece}}]})
            time.sleep(self.server.pause)
        self.event({"choices": [{"delta": {}, "finish_reason": "stop"}]})
        self.event({"choices": [], "usage": {"prompt_tokens": 1480, "completion_tokens": 212}})
        self.wfile.write(b"data: [DONE]\n\n")

    def event(self, data):
        self.wfile.write(f"data: {json.dumps(data)}\n\n".encode())
        self.wfile.flush()


class StreamServer:
    """Runs while the with-block does. `pause`: seconds between two words."""

    def __init__(self, pause=0.05):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.pause = pause
        self.requests = self.server.requests = []
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
