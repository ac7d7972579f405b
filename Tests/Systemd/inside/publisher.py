#!/usr/bin/env python3
"""A publisher on 127.0.0.1:8080: /feed is open, /locked wants the credential, /told/USER is noted, /text TEXT changes the
feed. What was asked stands in /run/asked."""
import http.server
import pathlib


class Publisher(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        with open("/run/asked", "a") as log:
            log.write(self.path + "\n")
        if self.path == "/locked" and self.headers.get("Authorization") != "Bearer open-sesame":
            self.send_error(401)
            return
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
