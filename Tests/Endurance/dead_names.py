#!/usr/bin/env python3
"""A name server that never answers for some names: how long the other sources then take.

usage: dead_names.py PROGRAMS [SOURCES] [DEAD]     default 1000 and 200

Runs in a network of its own with a name server of its own, which knows the living names and is silent on the dead ones;
this needs root. What must hold: every living source is read beside the dead ones, and no dead one is taken for read.
Printed: the time of a round over the living sources beside the dead ones as a multiple of their time alone, and the longest wait
for an answer of the daemon.
"""
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

from hostile_mix import Answers, arrivals
from running import Daemon, feed, free_port, start_nginx, until

# A round takes some tenths of a second, and by one of them nobody tells a fifth more: the quicker half of so many is summed.
ROUNDS = 12


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
    nginx = None
    try:
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
        for name, words in (("resolv.conf", "nameserver 127.0.0.1\noptions timeout:5 attempts:2\n"), ("nsswitch.conf", "hosts: dns\n")):
            (room / name).write_text(words)
            subprocess.run(["mount", "--bind", room / name, f"/etc/{name}"], check=True)
        threading.Thread(target=answer_names, daemon=True).start()
        living, port = sources - dead, free_port()
        nginx = start_nginx(room, port, ["127.0.0.1"])
        for number in range(living):
            (room / "site" / f"{number}.xml").write_text(feed(f"s{number}", [(1, "Text of it.")]))
        alone, _, quick = round_of(programs, room, port, living, 0)
        beside, failed, slow = round_of(programs, room, port, living, dead)
    finally:
        if nginx:
            nginx.terminate()
            nginx.wait()
        shutil.rmtree(room, ignore_errors=True)
    print(f"dead names: {living} sources took {beside:.2f} s beside {dead} with a dead name server, {alone:.2f} s without "
          f"({beside / alone:.2f}x); the daemon answered within {slow * 1000:.0f} ms (alone {quick * 1000:.0f}); {failed:.0f} failed")
    return 0


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


def round_of(programs, room, port, living, dead):
    """Seconds of the quicker half of the rounds over the living sources, failed polls, longest wait for an answer."""
    text = f'store = "{room}/store"\n'
    # The dead ones between the others.
    names = [f"d{number}" for number in range(dead)] + [f"s{number}" for number in range(living)]
    names.sort(key=lambda name: int(name[1:]) * (living + dead) // (dead if name[0] == "d" else living))
    for name in names:
        text += f'[[source]]\nid = "{name}"\nurl = "http://{name}.example:{port}/{name[1:]}.xml"\nallow_private = true\ninterval = "1d"\n'
    (room / "config.toml").write_text(text)
    daemon = Daemon(programs, room)
    try:
        until("the first polls", lambda: daemon.metrics()['brief_sync_polls_total{outcome="read"}'] >= living, daemon)
        answers, times = Answers(daemon), []
        answers.start()
        for _ in range(ROUNDS):
            time.sleep(1.5)  # the pause of a host
            begun = time.time()
            status, answer = daemon.ask("POST /sync")
            assert status == 202, answer
            until("the living polls", lambda: len(arrivals(room, begun)) >= living, daemon, 0.02)
            times.append(max(arrivals(room, begun).values()))
        answers.over.set()
        answers.join()
        counts = daemon.metrics()
        if dead:
            until("the end of the dead polls", lambda: daemon.metrics()['brief_sync_polls_total{outcome="failed"}'] >= dead, daemon)
            counts = daemon.metrics()
        assert counts['brief_sync_polls_total{outcome="read"}'] == living, counts
        return sum(sorted(times)[:ROUNDS // 2]), counts['brief_sync_polls_total{outcome="failed"}'], answers.longest
    finally:
        daemon.end()
        shutil.rmtree(room / "store")
        (room / "access").write_text("")


if __name__ == "__main__":
    sys.exit(main())
