#!/usr/bin/env python3
"""Hostile titles and addresses through every channel, judged by what arrives at real receivers.

usage: hostile.py PROGRAMS

A feed on loopback announces one entry for each trick below. The daemon tells all channels: an HTTP server plays the
webhook and the six services, a real SMTP server takes the mail, a program notes its arguments, environment and
input, standard error is the journal's; `brief-sync watch --notify` speaks to a notification server on a session bus of
its own, and `brief-sync feed --atom` and `changes` are read as well. Nothing but the words may come of a title: no
header, no argument, no variable, no escape, no element, no mention. Prints a table: a row for each trick.
"""
import email
import email.policy
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
SITE = "https://example.org/"
TRICKS = [
    ("CR LF, a header", "a\r\nBcc: victim@example.org", SITE + "a\r\nX-Evil: 1"),
    ("LF, a subject", "a\nSubject: other", SITE + "a\nSubject:b"),
    ("CR", "a\rX: y", SITE + "\r"),
    ("an empty line", "a\r\n\r\nbody", SITE + "\r\n\r\nbody"),
    ("the final dot", "a\r\n.\r\nQUIT", SITE + "\r\n.\r\n"),
    ("NUL", "a\0b", SITE + "a\0b"),
    ("clear the screen", "\x1b[2J\x1b[31mred", SITE + "\x1b[2J"),
    ("a window's title", "\x1b]0;title\x07", SITE + "\x1b]8;;http://evil.example\x07"),
    ("C1 escape", "\x9b31m", SITE + "\x9b31m"),
    ("backspaces", "a\b\b\x7fb", SITE + "\b"),
    ("right to left", "\u202egnp.exe", SITE + "\u202egpj.exe"),
    ("isolates", "\u2066a\u2069\u200f", SITE + "\u2066"),
    ("invisible", "a\ufeffbom\u200b", SITE + "\ufeff"),
    ("line separators", "a\u2028b\u2029c", SITE + "\u2028"),
    ("tag letters", "\U000e0041\U000e007ftag", SITE + "\U000e0041"),
    ("next line", "a\x85b", SITE + "\x85"),
    ("quotes", "\"quoted\" 'single' `back`", SITE + "\"'`"),
    ("substitution", "$(touch evil) ${HOME} `id`", SITE + "$(touch${IFS}evil)"),
    ("an option", "-rf /", "-rf"),
    ("a long option", "--help", "--help"),
    ("a command", "; touch evil", SITE + ";touch%20evil"),
    ("a pipe", "| cat", SITE + "|cat"),
    ("redirections", "a & b > c < d", SITE + "&<>"),
    ("a script", "<script>alert(1)</script>", "javascript:alert(1)"),
    ("an image", "<img src=x onerror=alert(1)>", "data:text/html,<script>alert(1)</script>"),
    ("closing tags", "</b></p><a href=javascript:x>", SITE + "'><script>"),
    ("entities", "&lt;&amp;&#x1b;", SITE + "?a=1&lt;b"),
    ("everyone", "@everyone @here @all", SITE + "@everyone"),
    ("a Slack mention", "<!channel> <@U123>", SITE + "|<!channel>"),
    ("markup", "*bold* _it_ ~s~ [x](http://evil.example)", SITE + ")[x](http://evil.example"),
    ("a code block", "```code```", SITE + "```"),
    ("a heading", "# heading\n- list", SITE + "#\n#"),
    ("an encoded word", "=?UTF-8?B?QQ==?=", SITE + "=?UTF-8?B?QQ==?="),
    ("format", "%s%n%00", SITE + "%0d%0aX:y%00"),
    ("a backslash", "\\", SITE + "\\..\\"),
    ("a quoted quote", "\\\"", SITE + "\\\""),
    ("fields of a log", "key=value other=\"x\"", SITE + "rule=other"),
    ("a priority", "<5>priority", "file:///etc/passwd"),
    ("JSON", "{\"a\":1}", SITE + "{\"key\":\"x\"}"),
    ("a megabyte", "A" * (1 << 20), SITE + "A" * (1 << 20)),
    ("a megabyte of z with a dot", "\u017c" * (1 << 19), SITE + "\u017c" * 100_000),
    ("line ends alone", "\r\n" * 65_536, SITE + "\r\n" * 5_000),
    ("marks without end", "e\u0301" * 100_000, SITE + "e\u0301" * 10_000),
    ("a blank", " ", " "),
    ("a family", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "http://127.0.0.1:1/\U0001f468"),
    ("a user in the address", "you@evil.example", "https://user:secret@evil.example/@example.org"),
]
BATCH = 4
SERVICES = ["slack", "mattermost", "discord", "telegram", "matrix", "ntfy"]
HEADERS = {"host", "accept", "content-type", "content-length", "user-agent", "authorization", "webhook-id",
           "webhook-timestamp", "webhook-signature"}
MAIL = {"date", "from", "to", "subject", "message-id", "in-reply-to", "references", "list-id", "auto-submitted",
        "mime-version", "content-type"}


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1]).resolve()
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-hostile-"))
    desk = Desk(room, programs)
    try:
        return desk.run()
    finally:
        desk.close()
        shutil.rmtree(room, ignore_errors=True)


class Desk:
    def __init__(self, room, programs):
        self.room, self.programs = room, programs
        self.shown = 0
        self.posts = {name: [] for name in ["hook"] + SERVICES}
        self.mails, self.children, self.skipped = [], [], {}
        desk = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                self.answer(200, desk.feed())

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                name = self.path.split("/")[1]
                desk.posts[name].append((self.path, self.headers, body))
                self.answer(200, b"{}")

            do_PUT = do_POST

            def answer(self, status, body):
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def feed(self):
        items = [{"id": str(number), "title": title, "url": link, "content_text": f"Text of {number}: {title[:2000]}"}
                 for number, (_, title, link) in reversed(list(enumerate(TRICKS[:self.shown])))]
        items.append({"id": "seed", "title": "Seed", "url": SITE, "content_text": "Seed."})
        return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Tricks", "items": items}).encode()

    def run(self):
        self.start_mail()
        self.configure()
        self.once()
        notices = self.start_desktop()
        journal = b""
        while self.shown < len(TRICKS):
            self.shown = min(self.shown + BATCH, len(TRICKS))
            journal += self.once()
            deadline = time.monotonic() + 20
            while notices is not None and len(notices) < self.shown and time.monotonic() < deadline:
                time.sleep(0.02)
        return self.judge(journal, notices)

    def start_mail(self):
        try:
            import aiosmtpd  # noqa: F401
        except ImportError:
            self.skipped["mail"] = "there is no aiosmtpd (PyPI)"
            return
        server = subprocess.Popen(
            [sys.executable, HERE.parent / "Fixtures/mail/smtp_server.py", "ok"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)
        self.children.append(server)
        self.mail_port = json.loads(server.stdout.readline())["port"]
        threading.Thread(
            target=lambda: self.mails.extend(json.loads(line) for line in server.stdout), daemon=True).start()

    def start_desktop(self):
        usable = shutil.which("dbus-daemon") and shutil.which("busctl") and subprocess.run(
            ["/usr/bin/python3", "-c", "import dbus; from gi.repository import GLib"], capture_output=True).returncode == 0
        if not usable:
            self.skipped["desktop"] = "there is no dbus-daemon, busctl, python3-dbus or python3-gi (Debian)"
            return None
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        self.children.append(bus)
        environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
        server = subprocess.Popen(
            ["/usr/bin/python3", HERE / "notices.py"], stdout=subprocess.PIPE, text=True, env=environment)
        self.children.append(server)
        server.stdout.readline()
        notices = []
        threading.Thread(
            target=lambda: notices.extend(json.loads(line) for line in server.stdout), daemon=True).start()
        self.watched = open(self.room / "watched", "wb+")
        watch = subprocess.Popen(
            [self.programs / "brief-sync", "watch", "--notify", "--store", self.room / "store"], env=environment,
            stdout=self.watched, stderr=subprocess.PIPE)
        self.children.append(watch)
        return notices

    def configure(self):
        note = self.room / "note.sh"
        note.write_text(f"""#!/bin/sh
out="{self.room}/runs/$BRIEF_SYNC_KEY"
printf '%s\\n' "$#" "$@" > "$out.arguments"
env | cut -d= -f1 | sort > "$out.variables"
cat > "$out.input"
""")
        note.chmod(0o755)
        (self.room / "runs").mkdir()
        (self.room / "secret").write_text("hush")
        hidden = f'allow_private = true\nsecret_file = "{self.room}/secret"\n'
        channels = {
            "hook": f'kind = "webhook"\nurl = "{self.url}/hook"\n' + hidden,
            "slack": f'kind = "slack"\nurl = "{self.url}/slack"\nallow_private = true\n',
            "mattermost": f'kind = "mattermost"\nurl = "{self.url}/mattermost"\nallow_private = true\n',
            "discord": f'kind = "discord"\nurl = "{self.url}/discord"\nallow_private = true\n',
            "telegram": f'kind = "telegram"\nserver = "{self.url}/telegram"\nchat = "1"\n' + hidden,
            "matrix": f'kind = "matrix"\nserver = "{self.url}/matrix"\nroom = "!r:example.org"\n' + hidden,
            "ntfy": f'kind = "ntfy"\nserver = "{self.url}/ntfy"\ntopic = "briefs"\n' + hidden,
            "journal": 'kind = "journal"\n',
            "command": f'kind = "command"\ncommand = ["{note}", "one", "two"]\nsocket = ""\n',
        }
        if "mail" not in self.skipped:
            channels["mail"] = (
                f'kind = "mail"\nserver = "127.0.0.1"\nport = {self.mail_port}\nsecurity = "none"\n'
                'from = "brief-sync@example.org"\nto = ["desk@example.org"]\n')
        self.channels = list(channels)
        parts = [f'store = "{self.room}/store"\n[[source]]\nid = "tricks"\nurl = "{self.url}/feed"\nallow_private = true']
        parts += [f'[[channel]]\nid = "{name}"\n{text}' for name, text in channels.items()]
        parts += [f'[[rule]]\nname = "everything"\nchannels = {json.dumps(self.channels)}']
        (self.room / "config.toml").write_text("\n".join(parts) + "\n")

    def once(self):
        """Standard error: the journal's lines."""
        run = subprocess.run(
            [self.programs / "brief-syncd", "once", "--all", "--config", self.room / "config.toml"],
            capture_output=True, cwd=self.room, timeout=120)
        return run.stderr

    def judge(self, journal, notices):
        publications = self.ask("list")["publications"]
        by_identity = {p["identity"]["value"] if isinstance(p["identity"], dict) else p["identity"]: p["id"]
                       for p in publications}
        ids = [by_identity[str(number)] for number in range(len(TRICKS))]
        columns = {name: self.by_id(ids, self.posts[name], lambda post: post[2].decode(), judge)
                   for name, judge in [("hook", hook)] + [(name, service) for name in SERVICES]}
        if "mail" not in self.skipped:
            columns["mail"] = self.by_id(ids, self.mails, lambda m: m["mail"], mail)
        lines = [line for line in journal.decode().split("\n") if " channel=journal " in line]
        columns["journal"] = self.by_id(ids, lines, lambda line: line, log_line)
        runs = [tuple((path.with_name(path.name[:-5] + end)).read_bytes().decode()
                      for end in ("input", "arguments", "variables")) for path in (self.room / "runs").glob("*.input")]
        columns["command"] = self.by_id(ids, runs, lambda run: run[0], command)
        if notices is not None:
            columns["desktop"] = [notice(told) for told in notices] + ["nothing came"] * (len(ids) - len(notices))
        columns["atom"] = self.atom(ids)
        columns["terminal"] = self.terminal(ids)
        print("%-28s" % "" + " ".join("%-10s" % name for name in columns))
        wrong = []
        for number, (what, _, _) in enumerate(TRICKS):
            verdicts = [(name, column[number]) for name, column in columns.items()]
            wrong += [f"{what}, {name}: {verdict}" for name, verdict in verdicts if verdict]
            print("%-28s" % what + " ".join("%-10s" % ("WRONG" if verdict else "ok") for _, verdict in verdicts))
        if (self.room / "evil").exists():
            wrong.append("a title was run by a shell")
        for name, why in self.skipped.items():
            print(f"skipped: {name}: {why}")
        print(f"{len(TRICKS)} titles and addresses, {len(columns)} channels, {len(wrong)} faults")
        for line in wrong:
            print("WRONG: " + line[:400])
        return 1 if wrong else 0

    def by_id(self, ids, arrived, text, judge):
        """For each publication what is wrong with what came of it; empty is right."""
        column = []
        for id in ids:
            found = [thing for thing in arrived if id in text(thing)]
            column.append(judge(found[0]) if len(found) == 1 else f"it came {len(found)} times")
        return column

    def ask(self, *verb):
        run = subprocess.run([self.programs / "brief-sync", *verb, "--json", "--store", self.room / "store"],
                             capture_output=True, text=True)
        return json.loads(run.stdout)

    def atom(self, ids):
        run = subprocess.run([self.programs / "brief-sync", "feed", "--atom", "--store", self.room / "store"],
                             capture_output=True)
        try:
            feed = xml.etree.ElementTree.fromstring(run.stdout)
        except xml.etree.ElementTree.ParseError as error:
            return [f"no XML: {error}"] * len(ids)
        entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
        texts = [xml.etree.ElementTree.tostring(entry, "unicode") for entry in entries]
        links = {link.get("href", "") for entry in entries for link in entry.iter("{http://www.w3.org/2005/Atom}link")}
        bad = [link for link in links if link and not link.startswith(("http://", "https://", "urn:"))]
        return [f"links {bad}" if bad else "" if any(id in text for text in texts) else "no entry" for id in ids]

    def terminal(self, ids):
        run = subprocess.run([self.programs / "brief-sync", "changes", "--store", self.room / "store"],
                             capture_output=True)
        lines = run.stdout.decode().split("\n")
        return [seen(next((line for line in lines if id[:8] in line), "\0"), tab=True) for id in ids]

    def close(self):
        for child in reversed(self.children):
            child.terminate()
            child.wait()
        self.server.shutdown()


def seen(text, lines=False, tab=False):
    """What a person or a terminal could not see in the text."""
    for character in text:
        number = ord(character)
        if character == "\n" and lines or character == "\t" and tab:
            continue
        if (number < 0x20 or 0x7F <= number <= 0x9F or 0x202A <= number <= 0x202E or 0x2066 <= number <= 0x2069
                or number in (0x2028, 0x2029, 0xFEFF) or 0xE0000 <= number <= 0xE007F):
            return f"U+{number:04X}"
    return ""


def hook(post):
    _, headers, body = post
    extra = {name.lower() for name in headers} - HEADERS
    document = json.loads(body)
    raw = [byte for byte in body if byte < 0x20 or byte == 0x7F]
    if extra or raw or headers["webhook-id"] != document["key"] or document["rule"] != "everything":
        return f"headers {extra}, raw {raw[:3]}"
    return ""


def service(post):
    path, headers, body = post
    extra = {name.lower() for name in headers} - HEADERS
    document = json.loads(body)
    texts = [text for text in document.values() if isinstance(text, str)]
    hidden = next((found for text in texts if (found := seen(text, lines=True))), "")
    markup = document.get("formatted_body", "") + (document["text"] if "parse_mode" in document else "")
    acts = [bad for bad in ("<script", "<img", 'href="j', 'href="d') if bad in markup]
    if "mrkdwn" in document and "<" in document["text"]:
        acts.append("<")
    if "content" in document and ("@everyone" in document["content"] or document["allowed_mentions"] != {"parse": []}):
        acts.append("@everyone")
    if set(document) == {"text"} and "@everyone" in document["text"]:
        acts.append("@everyone")
    if "click" in document and not str(document["click"] or "http").startswith("http"):
        acts.append("click")
    if "?" in path or extra or hidden or acts:
        return f"headers {extra}, hidden {hidden}, acts {acts}"
    return ""


def mail(taken):
    text = taken["mail"]
    message = email.message_from_string(text, policy=email.policy.default)
    names = [name.lower() for name in message.keys()]
    lines = text.split("\r\n")
    plain = message.get_body(("plain",)).get_content()
    html = message.get_body(("html",)).get_content()
    wrong = []
    if not set(names) <= MAIL or len(names) != len(set(names)):
        wrong.append(f"header {names}")
    if taken["recipients"] != ["desk@example.org"]:
        wrong.append(f"recipients {taken['recipients']}")
    if any(len(line) > 78 or line.startswith(".") or "\n" in line or "\r" in line for line in lines):
        wrong.append("lines")
    if any(bad in html for bad in ("<script", "<img", 'href="j', 'href="d', 'href="f')):
        wrong.append("html")
    hidden = seen(str(message["subject"])) or seen(plain.replace("\r\n", "\n"), lines=True)
    return ", ".join(wrong + ([hidden] if hidden else []))


def log_line(line):
    hidden = seen(line)
    fields = line.count(" rule=everything channel=journal ")
    return hidden or ("" if fields == 1 and line.startswith("tricks ") else f"fields stand {fields} times")


def command(run):
    text, arguments, variables = run
    if arguments != "2\none\ntwo\n":
        return f"arguments {arguments!r}"
    names = set(variables.split())
    extra = names - {"BRIEF_SYNC_ATTEMPT", "BRIEF_SYNC_KEY", "LANG", "PATH", "PWD", "OLDPWD", "SHLVL", "_"}
    json.loads(text)
    return f"variables {extra}" if extra else "" if text.count("\n") == 1 else "more than a line"


def notice(told):
    if told["program"] != "brief-sync" or told["actions"] or told["hints"]:
        return f"{told}"
    if not told["title"].startswith("tricks: added"):
        return f"title {told['title'][:80]!r}"
    return seen(told["title"]) or seen(told["body"], lines=True) or ("<" if "<" in told["body"] else "")


if __name__ == "__main__":
    sys.exit(main())
