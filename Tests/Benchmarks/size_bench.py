#!/usr/bin/env python3
"""How large a store becomes, and how long old versions take to read, against git with the same history (gc --aggressive).

usage: size_bench.py PROGRAMS [WORD-FILES...]

Three histories: 160 documents of 957 versions (3.8 MB), 10,000 publications of 3 versions, and one text of 30 kB of 1,000 versions
with small edits. Words come from the files (a word a line, a tab and its count may follow), else from syllables. The raw size
is that of all versions in full. Of the store are told: content at rest (what stands for the texts), the tables that it lies in
(with their indexes and the versions' other columns), all tables of records, the search index, and the whole file; of git the pack with its index.
"""
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

SYLLABLES = "ba re mi no ta lu ki so ve da ri po ne ga tu se".split()
CONTENTS = ("version", "head_content", "dictionary", "dictionary_copy")
RECORDS = CONTENTS + ("publication", "change", "revision", "alias", "coverage", "head")
INDEX = ("search_data", "search_idx", "search_docsize", "search_content", "search_config")


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1])
    words = vocabulary(sys.argv[2:])
    for name, history in (("160 documents, 957 versions", documents(words)), ("10,000 publications of 3 versions", publications(words)),
                          ("one text of 30 kB, 1,000 versions", long_history(words))):
        room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-size-"))
        try:
            compare(name, list(history), programs, room)
        finally:
            shutil.rmtree(room, ignore_errors=True)
    return 0


def vocabulary(files):
    if not files:
        dice = random.Random(1)
        return [sorted({"".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(4000)})]
    return [[line.split("\t")[0] for line in pathlib.Path(file).read_text().splitlines() if line] for file in files]


def prose(dice, words, size):
    """Sentences of 8 to 24 words, common ones more often, of about so many bytes."""
    sentences, length = [], 0
    while length < size:
        chosen = [words[min(int(dice.paretovariate(0.6)) - 1, len(words) - 1)] for _ in range(dice.randint(8, 24))]
        sentence = " ".join(chosen).capitalize() + "."
        sentences.append(sentence)
        length += len(sentence.encode()) + 1
    return sentences


def edited(dice, words, sentences):
    """A word replaced, a sentence reworded, put in or taken out."""
    result = list(sentences)
    at = dice.randrange(len(result))
    kind = dice.random()
    if kind < 0.6:
        parts = result[at].split(" ")
        parts[dice.randrange(len(parts))] = dice.choice(words)
        result[at] = " ".join(parts)
    elif kind < 0.8 or len(result) < 3:
        result.insert(at, prose(dice, words, 80)[0])
    else:
        del result[at]
    return result


def documents(words):
    dice = random.Random(2)
    texts = [prose(dice, words[n % len(words)], 3950) for n in range(160)]
    yield {f"d{n}": " ".join(text) for n, text in enumerate(texts)}
    left = 957 - 160
    while left:
        for n in dice.sample(range(160), min(left, 32)):
            texts[n] = edited(dice, words[n % len(words)], texts[n])
            left -= 1
        yield {f"d{n}": " ".join(text) for n, text in enumerate(texts)}


def publications(words):
    dice = random.Random(3)
    texts = [prose(dice, words[n % len(words)], 2000) for n in range(10_000)]
    for version in range(3):
        if version:
            texts = [edited(dice, words[n % len(words)], text) for n, text in enumerate(texts)]
        yield {f"d{n}": " ".join(text) for n, text in enumerate(texts)}


def long_history(words):
    dice = random.Random(4)
    text = prose(dice, words[0], 30_000)
    for _ in range(1000):
        yield {"d0": " ".join(text)}
        text = edited(dice, words[0], text)


def compare(name, history, programs, room):
    raw, last, count = 0, {}, 0
    rounds = []
    for number, texts in enumerate(history):
        changed = {key: text for key, text in texts.items() if last.get(key) != text}
        raw += sum(len(text.encode()) for text in changed.values())
        count += len(changed)
        last = texts
        rounds.append(changed)
        (room / f"{number:05}").write_text("".join(f"{key}\t{text}\n" for key, text in texts.items()))
    files = sorted(room.glob("0*"))
    usage = subprocess.run(["python3", "-c", PEAK, programs / "StoreProbe", "take", room / "store", *files],
                           check=True, capture_output=True, text=True).stdout.split()
    packed = git(rounds, room / "git")
    with sqlite3.connect(f"file:{room}/store/store.sqlite?mode=ro", uri=True) as db:
        versions, content = db.execute("SELECT count(*), sum(length(replaced)) + (SELECT sum(length(content)) FROM head_content)"
                                       " + (SELECT coalesce(2 * sum(length(bytes)), 0) FROM dictionary) FROM version").fetchone()
    sizes = tables(room / "store/store.sqlite")
    whole = (room / "store/store.sqlite").stat().st_size
    print(f"{name}: raw {raw / 1e6:.2f} MB, {versions} versions recorded of {count}; peak of the writer {int(usage[-1]) / 1024:.0f} MB")
    for what, size in (("content at rest", content), ("tables of contents", sizes["contents"]), ("all records", sizes["records"]),
                       ("search index", sizes["index"]), ("the rest", sizes["rest"]),
                       ("whole store file", whole), ("git gc --aggressive", packed)):
        print(f"  {what:20} {size / 1e6:7.2f} MB  {size / raw:.3f} of raw")
    *read, peak = subprocess.run(["python3", "-c", PEAK, programs / "StoreProbe", "read", room / "store", "5"], check=True,
                                 capture_output=True, text=True).stdout.split()
    print("  reading:", *read, f"; peak {int(peak) / 1024:.0f} MB")


# Runs a command and prints its peak memory in kB.
PEAK = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);" \
       "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


def tables(path):
    """Bytes of the pages of tables with their indexes, by what they hold; sqlite3 has dbstat where it is built in."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        owner = dict(db.execute("SELECT name, tbl_name FROM sqlite_schema"))
    rows = subprocess.run(["sqlite3", "-separator", "\t", f"file:{path}?mode=ro", "SELECT name, sum(pgsize) FROM dbstat GROUP BY name"],
                          check=True, capture_output=True, text=True).stdout.splitlines()
    sizes = {"contents": 0, "records": 0, "index": 0, "rest": 0}
    for name, size in (row.split("\t") for row in rows):
        table = owner.get(name)
        sizes["contents"] += int(size) if table in CONTENTS else 0
        sizes["records" if table in RECORDS else "index" if table in INDEX else "rest"] += int(size)
    return sizes


def git(rounds, folder):
    """A commit a round, a file a document."""
    subprocess.run(["git", "init", "-q", folder], check=True)
    stream = []
    for number, changed in enumerate(rounds):
        stream.append(f"commit refs/heads/main\ncommitter a <a> {1704067200 + number * 3600} +0000\ndata 1\nx\n".encode())
        for key, text in changed.items():
            text = text.encode()
            stream.append(f"M 100644 inline {key}\ndata {len(text)}\n".encode() + text + b"\n")
    subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], input=b"".join(stream), check=True)
    subprocess.run(["git", "-C", folder, "gc", "-q", "--aggressive", "--prune=now"], check=True, stderr=subprocess.DEVNULL)
    return sum(path.stat().st_size for path in (folder / ".git/objects/pack").iterdir())


if __name__ == "__main__":
    sys.exit(main())
