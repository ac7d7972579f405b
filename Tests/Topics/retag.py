#!/usr/bin/env python3
"""A new catalogue tags the store again: usage: retag.py FOLDER-OF-PROGRAMS

A folder of documents is followed; one of them is about a subject that only a user's topic file knows, one has no text,
one is in a language that no pattern knows. Then the topic file is put into topics.d and `brief-syncd upgrade` run: the
document has the topic, and neither a change nor an alert came of it. What `explain` says of the texts without a topic,
and what the reports say on an empty store and of a topic that is none, is held here too.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

LINES = {
    "amber": "# Amber by the sea\n\nCollectors of amber met on the coast on Monday. Amber is in fashion again.\n",
    "gas": "# Gas market put off\n\nBelarus and Russia moved the single gas market from 1 July to 1 October 2026.\n",
    "empty": "",
    "finnish": "# Kevät tuli\n\nHanhet palasivat järvelle viime viikolla ja jää suli nopeasti pois.\n",
}
TOPIC = {"topics": [{"id": "amber", "labels": {"en": "Amber"}, "patterns": {"en": ["amber"]}}]}


def main():
    programs = pathlib.Path(sys.argv[1]).resolve()
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-retag-"))
    try:
        wrong = Retag(programs, room).run()
    finally:
        shutil.rmtree(room, ignore_errors=True)
    for line in wrong:
        print(f"wrong: {line}", file=sys.stderr)
    print(f"retag: {len(wrong)} wrong")
    return 1 if wrong else 0


class Retag:
    def __init__(self, programs, room):
        self.programs, self.room, self.wrong = programs, room, []

    def expect(self, holds, what):
        if not holds:
            self.wrong.append(what)

    def daemon(self, *arguments):
        return subprocess.run(
            [self.programs / "brief-syncd", *arguments, "--config", self.room / "config.toml"], capture_output=True,
            text=True, timeout=120, check=False)

    def ask(self, *arguments, store="store"):
        return subprocess.run(
            [self.programs / "brief-sync", *arguments, "--store", self.room / store], capture_output=True, text=True,
            timeout=120, check=False)

    def document(self, *arguments):
        return json.loads(self.ask(*arguments, "--json").stdout)

    def run(self):
        (self.room / "briefs").mkdir()
        for name, text in LINES.items():
            (self.room / "briefs" / f"{name}.md").write_text(text, encoding="utf-8")
        (self.room / "config.toml").write_text(
            f'store = "{self.room}/store"\n[[source]]\nid = "desk"\nkind = "folder"\nurl = "{self.room}/briefs"\n'
            f'[[channel]]\nid = "told"\nkind = "command"\ncommand = ["/bin/sh", "-c", "cat >> {self.room}/told"]\n'
            '[[rule]]\nname = "all"\nchannels = ["told"]\n', encoding="utf-8")
        first = self.daemon("once", "--all")
        self.expect(first.returncode in (0, 3), f"once: {first.stderr}")
        self.expect("empty.md: document holds no text" in first.stdout + first.stderr, f"once: {first.stdout}")
        self.explain()
        self.tag_again()
        self.reports()
        return self.wrong

    def explain(self):
        listed = {row["title"]: row["id"] for row in self.document("list")["publications"]}
        said = {title.split()[0]: self.ask("explain", identifier).stdout for title, identifier in listed.items()}
        self.expect(set(said) == {"Amber", "Gas", "Kevät"}, f"list: {listed}")
        self.expect("No topics: no pattern" in said.get("Amber", ""), f"explain of another subject: {said}")
        self.expect("its language is unknown" in said.get("Kevät", ""), f"explain of an unknown language: {said}")
        self.expect("single-gas-market" in said.get("Gas", ""), f"explain of a text with topics: {said}")

    def tag_again(self):
        before = self.document("changes")["changes"]
        told = self.told()
        (self.room / "topics.d").mkdir()
        (self.room / "topics.d" / "amber.json").write_text(json.dumps(TOPIC), encoding="utf-8")
        upgraded = self.daemon("upgrade")
        self.expect(upgraded.returncode == 0, f"upgrade: {upgraded.stderr}")
        tagged = self.document("list", "--topic", "amber")["publications"]
        self.expect(["Amber" in row["title"] for row in tagged] == [True], f"topic amber: {tagged}")
        after = self.document("changes")["changes"]
        same = [(c["revision"], c["kind"], c["publication"]["id"]) for c in before]
        self.expect([(c["revision"], c["kind"], c["publication"]["id"]) for c in after] == same, "upgrade made a change")
        self.expect(self.told() == told, "upgrade told an alert")

    def told(self):
        file = self.room / "told"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def reports(self):
        bare = self.room / "bare.toml"
        bare.write_text(f'store = "{self.room}/bare"\n', encoding="utf-8")
        subprocess.run([self.programs / "brief-syncd", "once", "--config", bare], capture_output=True, timeout=120,
                       check=False)
        for verb in (["brief"], ["dossier", "single-gas-market"], ["deadlines"], ["figures"], ["matrix"]):
            said = self.ask(*verb, store="bare")
            self.expect(said.returncode in (0, 4), f"{verb} on an empty store: {said.returncode} {said.stderr}")
            self.expect(not said.stderr, f"{verb} on an empty store: {said.stderr}")
        for verb in (["dossier", "amberr"], ["deadlines", "--topic", "amberr"], ["figures", "--topic", "amberr"]):
            said = self.ask(*verb)
            self.expect(said.returncode == 2, f"{verb}: exit {said.returncode}")
            self.expect("amberr" in said.stderr and "Run:" in said.stderr, f"{verb}: {said.stderr}")


if __name__ == "__main__":
    sys.exit(main())
