#!/usr/bin/env python3
"""What the reports cost on a large store, as multiples of `brief-sync status` on the same one.

    report_cost.py FOLDER_OF_PROGRAMS [--store DIR] [--publications N] [--rounds N]

Without --store, StoreMaker makes one of N publications (100,000) in two versions. Each round runs every command once, so
that a busy moment meets all of them; the best of the rounds counts. CPU is user and system time of the whole process. Ends
with 1 when a report takes more than 200 ms of CPU.
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time

LIMIT = 0.200
REPORTS = {
    "status": ["status"],
    "deadlines": ["deadlines"],
    "dossier, a topic of a fifth": ["dossier", "single-gas-market"],
    "dossier, with those below": ["dossier", "union-state"],
    "dossier, as a page": ["dossier", "single-gas-market", "--html"],
    "brief": ["brief"],
    "brief, of all time": ["brief", "--since", "2000-01-01"],
    "matrix": ["matrix"],
}


def cost(command):
    """Seconds of CPU and of wall time; a status that says that nothing matched is an answer."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3, 4):
        sys.exit(f"{' '.join(command)} ended with {process.returncode}: {errors.decode()}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start


def measure(programs, store, rounds):
    best = {}
    for _ in range(rounds):
        for name, arguments in REPORTS.items():
            found = cost([f"{programs}/brief-sync", *arguments, "--store", store, "--no-pager"])
            best[name] = tuple(map(min, zip(found, best.get(name, found))))
    floor = best["status"][0]
    print(f"{'report':30} {'CPU ms':>8} {'wall ms':>8} {'x status':>9}")
    for name, (cpu, wall) in best.items():
        print(f"{name:30} {cpu * 1000:8.1f} {wall * 1000:8.1f} {cpu / floor:9.1f}")
    return [name for name, (cpu, _) in best.items() if cpu > LIMIT]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs")
    parser.add_argument("--store")
    parser.add_argument("--publications", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = options.store
        if store is None:
            store = f"{folder}/store"
            subprocess.run([f"{options.programs}/StoreMaker", store, str(options.publications), "40", "2"], check=True)
        slow = measure(options.programs, store, options.rounds)
    for name in slow:
        print(f"over {LIMIT * 1000:.0f} ms: {name}")
    sys.exit(1 if slow else 0)


if __name__ == "__main__":
    main()
