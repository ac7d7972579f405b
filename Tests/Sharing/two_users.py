#!/usr/bin/env python3
"""A member of the store's group, without write permission, reads while the daemon runs, after it stopped, and after
kill -9. Two real users are made for it, so it has to run as root.

usage: two_users.py PROGRAMS
"""
import http.server
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

WRITER, READER, GROUP = "bsync-writer", "bsync-reader", "bsync-store"


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    if os.geteuid() != 0 or not shutil.which("useradd") or not shutil.which("setpriv"):
        print("skipped: making two users needs root, useradd and setpriv")
        return 77
    made = make_users()
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-users-"))
    try:
        return Sharing(pathlib.Path(sys.argv[1]), room).run()
    finally:
        shutil.rmtree(room)
        for command in made:
            subprocess.run(command, stderr=subprocess.DEVNULL)


def make_users():
    """The commands that take them away again."""
    undo = []
    if subprocess.run(["groupadd", "--system", GROUP], stderr=subprocess.DEVNULL).returncode == 0:
        undo.append(["groupdel", GROUP])
    for user in (WRITER, READER):
        made = subprocess.run(
            ["useradd", "--system", "--no-create-home", "--gid", GROUP, user], stderr=subprocess.DEVNULL)
        if made.returncode == 0:
            undo.insert(0, ["userdel", user])
    return undo


class Sharing:
    def __init__(self, programs, room):
        # The programs may lie where a stranger may not look.
        self.programs = room / "programs"
        self.programs.mkdir()
        for name in ("brief-sync", "brief-syncd"):
            shutil.copy(programs / name, self.programs)
        room.chmod(0o755)
        self.room, self.text = room, "The market opens in 2023."
        self.store = room / "store"
        self.store.mkdir(mode=0o750)
        shutil.chown(self.store, WRITER, GROUP)
        self.wrong = []
        self.serve()

    def serve(self):
        sharing = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = sharing.feed().encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.config = self.room / "config.toml"
        self.config.write_text(
            f'store = "{self.store}"\n[[source]]\nid = "s"\nallow_private = true\n'
            f'url = "http://127.0.0.1:{server.server_address[1]}/feed"\n')

    def feed(self):
        return ("<rss version='2.0'><channel><title>Briefs</title><item><guid isPermaLink='false'>1</guid>"
                f"<title>Brief</title><description>{self.text}</description></item></channel></rss>")

    def run(self):
        self.act("once")
        self.check("after a clean stop")
        daemon = self.start()
        self.check("while the daemon runs")
        daemon.send_signal(signal.SIGTERM)
        daemon.wait()
        self.check("after SIGTERM")
        self.text = "The market opens in 2024."
        daemon = self.start()
        daemon.kill()
        daemon.wait()
        self.check("after kill -9")
        self.act("once", "--all")
        self.check("after the next round")
        for line in self.wrong:
            print(line, file=sys.stderr)
        return 1 if self.wrong else 0

    def check(self, when):
        before = sorted((path.name, path.stat().st_mode, path.stat().st_uid) for path in self.store.iterdir())
        for arguments in (["status"], ["list"], ["changes"], ["search", "market"], ["verify", "--data"]):
            answer = self.as_user(READER, "brief-sync", *arguments, "--json", "--store", self.store)
            if answer.returncode not in (0, 3):
                self.wrong.append(f"{when}: {arguments[0]} ended with {answer.returncode}: {answer.stderr}")
        listed = self.as_user(READER, "brief-sync", "list", "--json", "--store", self.store)
        if listed.returncode == 0 and len(json.loads(listed.stdout)["publications"]) != 1:
            self.wrong.append(f"{when}: not one publication is listed")
        touched = self.as_user(READER, "brief-syncd", "upgrade", "--store", self.store)
        if touched.returncode == 0:
            self.wrong.append(f"{when}: the reader could write")
        after = sorted((path.name, path.stat().st_mode, path.stat().st_uid) for path in self.store.iterdir())
        if [name for name, _, uid in after if uid != before[0][2]]:
            self.wrong.append(f"{when}: the reader left a file behind")
        print(f"{when}: a group member without write permission reads")

    def act(self, *arguments):
        answer = self.as_user(WRITER, "brief-syncd", *arguments, "--config", self.config)
        if answer.returncode != 0:
            self.wrong.append(f"brief-syncd {arguments[0]}: {answer.stderr}")

    def start(self):
        """Returns once the daemon holds the store and has polled."""
        daemon = subprocess.Popen(
            self.command(WRITER, "brief-syncd", "run", "--config", self.config), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            status = self.as_user(READER, "brief-sync", "status", "--json", "--store", self.store)
            if status.returncode in (0, 3) and json.loads(status.stdout)["daemon"]["running"]:
                return daemon
            time.sleep(0.05)
        self.wrong.append("the daemon did not start")
        return daemon

    def command(self, user, program, *arguments):
        return ["setpriv", f"--reuid={user}", f"--regid={GROUP}", "--clear-groups", self.programs / program,
                *arguments]

    def as_user(self, user, *command):
        return subprocess.run(self.command(user, *command), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


if __name__ == "__main__":
    sys.exit(main())
