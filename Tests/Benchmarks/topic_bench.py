#!/usr/bin/env python3
"""The topic matcher against a word-start table in C (topics_floor.c) on the same words and stems, and what ten times the topics cost.

usage: topic_bench.py PROGRAMS [MEGABYTES] [WORDS]     default 25, read four times

WORDS is a folder with words-en.tsv, words-pl.tsv, words-ru.tsv (a word and its frequency a line); without it the words are made of
syllables. One word in forty is one that the catalogue looks for. Prints megabytes per CPU second, the best of five interleaved
rounds, and the ratios within this run.
"""
import itertools
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
SYLLABLES = {
    "en": "ba re mi no ta lu ki so ve da ri po ne ga tu se th ing er ous".split(),
    "pl": "ba rze mi no tą łu ki so wie da ri po ne ga tu sze ść ego ów cza".split(),
    "ru": "ба ре ми но та лу ки со ве да ри по не га ту се сть ого ий ча".split(),
}
ROUNDS = 4


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs, size = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 25
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-topics-"))
    try:
        floor = room / "floor"
        subprocess.run(["cc", "-O2", "-o", floor, HERE / "topics_floor.c"], check=True)
        matcher = programs / "TopicCost"
        catalogues = {"shipped": []}
        for count in (50, 500):
            (room / f"{count}.json").write_bytes(subprocess.check_output([matcher, "--grow", str(count)]))
            catalogues[f"{count} topics"] = [room / f"{count}.json"]
        stems = {name: room / f"{name}.stems" for name in catalogues}
        for name, catalogue in catalogues.items():
            stems[name].write_bytes(subprocess.check_output([matcher, "--stems", *catalogue]))
        text = room / "text"
        write(text, size * 1_000_000, vocabularies(sys.argv[3] if len(sys.argv) > 3 else None),
              [word for word in stems["shipped"].read_text().split() if len(word) > 3])
        best = {}
        for _, (name, catalogue) in itertools.product(range(5), catalogues.items()):
            for part, command in (("ours", [matcher, text, str(ROUNDS), *catalogue]),
                                  ("floor", [floor, stems[name], text, str(ROUNDS)])):
                speed = json.loads(subprocess.check_output(command))["mb_per_cpu_second"]
                best[name, part] = max(speed, best.get((name, part), 0))
        for name in catalogues:
            ours, bare = best[name, "ours"], best[name, "floor"]
            print(f"{name}, {len(stems[name].read_text().split()):,} words and stems: {ours:.0f} MB a CPU second, "
                  f"the floor {bare:.0f} ({bare / ours:.2f}x its CPU)")
        print(f"from 50 to 500 topics: {best['50 topics', 'ours'] / best['500 topics', 'ours']:.2f}x, "
              f"the floor {best['50 topics', 'floor'] / best['500 topics', 'floor']:.2f}x")
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return 0


def vocabularies(folder):
    dice = random.Random(11)
    if folder:
        lines = {language: [line.split("\t") for line in (pathlib.Path(folder) / f"words-{language}.tsv").read_text().splitlines()]
                 for language in SYLLABLES}
        return {language: ([word for word, _ in rows], list(itertools.accumulate(float(count) for _, count in rows)))
                for language, rows in lines.items()}
    words = {language: ["".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(30_000)]
             for language, syllables in SYLLABLES.items()}
    return {language: (some, list(itertools.accumulate(1 / (rank + 3) for rank in range(len(some)))))
            for language, some in words.items()}


def write(path, size, words, sought):
    """Documents of about 4,000 letters in one language each, a form feed between them."""
    dice = random.Random(7)
    with open(path, "w", encoding="utf-8") as file:
        written = 0
        while written < size:
            known, weights = words[dice.choice(list(words))]
            drawn = dice.choices(known, cum_weights=weights, k=600)
            sentences = []
            while drawn:
                length = dice.randint(8, 24)
                sentence = [dice.choice(sought) if dice.random() < 1 / 40 else word for word in drawn[:length]]
                drawn = drawn[length:]
                sentences.append(" ".join(sentence).capitalize() + ".")
            document = " ".join(sentences) + "\f"
            written += len(document.encode())
            file.write(document)


if __name__ == "__main__":
    sys.exit(main())
