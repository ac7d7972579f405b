#!/usr/bin/env python3
"""Rows a second that are recorded, and building the search index, against a C program with the same kinds of rows and durability
(record_floor.c).

usage: record_bench.py PROGRAMS [COUNT [STORE]]

COUNT (10000) publications are recorded new, unchanged and edited, each of about 500 letters, 2,000 a commit. With STORE (a folder
that StoreMaker made; it is copied) the index over its versions is made anew, against FTS5 over the same texts. CPU is user and
system time, the best of three turns.
"""
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
SYLLABLES = "ba re mi no ta lu ki so ve dar".split()
SEARCH = ("search_data", "search_idx", "search_docsize", "search_config", "search_content")


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-record-"))
    try:
        floor = room / "floor"
        subprocess.run(["cc", "-O2", "-o", floor, HERE / "record_floor.c", "-lsqlite3", "-lzstd"], check=True)
        record(programs, room, floor, count)
        if len(sys.argv) > 3:
            index(programs, room, floor, sys.argv[3])
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return 0


def record(programs, room, floor, count):
    dice = random.Random(1)
    texts = room / "texts"
    texts.write_text("".join(
        " ".join("".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(70)) + f". Item 1 of {n}.\n" for n in range(count)))
    ours, plain = {}, {}
    for turn in range(3):
        keep(ours, measured([programs / "StoreProbe", "record", room / f"ours{turn}", str(count)]))
        keep(plain, measured([floor, room / f"plain{turn}", str(count), texts]))
    for phase in ("new", "unchanged", "edited"):
        (cpu, wall), (base, base_wall) = ours[phase], plain[phase]
        print(f"{phase:10} {count / cpu:9.0f} rows a CPU second, {cpu / base:.2f}x of C ({count / base:.0f}); wall {wall / base_wall:.2f}x")
    print(f"peak memory {ours['peak'][0]:.0f} MB, C {plain['peak'][0]:.0f} MB")


def index(programs, room, floor, store):
    copy = room / "copy"
    shutil.copytree(store, copy)
    texts = room / "originals"
    dump(programs, copy, texts)
    ours = measured([programs / "StoreProbe", "index", copy])
    plain = measured([floor, room / "index", "index", texts])
    (cpu, wall), (base, base_wall) = ours["indexed"], plain["indexed"]
    sizes = [search_bytes(copy / "store.sqlite"), search_bytes(room / "index")]
    print(f"index      {texts.stat().st_size / 1e6:.0f} MB of text: CPU {cpu:.1f} s, {cpu / base:.2f}x of C ({base:.1f}); wall {wall / base_wall:.2f}x;"
          f" {sizes[0] / 1e6:.1f} MB, {sizes[0] / sizes[1]:.2f}x; peak {ours['peak'][0]:.0f} MB")


def dump(programs, store, path):
    """The texts of all versions, one a line."""
    import json
    export = subprocess.Popen([programs / "brief-sync", "export", "--store", store], stdout=subprocess.PIPE, text=True)
    with open(path, "w") as file:
        for line in export.stdout:
            for text in texts(json.loads(line)):
                file.write(text.replace("\n", " ") + "\n")
    export.wait()


def texts(value):
    """Every text of a section, wherever it stands in the record."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key == "text" and isinstance(member, str):
                yield member
            else:
                yield from texts(member)
    elif isinstance(value, list):
        for member in value:
            yield from texts(member)


def search_bytes(path):
    names = ", ".join(f"'{name}'" for name in SEARCH)
    output = subprocess.run(["sqlite3", f"file:{path}?mode=ro", f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({names})"],
                            check=True, capture_output=True, text=True).stdout
    return int(output)


def measured(command):
    """CPU and wall seconds by phase, and the peak in MB."""
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True)
    lines = process.stdout.read().splitlines()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} {command[1]} ended with {process.returncode}")
    figures = {phase: (float(cpu), float(wall)) for phase, _, cpu, wall in (line.split() for line in lines)}
    figures["peak"] = usage.ru_maxrss / 1024, 0
    return figures


def keep(best, figures):
    for name, (first, second) in figures.items():
        old = best.get(name, (first, second))
        best[name] = (max if name == "peak" else min)(first, old[0]), min(second, old[1])


if __name__ == "__main__":
    sys.exit(main())
