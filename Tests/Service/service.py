#!/usr/bin/env python3
"""The running service as systemd, an administrator and a monitor meet it: notices, watchdog, control socket, peers,
signals, metrics.

usage: service.py PROGRAMS
"""
import http.server
import os
import pathlib
import queue
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading

PATIENCE = 60  # seconds for anything to happen on a busy machine


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-service-"))
    room.chmod(0o755)
    scene = Scene(pathlib.Path(sys.argv[1]), room)
    try:
        for step in (scene.starts, scene.answers, scene.refuses, scene.knows_its_peers, scene.is_measured,
                     scene.reloads, scene.reports, scene.starves_its_watchdog, scene.stops,
                     scene.stays_with_its_store):
            step()
            print(f"service: {step.__name__.replace('_', ' ')}: as it should")
    finally:
        scene.end()
        shutil.rmtree(room)
    return 0


class Publisher(http.server.BaseHTTPRequestHandler):
    asked = []
    hang = threading.Event()

    def do_GET(self):
        Publisher.asked.append(self.path)
        if self.path == "/hang":
            Publisher.hang.wait(PATIENCE)
            return
        body = f"<rss version='2.0'><channel><title>T</title><item><guid>{self.path}</guid><title>One</title>" \
               "<description>Text.</description></item></channel></rss>".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Scene:
    def __init__(self, programs, room):
        self.programs, self.room, self.daemon = programs, room, None
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Publisher)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notices.bind(str(room / "notify"))
        # systemd takes what it is told at once; a queue that fills up would hold the daemon.
        self.said = queue.SimpleQueue()
        threading.Thread(target=self.listen, daemon=True).start()
        self.log, self.config = room / "log", room / "config.toml"

    def configure(self, *names, extra=""):
        port = self.server.server_address[1]
        self.config.write_text(f'store = "{self.room}/store"\n{extra}\n' + "".join(
            f'[[source]]\nid = "{name}"\nurl = "http://127.0.0.1:{port}/{name}"\nallow_private = true\n' for name in names))

    def end(self):
        Publisher.hang.set()
        if self.daemon and self.daemon.poll() is None:
            self.daemon.kill()
            self.daemon.wait()
        self.server.shutdown()

    def listen(self):
        while True:
            self.said.put(self.notices.recv(4096).decode())

    # What one waits for.

    def notice(self, text):
        """The next notice that holds the text; others before it are dropped."""
        while True:
            try:
                said = self.said.get(timeout=PATIENCE)
            except queue.Empty:
                raise AssertionError(f"no notice with {text!r}; the log: {self.log.read_text()}")
            if text in said:
                return said

    def heard(self):
        said = []
        while not self.said.empty():
            said.append(self.said.get())
        return said

    def until(self, what, holds):
        for _ in range(PATIENCE * 20):
            if holds():
                return
            threading.Event().wait(0.05)
        raise AssertionError(f"{what} did not come to be; the log: {self.log.read_text()}")

    def ask(self, request):
        with socket.socket(socket.AF_UNIX) as control:
            control.settimeout(PATIENCE)
            control.connect(str(self.room / "store" / "control.socket"))
            control.sendall(request.encode())
            answer = b""
            while piece := control.recv(65536):
                answer += piece
        head, _, body = answer.decode().partition("\r\n\r\n")
        return int(head.split(" ")[1]), body

    def get(self, path):
        return self.ask(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n")

    def post(self, path):
        return self.ask(f"POST {path} HTTP/1.1\r\nHost: x\r\n\r\n")

    def expect(self, answer, status, words):
        assert answer[0] == status and words in answer[1], f"expected {status} with {words!r}, got {answer}"

    def state(self, source):
        with sqlite3.connect(f"file:{self.room}/store/store.sqlite?mode=ro", uri=True) as store:
            return store.execute("SELECT state FROM poll_state p JOIN source s ON s.n = p.source WHERE s.id = ?",
                                 [source]).fetchone()[0]

    # The steps.

    def starts(self):
        self.configure("a", "b")
        environment = dict(os.environ, NOTIFY_SOCKET=str(self.room / "notify"), WATCHDOG_USEC="400000")
        with open(self.log, "w") as log:
            self.daemon = subprocess.Popen([self.programs / "brief-syncd", "run", "--config", self.config],
                                           stderr=log, env=environment)
        # What is asked for before it is ready is held, not the end of it.
        def holds_signals():
            status = pathlib.Path(f"/proc/{self.daemon.pid}/status").read_text()
            caught = sum(int(status.split(mask)[1].split()[0], 16) for mask in ("SigIgn:", "SigCgt:"))
            return "brief-syncd" in status and caught & 0x201 == 0x201

        self.until("signals are held", holds_signals)
        self.daemon.send_signal(signal.SIGHUP)
        self.daemon.send_signal(signal.SIGUSR1)
        assert "STATUS=2 sources" in self.notice("READY=1")
        self.notice("WATCHDOG=1")
        self.until("the first polls", lambda: {"/a", "/b"} <= set(Publisher.asked))

    def answers(self):
        self.expect(self.get("/healthz"), 200, "ok: 2 sources")
        self.expect(self.ask("HEAD /metrics HTTP/1.1\r\nHost: x\r\n\r\n"), 200, "")
        before = Publisher.asked.count("/a")
        self.expect(self.post("/sync/a"), 202, "polls a now")
        self.until("the poll that was asked for", lambda: Publisher.asked.count("/a") > before)
        self.expect(self.post("/sync"), 202, "polls 2 sources now")
        self.expect(self.post("/pause/a"), 200, "brief-syncd resume a")
        assert self.state("a") == "paused"
        self.expect(self.post("/sync"), 202, "polls 1 source now")
        self.expect(self.post("/resume/a"), 200, "polled again")
        # The poll that was asked for may be under way still: until it is recorded there was none.
        self.until("the state of a source that was polled", lambda: self.state("a") == "ok")
        self.expect(self.post("/replay"), 200, "0 alerts are due again")
        self.expect(self.post("/reload"), 200, "0 sources added, 0 changed, 0 removed")

    def refuses(self):
        self.expect(self.post("/sync/aa"), 404, "No source is called aa")
        self.expect(self.post("/frobnicate"), 404, "There are sync")
        self.expect(self.post("/replay?channel=nobody"), 404, "No channel is called nobody")
        self.expect(self.post("/replay?channel=nobody&to=noone"), 404, "No channel is called noone")
        self.expect(self.post("/discard?channel=nobody"), 404, "No channel is called nobody")
        self.expect(self.post("/discard"), 404, "needs ?channel=ID")
        self.expect(self.get("/secrets"), 404, "/healthz and /metrics")
        self.expect(self.ask("DELETE /a HTTP/1.1\r\n\r\n"), 405, "GET or POST")
        self.expect(self.ask("hello\r\n\r\n"), 400, "")
        # One that closes its side once it has asked is answered.
        with socket.socket(socket.AF_UNIX) as closing:
            closing.settimeout(PATIENCE)
            closing.connect(str(self.room / "store" / "control.socket"))
            closing.sendall(b"GET /healthz HTTP/1.0\r\n\r\n")
            closing.shutdown(socket.SHUT_WR)
            assert closing.recv(12) == b"HTTP/1.1 200"
        assert stat.S_IMODE((self.room / "store" / "control.socket").stat().st_mode) == 0o660
        # One that says nothing keeps nobody from being served.
        with socket.socket(socket.AF_UNIX) as silent:
            silent.connect(str(self.room / "store" / "control.socket"))
            self.expect(self.get("/healthz"), 200, "ok")

    def knows_its_peers(self):
        """A member of the group may look and ask for polls; only root and the daemon's own account change anything."""
        if os.geteuid() != 0 or not shutil.which("setpriv"):
            print("service: skipped: other users need root and setpriv")
            return
        nobody = 65534
        for path in ("store", "store/control.socket"):
            os.chown(self.room / path, 0, nobody)
        (self.room / "store").chmod(0o750)
        script = "import socket, sys\ns = socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\n" \
                 "s.sendall(('%s HTTP/1.1\\r\\n\\r\\n' % sys.argv[2]).encode())\nprint(s.recv(4096).decode())"

        def stranger(request, group):
            run = subprocess.run(
                ["setpriv", f"--reuid={nobody}", f"--regid={group}", "--clear-groups", "/usr/bin/env", "python3", "-c",
                 script, self.room / "store" / "control.socket", request], capture_output=True, text=True)
            return run.stdout.split(" ")[1] if run.stdout else run.stderr.strip().split("\n")[-1]
        assert stranger("GET /healthz", nobody) == "200"
        assert stranger("POST /sync/a", nobody) == "202"
        for verb in ("pause/a", "resume/a", "reload", "replay", "discard?channel=a"):
            assert stranger(f"POST /{verb}", nobody) == "403", verb
        assert "PermissionError" in stranger("GET /healthz", 1)

    def is_measured(self):
        try:
            from prometheus_client.parser import text_string_to_metric_families
        except ImportError:
            print("service: skipped: python3-prometheus-client is not installed, which reads the metrics")
            return
        text = self.get("/metrics")[1]
        families = {family.name: family for family in text_string_to_metric_families(text)}
        kinds = {name: family.type for name, family in families.items()}
        assert kinds["brief_sync_sources"] == "gauge" and kinds["brief_sync_polls"] == "counter", kinds
        assert all(family.documentation and family.samples for family in families.values())
        values = {(s.name, tuple(s.labels.values())): s.value for f in families.values() for s in f.samples}
        assert values["brief_sync_sources", ("ok",)] == 2, values
        assert values["brief_sync_changes_total", ("added",)] == 2, values
        assert values["brief_sync_polls_total", ("read",)] >= 2, values
        assert values["process_cpu_seconds_total", ()] > 0, values

    def reloads(self):
        self.heard()
        self.configure("a", "b", "c")
        self.daemon.send_signal(signal.SIGHUP)
        self.notice("RELOADING=1\nMONOTONIC_USEC=")
        assert "STATUS=3 sources" in self.notice("READY=1")
        self.until("the poll of the new source", lambda: "/c" in Publisher.asked)
        self.configure("a", extra="intervall = 1")
        self.daemon.send_signal(signal.SIGHUP)
        assert "STATUS=3 sources" in self.notice("READY=1")
        self.until("the refusal in the log", lambda: "reload-refused" in self.log.read_text())
        self.expect(self.post("/reload"), 422, "intervall")
        # What a power cut may leave of a file stops nothing.
        self.config.write_text("")
        self.expect(self.post("/reload"), 422, "was it cut off")
        self.config.write_bytes(bytes(500))
        self.expect(self.post("/reload"), 422, "a NUL byte")
        self.expect(self.post("/sync/b"), 202, "polls b now")

    def reports(self):
        self.daemon.send_signal(signal.SIGUSR1)
        self.until("a line of status", lambda: any(
            line.startswith("status counts=\"3 sources") for line in self.log.read_text().split("\n")))

    def starves_its_watchdog(self):
        """The watchdog is fed only while the store can be written."""
        other = sqlite3.connect(self.room / "store" / "store.sqlite", isolation_level=None, timeout=PATIENCE)
        other.execute("BEGIN IMMEDIATE")
        # A beat that was under way when the lock was taken.
        self.expect(self.get("/healthz"), 503, "does not answer")
        self.heard()
        self.expect(self.get("/healthz"), 503, "does not answer")
        assert not any("WATCHDOG=1" in said for said in self.heard())
        other.execute("ROLLBACK")
        other.close()
        self.notice("WATCHDOG=1")
        self.until("health", lambda: self.get("/healthz")[0] == 200)

    def stops(self):
        """Within five seconds, with a transfer under way."""
        self.configure("a", "hang")
        self.expect(self.post("/reload"), 200, "1 source added")
        self.until("the transfer that hangs", lambda: "/hang" in Publisher.asked)
        self.daemon.send_signal(signal.SIGTERM)
        self.notice("STOPPING=1")
        assert self.daemon.wait(timeout=5) == 0
        assert "stopped" in self.log.read_text()
        assert not (self.room / "store" / "control.socket").exists()

    def stays_with_its_store(self):
        """A store that is moved away ends it (10, not started again); one in its place, too (1, started again)."""
        self.configure("a")
        store, moved, other = (self.room / name for name in ("store", "store.moved", "other"))
        for isReplaced, status in ((False, 10), (True, 1)):
            environment = dict(os.environ, NOTIFY_SOCKET=str(self.room / "notify"))
            with open(self.log, "w") as log:
                self.daemon = subprocess.Popen([self.programs / "brief-syncd", "run", "--config", self.config],
                                               stderr=log, env=environment)
            self.notice("READY=1")
            if isReplaced:
                shutil.copytree(store, other, ignore=shutil.ignore_patterns("control.socket"))
            store.rename(moved)
            if isReplaced:
                other.rename(store)
            else:
                # Nobody makes a second store beside the daemon that writes to the first.
                sync = subprocess.run([self.programs / "brief-syncd", "sync", "--config", self.config],
                                      capture_output=True, text=True)
                assert sync.returncode == 10 and not store.exists(), sync
            assert self.daemon.wait(timeout=PATIENCE) == status
            assert "store-moved" in self.log.read_text()
            if not isReplaced:
                moved.rename(store)


if __name__ == "__main__":
    sys.exit(main())
