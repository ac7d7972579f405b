#!/usr/bin/env python3
"""A daemon that polls for a long time, in little time: as many rounds over all sources as make POLLS, one after another.

usage: soak.py PROGRAMS [POLLS] [SOURCES]     default 100000 and 500

In each round some feeds get an entry, some lose one off the end, some have one edited, and some sources answer 404 or 500 for a
while; a webhook takes every alert. Watched from the time that a fifth of the polls is done: resident memory may grow by 5%
and 8 MiB at most, the store's log to 64 MiB; descriptors and threads that stay may not become more. In the end each change has been received.
"""
import http.server
import pathlib
import random
import shutil
import sys
import tempfile
import threading

from running import Daemon, feed, free_port, start_nginx, until

WORDS = "gas oil market Union State Belarus Russia deadline tariff council treaty price border transit agreement".split()
WINDOW = 12


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    received = set()

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        Receiver.received.add(self.headers["webhook-id"])
        self.send_response(204)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1])
    polls, sources = (int(sys.argv[2]) if len(sys.argv) > 2 else 100_000), (int(sys.argv[3]) if len(sys.argv) > 3 else 500)
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-soak-"))
    receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    receiver.daemon_threads = True
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    nginx = daemon = None
    try:
        port = free_port()
        nginx = start_nginx(room, port, ["127.0.0.1"])
        site = Site(room / "site", sources)
        configure(room, port, sources, receiver.server_address[1])
        daemon = Daemon(programs, room)
        return soak(daemon, site, polls, sources)
    finally:
        for process in (daemon and daemon.process, nginx):
            if process:
                process.terminate()
                process.wait()
        receiver.shutdown()
        shutil.rmtree(room, ignore_errors=True)


def configure(room, port, sources, receiver):
    text = f'store = "{room}/store"\npolling = {{ transfers_per_host = 16, host_pause = "0s" }}\n' \
           f'[[channel]]\nid = "hook"\nkind = "webhook"\nurl = "http://127.0.0.1:{receiver}/"\nallow_private = true\n' \
           '[[rule]]\nname = "all"\nchannels = ["hook"]\n'
    for number in range(sources):
        text += f'[[source]]\nid = "s{number}"\nurl = "http://127.0.0.1:{port}/{number}.xml"\nallow_private = true\ninterval = "1d"\n'
    (room / "config.toml").write_text(text)


class Site:
    def __init__(self, folder, sources):
        self.folder, self.dice = folder, random.Random(7)
        self.feeds = [[(n, self.prose()) for n in range(WINDOW, 0, -1)] for _ in range(sources)]
        self.gone = []
        for number in range(sources):
            self.write(number)

    def prose(self):
        return " ".join(self.dice.choices(WORDS, k=80)).capitalize() + "."

    def write(self, number):
        path = self.folder / f"{number}.xml"
        path.with_suffix(".new").write_text(feed(f"s{number}", self.feeds[number]))
        path.with_suffix(".new").rename(path)

    def change(self):
        for number in self.dice.sample(range(len(self.feeds)), max(2, len(self.feeds) // 50)):
            entries = self.feeds[number]
            if self.dice.random() < 0.5:
                entries.insert(0, (entries[0][0] + 1, self.prose()))
                del entries[WINDOW:]
            else:
                place = self.dice.randrange(len(entries))
                entries[place] = (entries[place][0], entries[place][1] + f" Said again {self.dice.randrange(10**6)} times.")
            if number not in self.gone:
                self.write(number)
        for number in self.gone:
            self.write(number)
        self.gone = self.dice.sample(range(len(self.feeds)), max(1, len(self.feeds) // 200))
        for number in self.gone:
            (self.folder / f"{number}.xml").unlink()


def soak(daemon, site, polls, sources):
    until("the first polls", lambda: daemon.metrics()["brief_sync_polls_total"] >= sources, daemon)
    # The first poll of a source tells one summary; afterwards each change is told.
    before = int(daemon.metrics()["brief_sync_changes_total"])
    log = daemon.room / "store" / "store.sqlite-wal"
    first, longest_log, done = None, 0, sources
    held = []  # descriptors and threads after each round from the first fifth on
    while done < polls:
        site.change()
        status, answer = daemon.ask("POST /sync")
        assert status == 202, answer
        until("a round", lambda: daemon.metrics()["brief_sync_polls_total"] >= done + sources, daemon, 0.02)
        done = int(daemon.metrics()["brief_sync_polls_total"])
        usage = daemon.usage()
        longest_log = max(longest_log, log.stat().st_size)
        if first is None and done >= polls // 5:
            first = usage
        if first:
            held.append(usage[1:])
    changes = int(daemon.metrics()["brief_sync_changes_total"]) - before
    until("all alerts", lambda: daemon.metrics()["brief_sync_alerts"] == 0, daemon)
    last = daemon.usage()
    # The dispatch library lends a thread to a queue for a moment and takes it back: one more now and then is none that stays.
    quarter = len(held) // 4
    early, late = ([min(kind) for kind in zip(*part)] for part in (held[:quarter], held[-quarter:]))
    most = [max(kind) for kind in zip(*held)]
    grown = last[0] - first[0]
    print(f"soak: {done} polls of {sources} sources, {changes} changes after the first, {len(Receiver.received)} alerts received; "
          f"resident {first[0]:.1f} MB after a fifth, {last[0]:.1f} at the end ({grown / first[0]:+.1%}), peak {daemon.peak():.0f}; "
          f"descriptors {early[0]} at first, {late[0]} in the end (at most {most[0]}), "
          f"threads {early[1]} and {late[1]} (at most {most[1]}); "
          f"log at most {longest_log / 1e6:.1f} MB")
    faults = []
    if grown > min(0.05 * first[0], 8.4):
        faults.append("resident memory grew")
    # libcurl keeps a connection for the next request, or not: one more than before is none that leaks, one a round would be.
    if late[0] > early[0] + 1 or late[1] > early[1]:
        faults.append("descriptors or threads grew")
    if most[0] > early[0] + 4 or most[1] > early[1] + 3:
        faults.append("for a moment there were far more descriptors or threads")
    if longest_log > 64 * 1024 * 1024:
        faults.append("the log grew over 64 MiB")
    if len(Receiver.received) < changes + sources:
        faults.append(f"{changes + sources - len(Receiver.received)} changes or first polls were not told")
    print("soak: " + ("; ".join(faults) or "as it should"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
