#!/usr/bin/env python3
"""Kills brief-syncd at every write and sync that making, filling and pruning a store takes.

usage: migration_faults.py PROGRAMS [STEP]

STEP (1) looks at every so manieth write. After each kill the store must open again, verify, and be where it was
before the command or where it is after it: nothing in between. A store of a newer schema is refused with 12, and
its bytes stay as they are.
"""
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1])
    step = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-faults-"))
    try:
        return Faults(programs, room, step).run()
    finally:
        shutil.rmtree(room)


class Faults:
    def __init__(self, programs, room, step):
        self.programs, self.room, self.step = programs, room, step
        self.shim = room / "write_fault.so"
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", self.shim, HERE / "write_fault.c", "-ldl"], check=True)
        self.wrong = []

    def run(self):
        texts = self.room / "texts"
        texts.mkdir()
        for number in range(3):
            (texts / f"brief-{number}.txt").write_text(f"Brief {number}\n\nOn gas, part {number}, of 2023.\n")
        files = sorted(map(str, texts.iterdir()))
        empty = self.room / "empty"
        empty.mkdir()
        self.every("making a store", empty, ["import", "--source", "s", files[0]])
        made = self.copy(empty, "made")
        self.daemon(made, ["import", "--source", "s", *files])
        export = self.room / "export.jsonl"
        export.write_bytes(self.reader(made, ["export"]).stdout)
        self.every("importing an export", empty, ["import", str(export)])
        for number in range(3):
            (texts / f"brief-{number}.txt").write_text(f"Brief {number}\n\nOn gas, part {number}, of 2024.\n")
        self.daemon(made, ["import", "--source", "s", *files])
        self.every("pruning", made, ["prune", "--before", "2100-01-01", "--yes"])
        self.newer(made)
        return 1 if self.wrong else 0

    def every(self, what, start, arguments):
        """Runs the command from `start`, killed at each write in turn."""
        done = self.copy(start, "done")
        log = self.room / "count"
        self.daemon(done, arguments, FAULT_LOG=str(log))
        writes = int(log.read_text())
        ends = {self.state(start), self.state(done)}
        killed, before = 0, len(self.wrong)
        for number in range(1, writes + 1, self.step):
            # A process that ends may or may not still bring the log into the file: runs differ in length.
            for _ in range(8):
                store = self.copy(start, "killed")
                died = self.daemon(store, arguments, FAULT_AT=str(number))
                if died.returncode != 0:
                    break
            if died.returncode != -9:
                self.wrong.append(f"{what}: not killed at write {number}")
                continue
            state = self.state(store)
            # Making a store leaves one without records, too.
            if state not in ends and not (state == (0, "") or state is None):
                self.wrong.append(f"{what}, killed at {number} of {writes}: {state} is neither of {ends}")
            again = self.daemon(store, arguments)
            if again.returncode != 0:
                self.wrong.append(f"{what}, killed at {number}: again: {again.stderr.decode()}")
            check = self.reader(store, ["verify", "--data"])
            if check.returncode != 0:
                self.wrong.append(f"{what}, killed at {number}: {check.stdout.decode()}")
            killed += 1
        faults = len(self.wrong) - before
        print(f"{what}: killed at {killed} of {writes} writes and syncs, {faults} faults", flush=True)
        for line in self.wrong[before:]:
            print(line, file=sys.stderr, flush=True)

    def newer(self, store):
        newer = self.copy(store, "newer")
        with sqlite3.connect(newer / "store.sqlite") as database:
            database.execute("PRAGMA journal_mode = DELETE")
            database.execute("PRAGMA user_version = 999")
        database.close()
        before, known = self.digest(newer), len(self.wrong)
        for program, arguments in (
            (self.daemon, ["import", "--source", "s", "README"]), (self.daemon, ["upgrade"]),
            (self.reader, ["status"]), (self.reader, ["changes"]), (self.reader, ["verify", "--data"]),
        ):
            answer = program(newer, arguments)
            if answer.returncode != 12:
                self.wrong.append(f"a newer store: {arguments} ended with {answer.returncode}")
        if self.digest(newer) != before:
            self.wrong.append("a newer store: its bytes were changed")
        for line in self.wrong[known:]:
            print(line, file=sys.stderr)
        if len(self.wrong) == known:
            print("a newer store is refused, its bytes as they were")

    def copy(self, store, name):
        target = self.room / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(store, target)
        return target

    def state(self, store):
        """Chain, and how many versions have their content; None when there is no store yet."""
        answer = self.reader(store, ["status", "--json"])
        if answer.returncode not in (0, 3):
            return None if answer.returncode in (1, 10) else answer.stderr.decode()
        chain = json.loads(answer.stdout)["chain"]
        if chain["length"] == 0:
            return (0, "")
        pruned = json.loads(self.reader(store, ["verify", "--json"]).stdout)["pruned"]
        return (chain["length"], pruned)

    def digest(self, store):
        return hashlib.sha256((store / "store.sqlite").read_bytes()).hexdigest()

    def daemon(self, store, arguments, **environment):
        variables = dict(os.environ, **environment)
        if environment:
            variables["LD_PRELOAD"] = str(self.shim)
        return subprocess.run(
            [self.programs / "brief-syncd", arguments[0], "--store", store, *arguments[1:]], env=variables,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def reader(self, store, arguments):
        return subprocess.run(
            [self.programs / "brief-sync", *arguments, "--store", store], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)


if __name__ == "__main__":
    sys.exit(main())
