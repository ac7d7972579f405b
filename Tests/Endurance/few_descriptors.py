#!/usr/bin/env python3
"""A descriptor table that is full while sources are polled: those polls fail as ours to mend, and it heals without a hand.

usage: few_descriptors.py PROGRAMS
"""
import json
import pathlib
import resource
import shutil
import socket
import subprocess
import sys
import tempfile

from running import Daemon, feed, free_port, start_nginx, until

SOURCES = 40
FREE = 12


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1])
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-descriptors-"))
    port = free_port()
    addresses = [f"127.0.2.{number + 1}" for number in range(SOURCES)]
    nginx = start_nginx(room, port, addresses)
    daemon = None
    try:
        text = f'store = "{room}/store"\npolling = {{ host_pause = "0s" }}\n'
        for number in range(SOURCES):
            (room / "site" / f"{number}.xml").write_text(feed(f"s{number}", [(1, "Text of it.")]))
            text += f'[[source]]\nid = "s{number}"\nurl = "http://127.0.2.{number + 1}:{port}/{number}.xml"\nallow_private = true\ninterval = "1d"\n'
        (room / "config.toml").write_text(text)
        daemon = Daemon(programs, room)
        until("the first polls", lambda: daemon.metrics()['brief_sync_polls_total{outcome="read"}'] == SOURCES, daemon)
        # Without the publisher the connections that were kept are given up.
        nginx.terminate()
        nginx.wait()
        daemon.ask("POST /sync")
        until("polls of nobody", lambda: polls(daemon) >= 2 * SOURCES, daemon)
        for number in range(SOURCES):
            (room / "site" / f"{number}.xml").write_text(feed(f"s{number}", [(2, "Another text."), (1, "Text of it.")]))
        nginx = start_nginx(room, port, addresses)
        # Room for the control socket and what answers there, and for hardly any transfer.
        before = resource.prlimit(daemon.process.pid, resource.RLIMIT_NOFILE)
        resource.prlimit(daemon.process.pid, resource.RLIMIT_NOFILE, (limit_with(FREE, daemon.process.pid), before[1]))
        failed = failures(daemon)
        daemon.ask("POST /sync")
        until("the polls without descriptors", lambda: polls(daemon) >= 3 * SOURCES, daemon)
        short = failures(daemon) - failed
        said = sources(programs, room)
        reasons = {source["reason"] for source in said if source["reason"]}
        resource.prlimit(daemon.process.pid, resource.RLIMIT_NOFILE, before)
        daemon.ask("POST /sync")
        until("health", lambda: all(source["state"] == "ok" for source in sources(programs, room)), daemon, 0.3)
        healed = sources(programs, room)
        # With none at all nobody can ask; once there are some, one can again.
        resource.prlimit(daemon.process.pid, resource.RLIMIT_NOFILE, (limit_with(0, daemon.process.pid), before[1]))
        with socket.socket(socket.AF_UNIX) as refused:
            refused.connect(str(room / "store" / "control.socket"))
            refused.settimeout(2)
            try:
                unheard = not refused.recv(1)
            except OSError:
                unheard = True
        resource.prlimit(daemon.process.pid, resource.RLIMIT_NOFILE, before)
        until("an answer", daemon.is_up, daemon, 0.3)
        assert unheard
        print(f"few descriptors: {short:.0f} of {SOURCES} polls failed ({'; '.join(sorted(reasons))}), and all were well afterwards")
        assert short > 0 and all(source["publications"] == 2 for source in healed)
        assert daemon.process.poll() is None
    finally:
        if daemon:
            daemon.end()
        nginx.terminate()
        nginx.wait()
        shutil.rmtree(room, ignore_errors=True)
    return 0


def limit_with(free, process):
    """The limit below which so many numbers of descriptors are free."""
    used = {int(name.name) for name in pathlib.Path(f"/proc/{process}/fd").iterdir()}
    limit = 0
    while free > 0 or limit in used:
        free -= limit not in used
        limit += 1
    return limit


def polls(daemon):
    return daemon.metrics()["brief_sync_polls_total"]


def failures(daemon):
    return daemon.metrics()['brief_sync_polls_total{outcome="failed"}']


def sources(programs, room):
    answer = subprocess.run([programs / "brief-sync", "sources", "--json", "--store", room / "store"], capture_output=True)
    return json.loads(answer.stdout)["sources"]


if __name__ == "__main__":
    sys.exit(main())
