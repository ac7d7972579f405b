#!/usr/bin/env python3
"""Stops the daemon at each point between seeing a change and marking its alert, and lets each write and sync fail.

usage: fault_points.py PROGRAMS [KIND ...]   (kill, eio, full, readonly, degraded; all without)

A feed on loopback has one entry edited and one added. The daemon polls once with a shim before the C library that
kills it at the first write, sync, send or receive, then at the second, and so on until a run comes through (kill); or
lets that write or sync end with EIO, or that one and all after it for a second with ENOSPC (full) or
EROFS (readonly). After each, a run without the
shim must leave both changes in the store and told to the receiver, duplicates under the same key alone, an empty
outbox, and nothing marked as delivered that was not received. Prints how many points there were.

`degraded`: while the daemon runs and its disk is full for some seconds `status` must say so, and not after that.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import kill_nine

HERE = pathlib.Path(__file__).resolve().parent


# Every so many points are met: all of them take minutes.
STEP = int(os.environ.get("FAULT_STEP", "1"))


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1])
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-fault-"))
    try:
        shim = room / "shim.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", shim, HERE / "fault_shim.c", "-ldl"], check=True)
        kinds = sys.argv[2:] or ["kill", "eio", "full", "readonly", "degraded"]
        return max(
            degraded(programs, room, shim) if kind == "degraded" else sweep(programs, room, shim, kind)
            for kind in kinds)
    finally:
        shutil.rmtree(room, ignore_errors=True)


def sweep(programs, room, shim, kind):
    """All points of one kind of fault; 1 when something was lost."""
    desk = kill_nine.Desk(1)
    desk.faults = False
    shutil.rmtree(room / "store", ignore_errors=True)
    kill_nine.write_configuration(room, desk.port)
    once(programs, room)
    shutil.rmtree(room / "before", ignore_errors=True)
    shutil.copytree(room / "store", room / "before")
    desk.received.clear()
    desk.numbers[0] += 1
    desk.numbers[len(desk.numbers)] = 1
    point, wrong, slowest, duplicates = 0, [], 0, 0
    while True:
        point += STEP
        shutil.rmtree(room / "store")
        shutil.copytree(room / "before", room / "store")
        desk.received.clear()
        run = once(programs, room, {
            "LD_PRELOAD": str(shim), "BRIEF_FAULT_AT": str(point), "BRIEF_FAULT_KIND": kind,
            "BRIEF_FAULT_UNDER": str(room / "store"), "BRIEF_FAULT_COUNT": str(room / "count"),
            **({"BRIEF_FAULT_LASTS": "1000"} if kind in ("full", "readonly") else {})})
        # Killed while it was written down, the count is that of this point.
        text = (room / "count").read_text() if (room / "count").exists() else "0"
        met = int(text) if text else point
        (room / "count").unlink(missing_ok=True)
        began = time.monotonic()
        for _ in range(40):
            once(programs, room)
            if kill_nine.ask(programs, room, "status")["outbox"]["pending"] == 0:
                break
            time.sleep(0.2)
        slowest = max(slowest, time.monotonic() - began)
        wrong += [f"{kind} at point {point}: {line}" for line in judge(programs, room, desk)]
        duplicates += sum(len(bodies) - 1 for bodies in desk.received.values())
        if met < point:
            break
        if kind == "kill" and run.returncode == 0:
            wrong.append(f"kill at point {point}: the daemon was not killed")
    desk.server.shutdown()
    print(f"{kind}: {met} points, every {STEP}. of them met, {duplicates} duplicates under the same key, {len(wrong)} faults, "
          f"slowest recovery {slowest:.2f} s")
    for line in wrong[:20]:
        print("WRONG: " + line)
    return 1 if wrong else 0


def degraded(programs, room, shim):
    """A daemon whose disk is full for some seconds; 1 when `status` does not say so, or something was lost."""
    desk = kill_nine.Desk(1)
    desk.faults = False
    shutil.rmtree(room / "store", ignore_errors=True)
    kill_nine.write_configuration(room, desk.port)
    once(programs, room)
    daemon = subprocess.Popen(
        [programs / "brief-syncd", "run", "--config", room / "config.toml"], stderr=subprocess.DEVNULL,
        env={**os.environ, "LD_PRELOAD": str(shim), "BRIEF_FAULT_AT": "1", "BRIEF_FAULT_KIND": "full",
             "BRIEF_FAULT_UNDER": str(room / "store") + "/store.sqlite", "BRIEF_FAULT_WHILE": str(room / "full")})
    seen, problems = [], set()

    def watch(until):
        for _ in range(300):
            status = kill_nine.ask(programs, room, "status")
            if status["daemon"]["running"] and (not seen or seen[-1] != status["daemon"]["degraded"]):
                seen.append(status["daemon"]["degraded"])
                problems.update(problem["what"] for problem in status["problems"])
            if seen and until(status):
                return
            time.sleep(0.1)

    try:
        watch(lambda status: True)
        desk.received.clear()
        (room / "full").touch()
        desk.numbers[0] += 1
        desk.numbers[len(desk.numbers)] = 1
        watch(lambda status: seen[-1] == "full")
        time.sleep(2)
        (room / "full").unlink()
        watch(lambda status: seen[-1] is None and len(desk.received) == 2 and not status["outbox"]["pending"])
    finally:
        daemon.terminate()
        daemon.wait(30)
        desk.server.shutdown()
    wrong = judge(programs, room, desk)
    if [state for state in seen if state] != ["full"] or seen[-1] is not None:
        wrong.append(f"status said {seen}")
    if not any("its disk is full" in what for what in problems):
        wrong.append(f"status named no such problem: {problems}")
    print(f"degraded: status said {seen}, {len(desk.received)} alerts received, {len(wrong)} faults")
    for line in wrong:
        print("WRONG: " + line)
    return 1 if wrong else 0


def judge(programs, room, desk):
    status = kill_nine.ask(programs, room, "status")
    wrong = []
    if status["outbox"]["pending"] or status["outbox"]["parked"]:
        wrong.append(f"the outbox is not empty: {status['outbox']}")
    kinds = [change["kind"] for change in kill_nine.ask(programs, room, "changes")["changes"]]
    if sorted(kinds[kill_nine.ENTRIES:]) != ["added", "revised"]:
        wrong.append(f"recorded: {kinds[kill_nine.ENTRIES:]}")
    told = []
    for key, bodies in desk.received.items():
        if len(set(bodies)) != 1:
            wrong.append(f"{key} came with different bodies")
        told.append(json.loads(bodies[0])["kind"])
    if sorted(told) != ["added", "revised"]:
        wrong.append(f"told: {told}")
    outbox = kill_nine.ask(programs, room, "outbox")["alerts"]
    unreceived = [a["key"] for a in outbox if a["state"] == "delivered" and a["type"] == "change"
                  and a["key"] not in desk.received]
    if unreceived:
        wrong.append(f"marked as delivered and never received: {unreceived}")
    return wrong


def once(programs, room, environment=None):
    return subprocess.run(
        [programs / "brief-syncd", "once", "--all", "--config", room / "config.toml"], capture_output=True,
        env={**os.environ, **(environment or {})}, timeout=120)


if __name__ == "__main__":
    sys.exit(main())
