#!/usr/bin/env python3
"""What a question costs: whole processes against an empty program that is linked alike (EmptyProgram), and searches inside a
process (StoreProbe) against a C program that asks the same FTS index (search_floor.c).

usage: query_bench.py PROGRAMS [PUBLICATIONS [SMALL LARGE]]

PUBLICATIONS (100000) stand in the store of status and search, from 1,000 sources at most; changes are asked for in stores of SMALL
(1000) and LARGE (100000) versions, 50 changes after a cursor and of the last day. Stores are made by StoreMaker, which takes a
minute or two for each 100,000; BRIEF_BENCH_ROOM names a folder that keeps them for the next run. Commands take turns; a figure is
the best of 15, CPU is user and system time. Peak memory is the process's own.
"""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
ROUNDS = 15
QUESTIONS = {"rare": "77", "common": "Belarus", "two words": "gas market", "phrase": '"roadmap of"', "Russian": "миграция",
             "Polish": "podatek", "prefix": "integr", "topic filter": "market topic:{topic}"}


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1])
    sizes = [int(n) for n in sys.argv[2:]] + [100_000, 1000, 100_000][len(sys.argv) - 2:]
    kept = os.environ.get("BRIEF_BENCH_ROOM")
    room = pathlib.Path(kept or tempfile.mkdtemp(prefix="brief-sync-bench-"))
    room.mkdir(parents=True, exist_ok=True)
    try:
        run(programs, room, *sizes[:3])
    finally:
        if not kept:
            shutil.rmtree(room, ignore_errors=True)
    return 0


def run(programs, room, publications, small, large):
    store = made(programs, room, publications)
    tool = [str(programs / "brief-sync")]
    with sqlite3.connect(f"file:{store}/store.sqlite?mode=ro", uri=True) as db:
        topic, = db.execute("SELECT topic FROM topic_source GROUP BY topic ORDER BY sum(publications) DESC LIMIT 1").fetchone()
    questions = {name: text.format(topic=topic) for name, text in QUESTIONS.items()}
    commands = {"empty program": [str(programs / "EmptyProgram")],
                "status": tool + ["status", "--store", store],
                "status --json": tool + ["status", "--json", "--store", store]}
    for count in (small, large):
        folder = made(programs, room, count)
        since, cursor = fifty(folder, room / f"cursor-{count}")
        commands[f"changes --since, {count} versions"] = tool + ["changes", "--since", since, "--store", folder]
        commands[f"changes --cursor, {count} versions"] = cursor, tool + [
            "changes", "--cursor", str(room / f"cursor-{count}"), "--store", folder]
    for name, text in questions.items():
        commands[f"search {name}"] = tool + ["search", text, "--store", store]
    figures = best(commands)
    base = figures["empty program"]
    print(f"{publications} publications; milliseconds, and over the empty program")
    for name, (wall, cpu, memory) in figures.items():
        print(f"  {name:36} wall {wall:6.1f} (+{wall - base[0]:.1f})  CPU {cpu:6.1f} (+{cpu - base[1]:.1f})  {memory:.0f} MB")
    for way in ("--since", "--cursor"):
        few, many = (figures[f"changes {way}, {n} versions"][1] for n in (small, large))
        print(f"  changes {way}: {large} versions against {small}: {many / few:.2f}x")
    inside(programs, room, store, questions)


def made(programs, room, publications):
    """A store of so many publications, one version each."""
    folder = room / f"store-{publications}"
    if not folder.exists():
        subprocess.run([programs / "StoreMaker", folder, str(publications), str(min(1000, max(1, publications // 50)))],
                       check=True, stdout=subprocess.DEVNULL)
    return str(folder)


def fifty(folder, path):
    """The time, and a cursor, after which about 50 changes stand."""
    with sqlite3.connect(f"file:{folder}/store.sqlite?mode=ro", uri=True) as db:
        store, = db.execute("SELECT id FROM store").fetchone()
        counted, revision, when = 0, 0, 0
        for revision, when, count in db.execute("SELECT r.number, r.time, (SELECT count(*) FROM change c WHERE c.revision = r.number)"
                                                " FROM revision r ORDER BY number DESC"):
            counted += count
            if counted >= 50:
                break
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(when)), (path, f"brief-sync:{store}:{revision - 1}\n")


def best(commands):
    figures = {}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            if isinstance(command, tuple):
                (path, cursor), command = command
                path.write_text(cursor)
            start = time.monotonic()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            _, status, usage = os.wait4(process.pid, 0)
            wall = (time.monotonic() - start) * 1000
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in (0, 3, 4):
                raise SystemExit(f"{command} ended with {process.returncode}: {process.stderr.read().decode()}")
            process.stderr.close()
            cpu = (usage.ru_utime + usage.ru_stime) * 1000
            old = figures.get(name, (wall, cpu, 0))
            figures[name] = min(wall, old[0]), min(cpu, old[1]), max(usage.ru_maxrss / 1024, old[2])
    return figures


def inside(programs, room, store, questions):
    floor = room / "search_floor"
    subprocess.run(["cc", "-O2", "-o", floor, HERE / "search_floor.c", "-lsqlite3", "-lzstd"], check=True)
    ours, floors, found, peak = {}, {}, {}, 0
    for _ in range(3):
        process = subprocess.Popen([programs / "StoreProbe", "search", store, "20", *questions.values()], stdout=subprocess.PIPE, text=True)
        lines = process.stdout.read().splitlines()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"StoreProbe search ended with {process.returncode}")
        peak = max(peak, usage.ru_maxrss / 1024)
        for name, line in zip(questions, lines):
            question, spent, _, match = line.split("\t")
            topic = question.partition("topic:")[2].split(" ")[0]
            plain, count = subprocess.run([floor, f"{store}/store.sqlite", "20", match, topic],
                                          check=True, capture_output=True, text=True).stdout.split()
            ours[name] = min(float(spent), ours.get(name, 1e9))
            floors[name] = min(float(plain), floors.get(name, 1e9))
            found[name] = count
    print(f"inside the process, CPU milliseconds against C; peak {peak:.0f} MB")
    for name in questions:
        print(f"  {name:14} {ours[name]:7.2f} / {floors[name]:6.2f} = {ours[name] / floors[name]:.2f}x  ({found[name]} looked at)")


if __name__ == "__main__":
    sys.exit(main())
