#!/usr/bin/env python3
"""A publisher and receiver on 127.0.0.1:8080: every address is a feed with the text of /run/text; what is posted is noted
with whether it was signed. What was asked stands in /run/asked."""
import http.server
import pathlib


class Publisher(http.server.BaseHTTPRequestHandler):
    def note(self, line):
        with open("/run/asked", "a") as log:
            log.write(line + "\n")

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.note(self.path + (" signed" if self.headers.get("webhook-signature") else " unsigned"))
        self.send_response(204)
        self.end_headers()

    def do_GET(self):
        self.note(self.path)
        text = pathlib.Path("/run/text").read_text()
        body = f"<rss version='2.0'><channel><title>T</title><item><guid>{self.path}</guid><title>Gas</title>" \
               f"<description>{text}</description></item></channel></rss>".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", 8080), Publisher).serve_forever()
