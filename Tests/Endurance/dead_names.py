#!/usr/bin/env python3
"""A name server that never answers for some names: how long the other sources then take.

usage: dead_names.py PROGRAMS [SOURCES] [DEAD]     default 1000 and 200

Runs in a network of its own with a name server of its own, which knows the living names and is silent on the dead ones;
this needs root. What must hold: every living source is read beside the dead ones, and no dead one is taken for read.
Printed: the time of a round over the living sources beside the dead ones as a multiple of their time alone, and the longest wait
for an answer of the daemon.

The living answer after a moment, so that a round's length is set by waiting and not by how busy the machine is; rounds of a daemon
with dead sources and of one without take turns, and each pair makes one ratio.
"""
import asyncio
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

from hostile_mix import Answers
from running import Daemon, feed, free_port, until

PAIRS = 8
# Seconds that a living source takes to answer: 64 at once make rounds of two and a half seconds of 800.
DELAY = 0.2


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    if os.geteuid() != 0:
        print("dead names: skipped, because a network of its own needs root")
        return 0
    if "BRIEF_SYNC_ALONE" not in os.environ:
        return subprocess.run(["unshare", "--mount", "--net", "--", sys.executable, *sys.argv],
                              env=dict(os.environ, BRIEF_SYNC_ALONE="1")).returncode
    programs = pathlib.Path(sys.argv[1]).resolve()
    sources, dead = (int(sys.argv[2]) if len(sys.argv) > 2 else 1000), (int(sys.argv[3]) if len(sys.argv) > 3 else 200)
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-names-"))
    try:
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
        for name, words in (("resolv.conf", "nameserver 127.0.0.1\noptions timeout:5 attempts:2\n"), ("nsswitch.conf", "hosts: dns\n")):
            (room / name).write_text(words)
            subprocess.run(["mount", "--bind", room / name, f"/etc/{name}"], check=True)
        threading.Thread(target=answer_names, daemon=True).start()
        living = sources - dead
        pairs, failed, slow, quick = compare(programs, room, Publisher(free_port()), living, dead)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    ratios = sorted(beside / alone for alone, beside in pairs)
    alone, beside = (sorted(times)[len(times) // 2] for times in zip(*pairs))
    print(f"dead names: {living} sources took {beside:.2f} s beside {dead} with a dead name server, {alone:.2f} s without; "
          f"of {len(ratios)} pairs {ratios[0]:.2f}x to {ratios[-1]:.2f}x, the middle {ratios[len(ratios) // 2]:.2f}x; "
          f"the daemon answered within {slow * 1000:.0f} ms (alone {quick * 1000:.0f}); {failed:.0f} failed")
    return 0


class Publisher(threading.Thread):
    """Answers each request after DELAY with a feed, or 304 to who has it; keeps when it answered which name first."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.port, self.answered, self.is_up = port, {}, threading.Event()
        self.start()
        self.is_up.wait()

    def run(self):
        asyncio.run(self.serve())

    async def serve(self):
        server = await asyncio.start_server(self.talk, "127.0.0.1", self.port, backlog=1024)
        self.is_up.set()
        await server.serve_forever()

    async def talk(self, reader, writer):
        try:
            while True:
                request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
                await asyncio.sleep(DELAY)
                name = request.partition("\r\nhost: ")[2].partition(".")[0]
                if "\r\nif-none-match:" in request:
                    writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n')
                else:
                    body = feed(name, [(1, "Text of it.")]).encode()
                    writer.write(b'HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Type: application/rss+xml\r\n'
                                 b"Content-Length: %d\r\n\r\n" % len(body) + body)
                self.answered.setdefault(name, time.monotonic())
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


def answer_names():
    """Names that begin with s live at 127.0.0.1; others get no answer."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 53))
    while True:
        question, peer = server.recvfrom(2048)
        if question[13:14] != b"s":
            continue
        end = question.index(b"\0", 12) + 5
        is_v4 = question[end - 4:end - 2] == b"\0\1"
        head = question[:2] + b"\x81\x80\0\1" + (b"\0\1" if is_v4 else b"\0\0") + b"\0\0\0\0"
        record = b"\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4" + socket.inet_aton("127.0.0.1") if is_v4 else b""
        server.sendto(head + question[12:end] + record, peer)


def compare(programs, room, publisher, living, dead):
    """Pairs of seconds of a round alone and beside the dead, failed polls, the longest waits for an answer beside and alone."""
    daemons, watchers = [], []
    try:
        for name, count in (("alone", 0), ("beside", dead)):
            daemons.append(started(programs, room / name, publisher, living, count))
            watchers.append(Answers(daemons[-1]))
        pairs = []
        for _ in range(PAIRS):
            pairs.append([one_round(daemon, publisher, living) for daemon in daemons])
        # Answers are waited for apart from the times: asking takes the machine as well.
        for daemon, watcher in zip(daemons, watchers):
            watcher.start()
            one_round(daemon, publisher, living)
            watcher.over.set()
            watcher.join()
        counts = [daemon.metrics() for daemon in daemons]
        if dead:
            until("the end of the dead polls",
                  lambda: daemons[1].metrics()['brief_sync_polls_total{outcome="failed"}'] >= dead, daemons[1])
            counts[1] = daemons[1].metrics()
        for count in counts:
            assert count['brief_sync_polls_total{outcome="read"}'] == living, count
        return pairs, counts[1]['brief_sync_polls_total{outcome="failed"}'], watchers[1].longest, watchers[0].longest
    finally:
        for daemon in daemons:
            daemon.end()


def started(programs, room, publisher, living, dead):
    room.mkdir()
    text = f'store = "{room}/store"\n'
    # The dead ones between the others.
    names = [f"d{number}" for number in range(dead)] + [f"s{number}" for number in range(living)]
    names.sort(key=lambda name: int(name[1:]) * (living + dead) // (dead if name[0] == "d" else living))
    for name in names:
        text += f'[[source]]\nid = "{name}"\nurl = "http://{name}.example:{publisher.port}/"\nallow_private = true\ninterval = "1d"\n'
    (room / "config.toml").write_text(text)
    daemon = Daemon(programs, room)
    until("the first polls", lambda: daemon.metrics()['brief_sync_polls_total{outcome="read"}'] >= living, daemon)
    return daemon


def one_round(daemon, publisher, living):
    """Seconds from the order to the last answer of a living source."""
    time.sleep(1.5)  # the pause of a host
    publisher.answered.clear()
    begun = time.monotonic()
    status, answer = daemon.ask("POST /sync")
    assert status == 202, answer
    until("the living polls", lambda: len(publisher.answered) >= living, daemon, 0.02)
    return max(publisher.answered.values()) - begun


if __name__ == "__main__":
    sys.exit(main())
