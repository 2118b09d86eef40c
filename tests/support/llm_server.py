"""A chat-completions endpoint for tests, on a free port of this machine; prints the port.

The first part of the path says how it behaves: /good/v1/chat/completions answers well and repeats
in its text what it was sent, /500/... fails, and so on.
"""
import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def good_reply(request, key):
    said = {"authorization": key, "messages": request["messages"], "stream": request["stream"]}
    return {
        "model": request["model"] + "-2026",
        "choices": [{"message": {"role": "assistant", "content": "  " + json.dumps(said) + "\n"}}],
        "usage": {"prompt_tokens": 321, "completion_tokens": 45},
    }


class Endpoint(BaseHTTPRequestHandler):
    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        key = self.headers.get("Authorization", "")
        behaviour = self.path.split("/")[1]
        if behaviour == "good":
            self.send(200, json.dumps(good_reply(request, key)))
        elif behaviour.isdigit():
            self.send(int(behaviour), json.dumps({"error": {"message": "you sent " + key}}))
        elif behaviour == "redirect":
            self.send(302, "", [("Location", "/good/v1/chat/completions")])
        elif behaviour == "nonsense":
            self.send(200, "<html>Welcome, " + key + "</html>")
        elif behaviour == "binary":
            self.send(200, b'{"choices":[{"message":{"content":"\xff\xfe"}}]}')
        elif behaviour == "deep":
            self.send(200, "[" * 100000)
        elif behaviour == "no-choices":
            self.send(200, json.dumps({"object": "list", "data": []}))
        elif behaviour == "odd-choices":
            self.send(200, json.dumps({"choices": [7], "usage": [], "model": 3}))
        elif behaviour == "empty":
            self.send(200, json.dumps({"choices": [{"message": {"content": " \n "}}]}))
        elif behaviour == "parts":
            parts = [{"type": "text", "text": "Well "}, {"type": "image"}, {"text": "said."}]
            self.send(200, json.dumps({"choices": [{"message": {"content": parts}}]}))
        elif behaviour == "slow":
            time.sleep(30)
        elif behaviour == "trickle":
            self.start(200, 1000)
            for _ in range(300):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.1)
        elif behaviour == "huge":
            self.start(200, 1 << 30)
            block = b"x" * 65536
            for _ in range(1 << 14):
                self.wfile.write(block)
        elif behaviour == "cut":
            self.start(200, 1000)
            self.wfile.write(b'{"choices": [')

    def start(self, status, length, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def send(self, status, body, headers=()):
        data = body if isinstance(body, bytes) else body.encode()
        self.start(status, len(data), headers)
        self.wfile.write(data)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # a client that hangs up is part of the tests


server = Server(("127.0.0.1", 0), Endpoint)
print(server.server_address[1], flush=True)
server.serve_forever()
