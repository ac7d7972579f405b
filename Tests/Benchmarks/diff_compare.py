#!/usr/bin/env python3
"""Compares `diff_words` with `git diff --no-index --word-diff` on texts with 2 in 100 words changed.

    diff_compare.py PATH_OF_DIFF_WORDS

Prints CPU milliseconds (not wall: the machine may be shared), the ratio, and how many words each
marks. Git's process start, measured on two files of one word, is taken off; `diff_words` counts the
comparison alone. The texts are made here, with a fixed seed: sentences of 8 to 28 words out of
4,000, common ones more often, once in lines of 14 words and once on a single line.
"""
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

SYLLABLES = "ba re mi no ta lu ki so ve da ri po ne ga tu se".split()
REPEATS = 20


def vocabulary(source, size=4000):
    words = set()
    while len(words) < size:
        words.add("".join(source.choice(SYLLABLES) for _ in range(source.randint(1, 4))))
    return sorted(words, key=lambda word: (len(word), word))


def text(source, words, count):
    result = []
    while len(result) < count:
        length = source.randint(8, 28)
        rank = lambda: min(int(source.paretovariate(0.5)) - 1, len(words) - 1)
        sentence = [words[rank()] for _ in range(length)]
        sentence[0] = sentence[0].capitalize()
        sentence[-1] += "."
        result += sentence
    return result[:count]


def changed(source, words, old):
    new = list(old)
    for index in source.sample(range(len(old)), len(old) // 50):
        end = "." if old[index].endswith(".") else ""
        new[index] = source.choice(words) + end
    return new


def cpu(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(REPEATS):
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds / REPEATS * 1000


def git(old, new, style="plain"):
    return ["git", "diff", "--no-index", f"--word-diff={style}", str(old), str(new)]


def words_marked_by_git(old, new):
    output = subprocess.run(
        git(old, new, "porcelain"), capture_output=True, text=True, check=False).stdout
    body = output.split("\n@@", 1)[-1].split("\n")
    return sum(len(line[1:].split()) for line in body if line[:1] in ("-", "+"))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    source = random.Random(20211108)
    words = vocabulary(source)
    with tempfile.TemporaryDirectory() as folder:
        old, new, one, two = (pathlib.Path(folder, name) for name in ("old", "new", "one", "two"))
        one.write_text("one\n")
        two.write_text("two\n")
        start = cpu(git(one, two))
        for count in (10_000, 100_000):
            before = text(source, words, count)
            after = changed(source, words, before)
            for shape, width in (("lines", 14), ("one line", count)):
                for path, content in ((old, before), (new, after)):
                    lines = range(0, count, width)
                    path.write_text(
                        "".join(" ".join(content[at:at + width]) + "\n" for at in lines))
                theirs = cpu(git(old, new)) - start
                output = subprocess.run(
                    [sys.argv[1], str(old), str(new), str(REPEATS)],
                    capture_output=True, text=True, check=True).stdout.split()
                ours = dict(zip(output[::2], output[1::2]))
                script, both = float(ours["script_ms"]), float(ours["differences_ms"])
                marked = int(ours["removed_words"]) + int(ours["added_words"])
                print(
                    f"{count} words, {shape}: git {theirs:.1f} ms, words {script:.1f} ms "
                    f"({script / theirs:.2f}), with classes {both:.1f} ms ({both / theirs:.2f}); "
                    f"marked {words_marked_by_git(old, new)} by git, {marked} by us")


if __name__ == "__main__":
    main()
