#!/usr/bin/env python3
"""The outbox against a program in C, and two living receivers beside a dead one.

usage: outbox_bench.py PROGRAMS [ALERTS] [ROUNDS]

A feed on loopback adds ALERTS (10,000) entries at once, each owed to every channel, while the channels' secret is
missing; the store with all alerts waiting is copied for each run.
1. One channel: `brief-syncd once` sends them all, against outbox_floor.c, which commits the same rows and POSTs on kept
   connections. Seconds from the first alert to the last, CPU seconds of the whole program.
2. Two channels alone, and beside a third whose receiver takes connections and never says a word: seconds to the last
   alert of the living, the 99th percentile, and the daemon's peak of resident memory.
The pairs are interleaved, the best of ROUNDS (3) counts. Prints ratios.
"""
import http.server
import json
import os
import pathlib
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1]).resolve()
    alerts = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-outbox-"))
    try:
        bench = Bench(room, programs, alerts)
        bench.throughput(rounds)
        bench.dead(rounds)
        return 0
    finally:
        shutil.rmtree(room, ignore_errors=True)


class Bench:
    def __init__(self, room, programs, alerts):
        self.room, self.programs, self.alerts = room, programs, alerts
        self.floor = room / "floor"
        subprocess.run(["cc", "-O2", "-o", self.floor, HERE / "outbox_floor.c", "-lsqlite3"], check=True)
        self.items = 0
        bench = self

        class Feed(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                items = "".join(
                    f"<item><guid isPermaLink='false'>{n}</guid><title>Brief {n} on the union state</title>"
                    f"<link>https://example.org/{n}</link><description>The gas market opens in {n}, the ministers say, and "
                    f"the tariff follows.</description></item>" for n in range(bench.items, -1, -1))
                body = f"<rss version='2.0'><channel><title>Briefs</title>{items}</channel></rss>".encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Feed)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def prepare(self, channels):
        """A store in which every alert waits for each channel."""
        secret = self.room / "secret"
        secret.unlink(missing_ok=True)
        shutil.rmtree(self.room / "store", ignore_errors=True)
        self.configure({name: 1 for name in channels})
        self.items = 0
        self.once()
        self.items = self.alerts
        self.once()
        secret.write_text("hush")
        waiting = shutil.move(self.room / "store", self.room / "waiting")
        return waiting

    def configure(self, ports):
        parts = [f"""store = "{self.room}/store"
[[source]]
id = "briefs"
url = "http://127.0.0.1:{self.server.server_address[1]}/feed"
allow_private = true"""]
        parts += [f"""[[channel]]
id = "{name}"
kind = "webhook"
url = "http://127.0.0.1:{port}/hook"
allow_private = true
secret_file = "{self.room}/secret\"""" for name, port in ports.items()]
        parts += [f'[[rule]]\nname = "everything"\nchannels = {json.dumps(list(ports))}']
        (self.room / "config.toml").write_text("\n".join(parts) + "\n")

    def once(self):
        subprocess.run([self.programs / "brief-syncd", "once", "--all", "--config", self.room / "config.toml"],
                       capture_output=True, check=True)

    def receiver(self):
        process = subprocess.Popen([self.floor, "serve", str(self.alerts)], stdout=subprocess.PIPE, text=True)
        return process, int(process.stdout.readline())

    def copy(self, waiting):
        shutil.rmtree(self.room / "store", ignore_errors=True)
        shutil.copytree(waiting, self.room / "store")

    def throughput(self, rounds):
        waiting = self.prepare(["one"])
        best = {"c": (1e9, 1e9), "swift": (1e9, 1e9)}
        for _ in range(rounds):
            for kind in best:
                self.copy(waiting)
                receiver, port = self.receiver()
                self.configure({"one": port})
                command = [self.floor, "deliver", self.room / "store", str(port)] if kind == "c" else [
                    self.programs / "brief-syncd", "once", "--config", self.room / "config.toml"]
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                subprocess.run(command, capture_output=True, check=True)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                times = json.loads(receiver.stdout.readline())
                receiver.kill()
                receiver.wait()
                cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                best[kind] = min(best[kind], (times["last"] - times["first"], cpu))
        shutil.rmtree(waiting)
        (c, c_cpu), (swift, swift_cpu) = best["c"], best["swift"]
        print(f"{self.alerts} alerts to one channel: C {self.alerts / c:.0f} a second ({c_cpu:.2f} s of CPU), brief-syncd "
              f"{self.alerts / swift:.0f} ({swift_cpu:.2f} s): {swift / c:.2f} times the time, "
              f"{swift_cpu / c_cpu:.2f} times the CPU")

    def dead(self, rounds):
        best = {}
        hole = socket.create_server(("127.0.0.1", 0), backlog=4096)
        for kind in ("alone", "beside"):
            channels = ["one", "two"] + (["dead"] if kind == "beside" else [])
            shutil.rmtree(self.room / kind, ignore_errors=True)
            os.rename(self.prepare(channels), self.room / kind)
            best[kind] = (1e9, 1e9, 1e9, 1e9)
        for _ in range(rounds):
            for kind in best:
                self.copy(self.room / kind)
                receivers = [self.receiver() for _ in range(2)]
                ports = dict(zip(["one", "two"], [port for _, port in receivers]))
                if kind == "beside":
                    ports["dead"] = hole.getsockname()[1]
                self.configure(ports)
                daemon = subprocess.Popen(
                    [self.programs / "brief-syncd", "run", "--config", self.room / "config.toml"],
                    stderr=subprocess.DEVNULL)
                times = [json.loads(process.stdout.readline()) for process, _ in receivers]
                peak = int(pathlib.Path(f"/proc/{daemon.pid}/status").read_text().split("VmHWM:")[1].split()[0]) // 1024
                daemon.send_signal(signal.SIGTERM)
                daemon.wait(30)
                for process, _ in receivers:
                    process.kill()
                    process.wait()
                first = min(time["first"] for time in times)
                figures = (max(time["last"] for time in times) - first, max(time["p99"] for time in times) - first, peak)
                best[kind] = tuple(min(pair) for pair in zip(best[kind], figures))
        alone, beside = best["alone"], best["beside"]
        print(f"{self.alerts} alerts to each of two living channels: {alone[0]:.2f} s alone, {beside[0]:.2f} s beside a dead "
              f"one: {beside[0] / alone[0]:.2f} times; 99th percentile {alone[1]:.2f} and {beside[1]:.2f} s: "
              f"{beside[1] / alone[1]:.2f} times; peak memory {alone[2]} and {beside[2]} MB")


if __name__ == "__main__":
    sys.exit(main())
