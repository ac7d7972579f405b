#!/usr/bin/env python3
"""What each step from a document to its rows costs, without network and database: StageCost over feeds like those of poll_bench.py.

usage: stage_cost.py PROGRAMS [SOURCES] [ENTRIES]     default 200 and 20

Prints StageCost's lines: CPU milliseconds of each step over all entries, the mean of three rounds.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from poll_bench import publish


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    sources, entries = (int(sys.argv[2]) if len(sys.argv) > 2 else 200), (int(sys.argv[3]) if len(sys.argv) > 3 else 20)
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-stages-"))
    try:
        publish(room, 80, sources, entries)
        documents = sorted((room / "site").glob("*.xml"))
        return subprocess.run([pathlib.Path(sys.argv[1]) / "StageCost", "3", *documents]).returncode
    finally:
        shutil.rmtree(room, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
