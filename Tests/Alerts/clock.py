#!/usr/bin/env python3
"""Clocks that are set back a year and forward ten while alerts wait.

usage: clock.py PROGRAMS

A feed on loopback changes; the receiver answers 503, so that the alert waits. Then the clock is set (libfaketime), the
receiver is well again, and an hour later by the new clock a round must leave the outbox empty: every change told
under one key, none parked, none doubled, whatever the jump. Skipped where there is no faketime (Debian: faketime).
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Crash"))
import kill_nine  # noqa: E402

DAY = 86_400
YEAR = 365 * DAY
# Seconds from the true time, in the order in which the clock is set to them.
OFFSETS = [0, -YEAR, 0, 10 * YEAR, 0, 10 * YEAR, -YEAR, -YEAR + DAY, 0]


class Down:
    """Dice for the receiver: 503 always."""

    def random(self):
        return 0.0


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    if not shutil.which("faketime"):
        print("skipped: there is no faketime (Debian: faketime)")
        return 77
    programs = pathlib.Path(sys.argv[1])
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-clock-"))
    desk = kill_nine.Desk(1)
    dice = desk.random
    wrong, told = [], 0
    try:
        kill_nine.write_configuration(room, desk.port)
        desk.faults = False
        once(programs, room, 0)
        for before, after in zip(OFFSETS, OFFSETS[1:]):
            for _ in range(3):
                desk.change()
                desk.random, desk.faults = Down(), True
                once(programs, room, before)
                desk.random, desk.faults = dice, False
                told += 1
            waiting = kill_nine.ask(programs, room, "status")["outbox"]["pending"]
            if waiting != 3:
                wrong.append(f"before the jump {waiting} alerts wait, not 3")
            once(programs, room, after + 3_600)
            outbox = kill_nine.ask(programs, room, "status")["outbox"]
            asked = max(alert["last_attempt"] or "" for alert in kill_nine.ask(programs, room, "outbox")["alerts"][:3])
            if not asked.startswith(time.strftime("%Y-%m", time.gmtime(time.time() + after + 3_600))):
                wrong.append(f"the clock was not set: the last attempt was at {asked}")
            jump = f"from {before // DAY} to {after // DAY} days"
            if outbox["pending"] or outbox["parked"]:
                wrong.append(f"{jump}: an hour later {outbox['pending']} wait and {outbox['parked']} were given up")
        desk.server.shutdown()
        keys = {key: bodies for key, bodies in desk.received.items() if json.loads(bodies[0])["type"] == "change"}
        doubled = [key for key, bodies in desk.received.items() if len(bodies) > 1]
        if len(keys) != told or doubled:
            wrong.append(f"{told} changes, {len(keys)} told, {len(doubled)} doubled")
    finally:
        shutil.rmtree(room, ignore_errors=True)
    print(f"{len(OFFSETS) - 1} jumps of the clock, {told} changes, {len(wrong)} faults")
    for line in wrong:
        print("WRONG: " + line)
    return 1 if wrong else 0


def once(programs, room, offset):
    environment = {**os.environ, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    command = ["faketime", "-f", f"{offset:+d}s"] if offset else []
    ended = subprocess.run(
        command + [programs / "brief-syncd", "once", "--all", "--config", room / "config.toml"],
        capture_output=True, text=True, env=environment, timeout=180)
    if ended.returncode not in (0, 3):
        print(f"WRONG: once at {offset:+d}s ended with {ended.returncode}: {ended.stderr[-1000:]}")


if __name__ == "__main__":
    sys.exit(main())
