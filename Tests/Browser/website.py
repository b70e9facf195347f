"""Sites for the tests: how they are built, and a server that sends them as docgen asks servers to."""
import collections
import functools
import http.server
import os
import pathlib
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCGEN = os.environ.get("DOCGEN_BINARY") or str(ROOT / ".build/docgen")
# What docgen promises to work under.
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
          "font-src 'self'; manifest-src 'self'")


def build(output, *arguments):
    """Builds a site with docgen, from the folder of the project."""
    subprocess.run([DOCGEN, "build", "--quiet", "--output", str(output), *arguments], cwd=ROOT, check=True)


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def copyfile(self, source, outputfile):
        self.server.sent[self.path] += os.fstat(source.fileno()).st_size
        super().copyfile(source, outputfile)

    def log_message(self, *_):
        pass


class Server:
    """Serves a folder on this machine, to be used in a 'with' statement; counts the bytes of each file it sends."""

    def __init__(self, folder):
        self.server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        self.server.daemon_threads = True
        self.sent = self.server.sent = collections.Counter()
        self.address = f"http://127.0.0.1:{self.server.server_port}/"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
