"""A daemon that runs, asked over its control socket and watched through /proc; and nginx as its healthy publishers."""
import os
import pathlib
import socket
import subprocess
import time

PATIENCE = 120  # seconds for anything to happen on a busy machine


class Daemon:
    """`brief-syncd run` in a room, with the configuration that stands in `config.toml` there."""

    def __init__(self, programs, room):
        self.room = room
        self.log = room / "log"
        with open(self.log, "a") as log:
            self.process = subprocess.Popen([programs / "brief-syncd", "run", "--config", room / "config.toml"], stderr=log)
        until("the control socket", lambda: self.is_up(), self)

    def is_up(self):
        try:
            return self.ask("GET /healthz")[0] == 200
        except OSError:
            return False

    def ask(self, request):
        with socket.socket(socket.AF_UNIX) as control:
            control.settimeout(PATIENCE)
            control.connect(str(self.room / "store" / "control.socket"))
            control.sendall(f"{request} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            answer = b""
            while piece := control.recv(65536):
                answer += piece
        head, _, body = answer.decode().partition("\r\n\r\n")
        return int(head.split(" ")[1]), body

    def metrics(self):
        """Values by name, with all labels of a name added up."""
        values = {}
        for line in self.ask("GET /metrics")[1].splitlines():
            if not line.startswith("#"):
                name, _, value = line.rpartition(" ")
                values[name] = float(value)
                short = name.partition("{")[0]
                if short != name:
                    values[short] = values.get(short, 0) + float(value)
        return values

    def usage(self):
        """Resident MB, descriptors, threads."""
        process = pathlib.Path(f"/proc/{self.process.pid}")
        pages = int((process / "statm").read_text().split()[1])
        return (pages * os.sysconf("SC_PAGE_SIZE") / 1e6, len(list((process / "fd").iterdir())),
                len(list((process / "task").iterdir())))

    def peak(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return 0.0

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def until(what, holds, daemon=None, pause=0.05):
    end = time.monotonic() + PATIENCE
    while not holds():
        if daemon and daemon.process.poll() is not None:
            raise SystemExit(f"the daemon ended with {daemon.process.returncode} before {what}:\n{tail(daemon.log)}")
        if time.monotonic() > end:
            raise SystemExit(f"{what} did not come to be" + (f":\n{tail(daemon.log)}" if daemon else ""))
        time.sleep(pause)


def tail(path):
    return "\n".join(path.read_text().splitlines()[-20:])


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start_nginx(room, port, addresses):
    """Serves room/site at each of the addresses; one line a request in room/access: seconds and what was asked."""
    folders = "".join(f"{kind}_temp_path {room}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;" if os.geteuid() == 0 else ""  # as another it could not read the room
    listens = "".join(f"listen {address}:{port};" for address in addresses)
    (room / "site").mkdir(exist_ok=True)
    (room / "nginx.conf").write_text(f"""
daemon off; worker_processes 1; {user} pid {room}/nginx.pid; error_log {room}/nginx.error;
events {{ worker_connections 2048; }}
http {{ {folders} types {{ application/rss+xml xml; }}
  log_format plain '$msec $uri'; access_log {room}/access plain;
  server {{ {listens} root {room}/site; }} }}
""")
    process = subprocess.Popen(["nginx", "-p", room, "-e", room / "nginx.error", "-c", room / "nginx.conf"])

    def listens_now():
        with socket.socket() as probe:
            return probe.connect_ex((addresses[0], port)) == 0
    until("nginx", listens_now)
    return process


def feed(name, entries):
    """`entries`: (number, text), newest first."""
    items = "".join(f"<item><guid>{name}/{number}</guid><link>http://example.org/{name}/{number}</link>"
                    f"<title>Brief {number} of {name}</title><description>{text}</description></item>\n"
                    for number, text in entries)
    return f"<rss version='2.0'><channel><title>{name}</title>\n{items}</channel></rss>"
