#!/usr/bin/env python3
"""Sixty-four publishers that misbehave, polled beside two hundred that do not.

usage: hostile_mix.py PROGRAMS [HEALTHY] [HOSTILE] [WORDS]     default 200, 64 and 500000 pairs of words in the largest document

The healthy ones are polled alone, then with the others, each at an address of its own. What must hold: each healthy source is
read in both rounds, each hostile one ends in failure or in what it gave, the daemon answers all the while and keeps
below 256 MB. Printed: how much later the healthy polls came than alone, and the longest wait for an answer of the daemon.
"""
import asyncio
import gzip
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from running import Daemon, feed, free_port, start_nginx, until

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"


async def endless_body(writer):
    writer.write(HEAD + b"\r\n<rss><channel><title>t</title>")
    while True:
        writer.write(b"<item><title>again and again</title></item>" * 500)
        await writer.drain()


async def endless_headers(writer):
    writer.write(HEAD)
    while True:
        writer.write(b"X-More: and more of it\r\n" * 200)
        await writer.drain()


async def trickle(writer):
    writer.write(HEAD + b"\r\n")
    while True:
        writer.write(b"<")
        await writer.drain()
        await asyncio.sleep(1)


async def silent(writer):
    await asyncio.sleep(3600)


async def stalls(writer):
    writer.write(HEAD + b"Content-Length: 100000\r\n\r\n<rss><channel>")
    await writer.drain()
    await asyncio.sleep(3600)


async def cut_off(writer):
    writer.write(HEAD + b"Content-Length: 100000\r\n\r\n<rss><channel><item><title>half")
    await writer.drain()


async def bomb(writer):
    writer.write(HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(BOMB) + BOMB)
    await writer.drain()


async def deep(writer):
    body = b"<rss><channel>" + b"<a>" * 2_000_000
    writer.write(HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body)
    await writer.drain()


async def large(writer):
    body = b"<rss><channel><title>t</title>" + b"<item><title>word</title><description>" + b"gas market " * WORDS \
        + b"</description></item></channel></rss>"
    writer.write(HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body)
    await writer.drain()


async def loop(writer):
    writer.write(b"HTTP/1.1 302 Found\r\nLocation: /feed.xml\r\nContent-Length: 0\r\n\r\n")
    await writer.drain()


async def wants_patience(writer):
    writer.write(b"HTTP/1.1 503 Later\r\nRetry-After: 99999999999\r\nContent-Length: 0\r\n\r\n")
    await writer.drain()


async def nonsense(writer):
    writer.write(bytes(range(256)) * 400)
    await writer.drain()


# Pairs of words in a document that is nothing but two words of the catalogue: 5.5 MB, a second of the matcher.
WORDS = 500_000
BOMB = gzip.compress(b"<rss><channel>" + b" " * 200_000_000, 9)
KINDS = [endless_body, endless_headers, trickle, silent, stalls, cut_off, bomb, deep, large, loop, wants_patience, nonsense]


def serve(hostile, port):
    """Each at 127.0.3.N; what the N-th does is KINDS[N % 12]."""
    async def run():
        def answer(kind):
            async def handler(reader, writer):
                try:
                    await reader.readuntil(b"\r\n\r\n")
                    await kind(writer)
                except (ConnectionError, asyncio.IncompleteReadError):
                    pass
                finally:
                    writer.close()
            return handler
        for number in range(hostile):
            await asyncio.start_server(answer(KINDS[number % len(KINDS)]), f"127.0.3.{number + 1}", port)
        ready.set()
        await asyncio.sleep(36_000)
    ready = threading.Event()
    threading.Thread(target=lambda: asyncio.run(run()), daemon=True).start()
    ready.wait()


def configure(room, port, healthy, other, hostile):
    text = f'store = "{room}/store"\n'
    for number in range(healthy):
        text += f'[[source]]\nid = "s{number}"\nurl = "http://127.0.2.{number + 1}:{port}/{number}.xml"\nallow_private = true\ninterval = "1d"\n'
    for number in range(hostile):
        text += f'[[source]]\nid = "h{number}"\nurl = "http://127.0.3.{number + 1}:{other}/feed.xml"\nallow_private = true\ninterval = "1d"\n'
    (room / "config.toml").write_text(text)


class Answers(threading.Thread):
    """Asks the daemon all the while; keeps the longest wait."""

    def __init__(self, daemon):
        super().__init__(daemon=True)
        self.daemon_asked, self.longest, self.over = daemon, 0.0, threading.Event()

    def run(self):
        while not self.over.wait(0.02):
            begun = time.monotonic()
            try:
                self.daemon_asked.ask("GET /healthz")
            except OSError:
                return
            self.longest = max(self.longest, time.monotonic() - begun)


def arrivals(room, since):
    times = {}
    for line in (room / "access").read_text().splitlines():
        moment, path = line.split()
        if float(moment) >= since:
            times.setdefault(path, float(moment) - since)
    return times


def one_round(daemon, room, healthy):
    begun = time.time()
    status, answer = daemon.ask("POST /sync")
    assert status == 202, answer
    until("the healthy polls", lambda: len(arrivals(room, begun)) >= healthy, daemon)
    return arrivals(room, begun)


def unpolled(programs, room):
    answer = subprocess.run([programs / "brief-sync", "sources", "--json", "--store", room / "store"], capture_output=True)
    return [source["id"] for source in json.loads(answer.stdout)["sources"] if source["last_poll"] is None]


def rounds(programs, room, port, other, healthy, hostile):
    """Arrivals of the healthy polls, the best of three rounds each."""
    configure(room, port, healthy, other, hostile)
    daemon = Daemon(programs, room)
    try:
        until("the first polls", lambda: daemon.metrics()["brief_sync_polls_total"] >= healthy, daemon)
        answers = Answers(daemon)
        answers.start()
        best = {}
        for _ in range(3):
            for path, seconds in one_round(daemon, room, healthy).items():
                best[path] = min(seconds, best.get(path, seconds))
            time.sleep(1.5)  # the pause of a host
        if hostile:
            # Each of them comes to an end, or is given up on in time.
            until("the end of the hostile polls", lambda: not unpolled(programs, room), daemon, 0.5)
        answers.over.set()
        answers.join()
        return best, daemon.peak(), answers.longest, daemon.metrics()
    finally:
        daemon.end()
        shutil.rmtree(room / "store")


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1])
    global WORDS
    WORDS = int(sys.argv[4]) if len(sys.argv) > 4 else WORDS
    healthy, hostile = (int(sys.argv[2]) if len(sys.argv) > 2 else 200), (int(sys.argv[3]) if len(sys.argv) > 3 else 64)
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-mix-"))
    port, other = free_port(), free_port()
    nginx = start_nginx(room, port, [f"127.0.2.{number + 1}" for number in range(healthy)])
    try:
        for number in range(healthy):
            (room / "site" / f"{number}.xml").write_text(feed(f"s{number}", [(n, "Text of it.") for n in range(5)]))
        serve(hostile, other)
        alone, small, quick, _ = rounds(programs, room, port, other, healthy, 0)
        mixed, peak, slow, counts = rounds(programs, room, port, other, healthy, hostile)
    finally:
        nginx.terminate()
        nginx.wait()
        shutil.rmtree(room, ignore_errors=True)
    late = sorted(mixed[path] - alone[path] for path in alone)
    failed = counts['brief_sync_polls_total{outcome="failed"}']
    print(f"hostile mix: {healthy} healthy polls beside {hostile} hostile servers came {late[len(late) // 2]:+.3f} s later in the middle, "
          f"{late[-1]:+.3f} s at most; peak {peak:.0f} MB (alone {small:.0f}); the daemon answered within {slow * 1000:.0f} ms "
          f"(alone {quick * 1000:.0f}); {failed:.0f} polls failed")
    assert len(mixed) == healthy and len(alone) == healthy
    return 1 if peak > 256 else 0


if __name__ == "__main__":
    sys.exit(main())
