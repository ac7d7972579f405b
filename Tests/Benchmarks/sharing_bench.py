#!/usr/bin/env python3
"""One writer, eight readers at full speed and one that stays in a snapshot, each a process of its own.

usage: sharing_bench.py PROGRAMS [SECONDS [PAUSE [LINGER]]]

The writer commits every PAUSE (20) milliseconds for SECONDS (600). Prints how long commits took, how large the log became, how
many answers the readers got, and when the long reader was told to let go (after a minute; it then reads again). Behind each commit
the writer appends 40 kB to a plain file and syncs it, which tells what the disk alone takes at that time. Peak memory is each process's own. With LINGER, the eight stay so many milliseconds in each snapshot, so
that some are always in one, and there is no long reader: then the log must stay bounded.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

READERS = 8


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    probe = pathlib.Path(sys.argv[1]) / "StoreProbe"
    seconds = sys.argv[2] if len(sys.argv) > 2 else "600"
    pause = sys.argv[3] if len(sys.argv) > 3 else "20"
    linger = sys.argv[4] if len(sys.argv) > 4 else None
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-sharing-"))
    started = []
    try:
        store = str(room / "store")
        writer = subprocess.Popen([probe, "write", store, seconds, pause], stdout=subprocess.PIPE, text=True)
        started.append(writer)
        writer.stdout.readline()
        question = ["linger", store, seconds, linger] if linger else ["ask", store, seconds]
        readers = [subprocess.Popen([probe, *question], stdout=subprocess.PIPE, text=True) for _ in range(READERS)]
        holder = None if linger else subprocess.Popen([probe, "hold", store, seconds], stdout=subprocess.PIPE, text=True)
        started += readers + ([holder] if holder else [])
        print("writer:", writer.stdout.read().strip())
        print(f"writer: peak {peak_of(writer):.0f} MB")
        answers = []
        peak, waited = 0, 0
        for reader in readers:
            told = reader.stdout.read().split()
            answers.append(int(told[1]))
            waited = max(waited, float(told[3])) if linger else 0
            peak = max(peak, peak_of(reader))
        print(f"readers: {sum(answers)} answers by {READERS}, the slowest {min(answers)}; peak {peak:.0f} MB")
        print("long reader:", holder.stdout.read().strip() if holder else f"none; a snapshot began after {waited:.0f} ms at most")
    finally:
        for process in started:
            if process.poll() is None:
                process.terminate()
                process.wait()
        shutil.rmtree(room, ignore_errors=True)
    return 0


def peak_of(process):
    """MB, of a process that ended."""
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
