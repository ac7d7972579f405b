#!/usr/bin/env python3
"""Kills the daemon at random moments while the publisher changes and a receiver counts alerts.

usage: kill_nine.py PROGRAMS [KILLS] [SEED]

A feed on loopback changes before every start of the daemon (an entry is edited or added). The receiver answers
503 to 5% of the alerts, and takes but never answers another 5%. After KILLS (50) times kill -9, a last round
must leave: the newest state of every entry in the store; for every recorded change an alert that was received;
nothing received that was not recorded; nothing marked as delivered that was not received; duplicates under the same
key and with the same body only; and an empty outbox.
"""
import collections
import http.server
import json
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ENTRIES = 8


class Desk:
    """The publisher and the receiver of alerts, in one HTTP server."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.numbers = {name: 1 for name in range(ENTRIES)}
        self.received = collections.defaultdict(list)
        self.faults = True
        desk = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                self.answer(200, desk.feed().encode())

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                dice = desk.random.random() if desk.faults else 1
                if dice < 0.05:
                    return self.answer(503, b"")
                desk.received[self.headers["webhook-id"]].append(body)
                if dice < 0.10:
                    self.close_connection = True  # taken, and the answer is lost
                    return
                self.answer(204, b"")

            def answer(self, status, body):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        # A daemon that is killed breaks its connections off.
        self.server.handle_error = lambda *_: None
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def change(self):
        if self.random.random() < 0.3:
            self.numbers[len(self.numbers)] = 1
        else:
            self.numbers[self.random.randrange(len(self.numbers))] += 1

    def text(self, name):
        return f"The market opens with {self.numbers[name]} programmes, the ministers say."

    def feed(self):
        items = "".join(
            f"<item><guid isPermaLink='false'>{name}</guid><title>Brief {name}</title>"
            f"<description>{self.text(name)}</description></item>" for name in reversed(list(self.numbers)))
        return f"<rss version='2.0'><channel><title>Briefs</title>{items}</channel></rss>"


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1])
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-kill-"))
    desk = Desk(seed)
    try:
        write_configuration(room, desk.port)
        for _ in range(kills):
            desk.change()
            run_and_kill(programs, room, desk)
        return judge(programs, room, desk, kills)
    finally:
        shutil.rmtree(room, ignore_errors=True)


def run_and_kill(programs, room, desk):
    with open(room / "daemon.log", "ab") as log:
        daemon = subprocess.Popen(
            [programs / "brief-syncd", "run", "--config", room / "config.toml"], stderr=log)
    time.sleep(desk.random.uniform(0.02, 0.9))
    if desk.random.random() < 0.3:
        desk.change()
        time.sleep(desk.random.uniform(0.02, 1.2))
    if daemon.poll() is not None:
        raise SystemExit("the daemon ended by itself:\n" + (room / "daemon.log").read_text()[-2000:])
    daemon.send_signal(signal.SIGKILL)
    daemon.wait()


def judge(programs, room, desk, kills):
    desk.faults = False
    for _ in range(60):
        subprocess.run([programs / "brief-syncd", "once", "--all", "--config", room / "config.toml"],
                       capture_output=True)
        status = ask(programs, room, "status")
        if status["outbox"]["pending"] == 0:
            break
        time.sleep(2)
    wrong = []
    changes = ask(programs, room, "changes")["changes"]
    if status["outbox"]["pending"] or status["outbox"]["parked"]:
        wrong.append(f"the outbox is not empty: {status['outbox']}")

    publications = {p["title"]: p for p in ask(programs, room, "list")["publications"]}
    for name in desk.numbers:
        publication = publications.get(f"Brief {name}")
        if publication is None:
            wrong.append(f"Brief {name} was lost")
        elif ask(programs, room, "show", publication["id"])["publication"]["text"] != desk.text(name):
            wrong.append(f"the newest state of Brief {name} was lost")

    told = set()
    for key, bodies in desk.received.items():
        if len(set(bodies)) != 1:
            wrong.append(f"{key} came with {len(set(bodies))} different bodies")
        body = json.loads(bodies[0])
        if body["key"] != key:
            wrong.append(f"{key} came with the key {body['key']} inside")
        for change in body.get("changes") or [body.get("change") or body]:
            told.add((change["revision"], change["publication"]["id"], change["kind"]))
    recorded = {(c["revision"], c["publication"]["id"], c["kind"]) for c in changes}
    if recorded - told:
        wrong.append(f"{len(recorded - told)} recorded changes were never told: {sorted(recorded - told)[:3]}")
    if told - recorded:
        wrong.append(f"{len(told - recorded)} told changes were never recorded")
    outbox = ask(programs, room, "outbox", "--limit", "1000000")["alerts"]
    unreceived = [a["key"] for a in outbox if a["state"] == "delivered" and a["key"] not in desk.received]
    if unreceived:
        wrong.append(f"{len(unreceived)} alerts are marked as delivered and were never received: {unreceived[:3]}")
    duplicates = sum(len(bodies) - 1 for bodies in desk.received.values())
    print(f"{kills} kills: {len(changes)} changes, {len(desk.received)} alerts received, {duplicates} duplicates under "
          f"the same key, {len(recorded - told)} lost")
    for line in wrong:
        print("WRONG: " + line)
    return 1 if wrong else 0


def write_configuration(room, port):
    (room / "config.toml").write_text(f"""
store = "{room}/store"
[[source]]
id = "briefs"
url = "http://127.0.0.1:{port}/feed"
interval = "1s"
max_interval = "1s"
allow_private = true
[[channel]]
id = "desk"
kind = "webhook"
url = "http://127.0.0.1:{port}/alerts"
allow_private = true
[[rule]]
name = "everything"
channels = ["desk"]
""")


def ask(programs, room, *verb):
    run = subprocess.run([programs / "brief-sync", *verb, "--json", "--store", room / "store"],
                         capture_output=True, text=True)
    if run.returncode not in (0, 3, 4):
        raise SystemExit(f"{verb} ended with {run.returncode}: {run.stderr}")
    return json.loads(run.stdout)


if __name__ == "__main__":
    sys.exit(main())
