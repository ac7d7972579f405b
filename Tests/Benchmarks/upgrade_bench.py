#!/usr/bin/env python3
"""What another catalogue costs a store, against reading all of its versions in the same run.

usage: upgrade_bench.py PROGRAMS [PUBLICATIONS]

PUBLICATIONS (20000) with two versions each, made by StoreMaker. Prints for a topic of a user's own, five topics with a pattern more, and
other rules, how many versions were tagged anew, CPU seconds (user and system, the best of three interleaved rounds), and the ratio to
reading alone.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

CHANGES = {"reading": "reading alone", "own": "a topic of one's own", "five": "five topics changed", "rules": "other rules"}


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    maker = pathlib.Path(sys.argv[1]) / "StoreMaker"
    count = sys.argv[2] if len(sys.argv) > 2 else "20000"
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-upgrade-"))
    try:
        subprocess.run([maker, room / "made", count, "50", "2", "200"], check=True, stdout=subprocess.DEVNULL)
        best = {}
        for _ in range(3):
            for change in CHANGES:
                shutil.copytree(room / "made", room / "store")
                tagged, kept, cpu, _ = map(float, subprocess.check_output([maker, "--upgrade", change, room / "store"]).split())
                best[change] = min((cpu, tagged, kept), best.get(change, (cpu, tagged, kept)))
                shutil.rmtree(room / "store")
        reading = best["reading"][0]
        for change, name in CHANGES.items():
            cpu, tagged, kept = best[change]
            print(f"{name}: {tagged:,.0f} of {tagged + kept:,.0f} versions tagged anew, {cpu:.2f} CPU s, {cpu / reading:.2f}x reading")
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
