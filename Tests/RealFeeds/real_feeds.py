#!/usr/bin/env python3
"""Polls real feeds over HTTP, twice, and holds what the store then says against what is known of them.

usage: real_feeds.py PROGRAMS CORPUS

PROGRAMS is the folder with brief-syncd and brief-sync, CORPUS a folder with manifest.jsonl (a row a
feed: path, kind, category, entries). Each row of kind "real" is served by nginx on loopback as a source of
its own. First round: every feed that cannot be read is shown by `status` with a reason, every other has as many
publications as the row has entries (an entry that a feed lists twice counts once). Second round: 304
everywhere, no version, no change.
"""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    programs, corpus = map(pathlib.Path, sys.argv[1:])
    with open(corpus / "manifest.jsonl", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["kind"] == "real"]
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-real-"))
    nginx = None
    try:
        port = free_port()
        nginx = start_nginx(room, port)
        sources = publish(rows, corpus, room)
        write_configuration(room, port, sources)
        return judge(programs, corpus, room, sources)
    finally:
        if nginx:
            nginx.terminate()
            nginx.wait()
        shutil.rmtree(room, ignore_errors=True)


def judge(programs, corpus, room, sources) -> int:
    complaints = []
    first = once(programs, room)
    states = {row["id"]: row for row in answer(programs, room, "sources")["sources"]}
    publications = 0
    for name, row in sources.items():
        state = states[name]
        publications += state["publications"]
        if state["state"] != "ok":
            print(f"  {name} ({row['path']}): {state['state']}: {state['reason']}")
            if not state["reason"]:
                complaints.append(f"{name} fails without a reason")
        elif state["publications"] != row["entries"] and not (
                row.get("smoke") and state["publications"] > row["entries"]):  # rows of this kind count to 40
            said = f"{name} ({row['path']}): {state['publications']} publications, {row['entries']} entries"
            repeated = "repeated-entries" in state.get("oddities", [])
            seen = inspect(programs, corpus / row["path"])
            nameless = sum(oddity["count"] for oddity in seen["oddities"] if "no id, link or title" in oddity["what"])
            why = "the feed repeats entries" if repeated else f"{nameless} entries have nothing to be named by"
            print(f"  {said} ({why})")
            if not repeated and state["publications"] + nameless < row["entries"]:
                complaints.append(said)
    before = answer(programs, room, "status")
    second = once(programs, room)
    after = answer(programs, room, "status")
    log = (room / "polls.log").read_text().split("\n")[:-1]
    round_two = log[-len(sources):]
    not_modified = sum(line.startswith("304 ") for line in round_two)
    read = [name for name in sources if states[name]["state"] == "ok"]
    print(f"round 1: {first['polled']} polled, {len(read)} read, {publications} publications, "
          f"{first['failed']} failed, {first['seconds']} s")
    print(f"round 2: {len(round_two)} requests, {not_modified} answered 304, "
          f"{second['added'] + second['revised'] + second['withdrawn']} changes, {second['seconds']} s")
    if before["counts"] != after["counts"] or before["chain"] != after["chain"]:
        complaints.append(f"round 2 wrote: {before['counts']} then {after['counts']}")
    for line in round_two:
        name = line.split("/")[-1].split(".")[0]
        if not line.startswith("304 ") and states[name]["state"] == "ok":
            # A document that was cut off or damaged is asked for again: its validators do not advance.
            print(f"  {name} ({sources[name]['path']}): asked for again in full")
            if inspect(programs, corpus / sources[name]["path"])["whole"]:
                complaints.append(f"{name} is whole and was not answered 304")
    for complaint in complaints:
        print("WRONG: " + complaint)
    return 1 if complaints else 0


def inspect(programs, path):
    run = subprocess.run([programs / "brief-sync", "inspect", "--json", path], capture_output=True, text=True)
    return json.loads(run.stdout)["feed"]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start_nginx(room, port):
    (room / "site").mkdir()
    folders = "".join(f"{kind}_temp_path {room}/{kind};"
                      for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    # Started as root, nginx would give up the right to read the room.
    user = "user root;" if os.geteuid() == 0 else ""
    (room / "nginx.conf").write_text(f"""
daemon off; worker_processes 1; {user} pid {room}/nginx.pid; error_log {room}/error.log;
events {{ worker_connections 256; }}
http {{
  log_format polls '$status $request_uri'; access_log {room}/polls.log polls; {folders}
  types {{ application/json json; }} default_type application/xml;
  server {{ listen 127.0.0.1:{port}; root {room}/site; }}
}}
""")
    process = subprocess.Popen(["nginx", "-p", room, "-e", room / "error.log", "-c", room / "nginx.conf"])
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process
        time.sleep(0.05)
    raise SystemExit("nginx did not start")


def publish(rows, corpus, room):
    sources = {}
    for number, row in enumerate(rows):
        name = f"feed-{number:03d}"
        shutil.copyfile(corpus / row["path"], room / "site" / (name + pathlib.Path(row["path"]).suffix))
        sources[name] = row
    return sources


def write_configuration(room, port, sources):
    text = [f'store = "{room}/store"\n']
    for name, row in sources.items():
        url = f"http://127.0.0.1:{port}/{name}{pathlib.Path(row['path']).suffix}"
        text.append(f'[[source]]\nid = "{name}"\nurl = "{url}"\nallow_private = true\n')
    (room / "config.toml").write_text("\n".join(text))


def once(programs, room):
    run = subprocess.run([programs / "brief-syncd", "once", "--all", "--json", "--config", room / "config.toml"],
                         capture_output=True, text=True)
    if run.returncode not in (0, 3):
        raise SystemExit(f"once ended with {run.returncode}: {run.stderr}")
    return json.loads(run.stdout)


def answer(programs, room, verb):
    run = subprocess.run([programs / "brief-sync", verb, "--json", "--store", room / "store"],
                         capture_output=True, text=True)
    if run.returncode not in (0, 3):
        raise SystemExit(f"{verb} ended with {run.returncode}: {run.stderr}")
    return json.loads(run.stdout)


if __name__ == "__main__":
    sys.exit(main())
