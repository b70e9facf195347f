"""A run of `docgen serve`, and what is asked of it."""
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

from website import DOCGEN

PATIENCE = 60  # seconds; machines of a CI may be slow


class Serving:
    """Serves a project from its folder, to be used in a 'with' statement."""

    def __init__(self, project, *arguments):
        self.project, self.arguments = pathlib.Path(project), arguments

    def __enter__(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="docgen-test-"))
        self.log = self.scratch / "log"
        (self.scratch / "tmp").mkdir()
        environment = dict(os.environ, LC_ALL="C.UTF-8", TMPDIR=str(self.scratch / "tmp"))
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [DOCGEN, "serve", "--port", "0", *self.arguments], cwd=self.project, env=environment, stderr=log,
                stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        if not self.address:
            raise AssertionError(self.log.read_text())
        self.port = int(self.address.rstrip("/").rpartition(":")[2])
        return self

    def __exit__(self, *_):
        self.end()
        self.process.stdout.close()
        shutil.rmtree(self.scratch)

    def end(self, number=signal.SIGTERM):
        """Ends the run by a signal; its status."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    @property
    def leftovers(self):
        return list((self.scratch / "tmp").iterdir())

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def send(self, data):
        """What is answered to some bytes until the server ends the connection."""
        with self.connect() as connection:
            try:
                connection.sendall(data)
                return read_to_end(connection)
            except ConnectionError:
                return b""

    def get(self, target, *fields, method="GET"):
        """Status, fields and body of an answer."""
        lines = [f"{method} {target} HTTP/1.1", "Host: localhost", "Connection: close", *fields, "", ""]
        head, _, body = self.send("\r\n".join(lines).encode()).partition(b"\r\n\r\n")
        first, *rest = head.decode().split("\r\n")
        return int(first.split()[1]), dict(line.lower().split(": ", 1) for line in rest), body

    def status(self, target, *fields):
        return self.get(target, *fields)[0]

    def until(self, condition, what):
        """Waits until something holds, and returns it."""
        end = time.monotonic() + PATIENCE
        while not (value := condition()):
            if time.monotonic() > end or self.process.poll() is not None:
                raise AssertionError(f"{what}: never came true\n{self.log.read_text()}")
            time.sleep(0.02)
        return value

    def until_said(self, text):
        self.until(lambda: text in self.log.read_text(), text)

    def until_built(self):
        self.until(lambda: self.status("/") == 200, "the site")
        return self

    def until_shown(self, target, text):
        """Waits until a page says something."""
        self.until(lambda: text.encode() in self.get(target)[2], text)

    def version(self, page):
        return re.search(rb'data-version="([^"]+)"', self.get(page)[2])[1].decode()

    def listen(self, page):
        """A connection on which the events of a page come that has just been opened."""
        target = f"/~docgen/events?version={self.version(page)}&page={page}"
        connection = self.connect()
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        return connection


def read_to_end(connection):
    data = b""
    while part := connection.recv(1 << 16):
        data += part
    return data


def read_until(connection, text):
    """What comes until a text has come."""
    data = b""
    while text not in data:
        part = connection.recv(1 << 16)
        if not part:
            raise AssertionError(f"ended before {text!r}: {data!r}")
        data += part
    return data
