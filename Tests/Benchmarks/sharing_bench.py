#!/usr/bin/env python3
"""One writer, eight readers at full speed and one that stays in a snapshot, each a process of its own.

usage: sharing_bench.py PROGRAMS [SECONDS [PAUSE [LINGER]]]

The writer commits every PAUSE (20) milliseconds for SECONDS (600). Prints how long commits took, how large the log became, how
many answers the readers got, and when the long reader was told to let go (after a minute; it then reads again). A plain file that
is written and synced as often tells what the disk alone takes. With LINGER, the eight stay so many milliseconds in each snapshot, so
that some are always in one, and there is no long reader: then the log must stay bounded.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

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
        print("disk alone:", disk(room, min(5, int(seconds))))
        print("writer:", writer.stdout.read().strip())
        answers = []
        peak, waited = 0, 0
        for reader in readers:
            told = reader.stdout.read().split()
            answers.append(int(told[1]))
            waited = max(waited, float(told[3])) if linger else 0
            _, _, usage = os.wait4(reader.pid, 0)
            reader.returncode = 0
            peak = max(peak, usage.ru_maxrss / 1024)
        print(f"readers: {sum(answers)} answers by {READERS}, the slowest {min(answers)}; peak {peak:.0f} MB")
        print("long reader:", holder.stdout.read().strip() if holder else f"none; a snapshot began after {waited:.0f} ms at most")
    finally:
        for process in started:
            if process.poll() is None:
                process.terminate()
                process.wait()
        shutil.rmtree(room, ignore_errors=True)
    return 0


def disk(room, seconds):
    """50th and 99th of a hundred of 40 kB appended to a file and synced."""
    spent = []
    end = time.monotonic() + seconds
    with open(room / "plain", "wb") as file:
        while time.monotonic() < end:
            start = time.monotonic()
            file.write(os.urandom(40_000))
            file.flush()
            os.fdatasync(file.fileno())
            spent.append((time.monotonic() - start) * 1000)
            time.sleep(0.02)
    spent.sort()
    return f"p50_ms {spent[len(spent) // 2]:.1f} p99_ms {spent[int(len(spent) * 0.99)]:.1f}"


if __name__ == "__main__":
    sys.exit(main())
