"""Sites for the tests, how they are built and what pages they have; and a server that sends them as docgen asks it to."""
import atexit
import collections
import functools
import http.server
import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCGEN = os.environ.get("DOCGEN_BINARY") or str(ROOT / ".build/docgen")
# What docgen promises to work under.
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
          "font-src 'self'; manifest-src 'self'")
# Which pages are looked at is drawn by lot, from the same seed as long as it is not told.
SEED = int(os.environ.get("DOCGEN_SEED", "5"))


def need(path, hint):
    """Skips the tests of a module where something is not there."""
    if not path or not pathlib.Path(path).exists():
        raise unittest.SkipTest(hint)


def build(output, *arguments):
    """Builds a site with docgen, from the folder of the project."""
    need(DOCGEN, f"no docgen here: 'make docgen' builds {DOCGEN}")
    subprocess.run([DOCGEN, "build", "--quiet", "--output", str(output), *arguments], cwd=ROOT, check=True)


class Site:
    """A built site: its pages, and what they are."""

    def __init__(self, folder, address="https://docs.example.org/"):
        self.folder, self.address = pathlib.Path(folder), address
        self.pages = sorted(str(path.relative_to(folder)) for path in self.folder.rglob("*.html"))
        self.chance = random.Random(SEED)

    def read(self, page):
        return (self.folder / page).read_text(encoding="utf-8")

    def sample(self, count):
        """As many pages, drawn by lot from all, and one of each kind."""
        pages = self.chance.sample(self.pages, min(count, len(self.pages)))
        return sorted({*self.one_of_each(), *pages} - {*self.kinds["redirect"]})

    @functools.cached_property
    def kinds(self):
        """The pages of each kind, in all languages: 'method', 'guide', 'list', 'fallback', 'landing' …"""
        kinds = collections.defaultdict(list)
        for page in self.pages:
            kinds[self.kind(page)].append(page)
        return kinds

    def kind(self, page):
        text = self.read(page)
        title = text[text.find("<h1") - 200:text.find("<h1")]
        if match := re.search(r'class="kind kind-([\w-]+)"', title):
            kind = match[1]
        elif "<body class=\"landing\"" in text:
            kind = "redirect" if "http-equiv" in text else "landing"
        else:
            kind = "list" if '<div class="listing">' in text else "404" if page.endswith("404.html") else "guide"
        return "fallback" if 'class="notice" role="note"' in text else kind

    def one_of_each(self):
        """A page of each kind that stays in the browser, drawn by lot."""
        return [self.chance.choice(pages) for kind, pages in sorted(self.kinds.items()) if kind != "redirect"]


def temporary(name):
    """A folder that is removed when the tests end."""
    folder = tempfile.mkdtemp(prefix="docgen-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return pathlib.Path(folder) / name


@functools.cache
def examples():
    """The site of content/."""
    folder = temporary("examples")
    build(folder, "--base-url", "https://docs.example.org/")
    return Site(folder)


@functools.cache
def variant():
    """A site with what that of content/ does not have: pages without translation, addresses without '.html' below a
    path of the host, addresses of old, a logo, a banner and a footer."""
    project = temporary("project")
    shutil.copytree(ROOT / "content", project / "content", ignore=shutil.ignore_patterns("rules"))
    for locale, pages in (("de", ("HyperV_v2/cim-job-killjob", "HyperV_v2/cim-job", "guide/checking-in-ci")),
                          ("fr", ("HyperV_v2/index", "guide/index"))):
        for page in pages:
            (project / f"content/{locale}/{page}.md").unlink()
    (project / "site").mkdir()
    shutil.copy(ROOT / "site/assets/favicon.svg", project / "logo.svg")
    (project / "site/redirects.yml").write_text("jobs/killjob: HyperV_v2/cim-job-killjob\n")
    (project / "site/config.yml").write_text("""\
title: Jobs & machines
source-locale: en
base-url: https://docs.example.org/api/v2
url-style: page/
edit-url: https://code.example.org/docs/edit/main/{path}
logo: logo.svg
banner: 'A preview. <a href="https://www.example.org/">What is new</a>'
footer: '<p>Made for tests</p>'
""")
    build(project / "variant", "--config", str(project / "site/config.yml"))
    return Site(project / "variant", "https://docs.example.org/api/v2/")


@functools.cache
def long_pages():
    """A site with tables of two and of many columns, and a page of more than one file can have."""
    project = temporary("project")
    (project / "content/en").mkdir(parents=True)
    rows = "".join(f"| `ERROR_NUMBER_{number}` | What it says of the call, in a sentence that wraps on a phone. |\n" for number in range(60))
    wide = "".join("|" + "|".join(f" value {row}.{column} " for column in range(14)) + "|\n" for row in range(60))
    head = "|" + "|".join(f" Column {column} " for column in range(14)) + "|\n" + "|" + " --- |" * 14 + "\n"
    prose = "Words that say what the member is for, and when it is called. " * 40
    members = "".join(f"## Member{number}\n\n{prose}\n\n### Remarks of {number}\n\n{prose}\n\n" for number in range(150))
    for name, text in (("index", "# Home\n\n[Tables](tables.md), [members](members.md#member149)\n"),
                       ("tables", f"# Tables\n\n## Two\n\n| Value | Meaning |\n| --- | --- |\n{rows}\n## Many\n\n{head}{wide}"),
                       ("members", f"# Members\n\n{members}")):
        (project / f"content/en/{name}.md").write_text(text)
    build(project / "site", "--content", str(project / "content"), "--source-locale", "en", "--no-cache")
    return Site(project / "site")


@functools.cache
def corpus():
    """The site of four folders of a large reference in three languages, which lies beside the project where it is at
    hand; elsewhere the test is skipped."""
    script = ROOT / "../shared/corpus/unpack"
    need(script, "the corpus is not at hand: no folder '../shared/corpus' beside the package")
    source = pathlib.Path(subprocess.run([script], check=True, capture_output=True, text=True).stdout.strip())
    project = temporary("project")
    content = project / "content"
    for locale in ("en", "de", "fr"):
        (content / locale).mkdir(parents=True)
        for name in ("HyperV_v2", "gdi", "Controls", "Direct2D"):
            (content / locale / name).symlink_to(source / locale / name)
    (project / "site").mkdir()
    settings = re.sub("^(content|locales-folder|theme|locales): .*$", "", (ROOT / "site/config.yml").read_text(), flags=re.M)
    (project / "site/config.yml").write_text(settings + "\nfollow-links: true\n")
    folder = project.parent / "corpus"
    build(folder, "--config", str(project / "site/config.yml"), "--base-url", "https://docs.example.org/")
    return Site(folder)


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body are sent apart; without this the second waits for the receipt of the first.
    disable_nagle_algorithm = True

    def translate_path(self, path):
        base = self.server.base
        if not path.startswith(base):
            return os.path.join(self.directory, "nothing-here")
        return super().translate_path("/" + path[len(base):])

    def send_head(self):
        if self.server.delay and urllib.parse.urlsplit(self.path).path.endswith(".js"):
            time.sleep(self.server.delay)
        return super().send_head()

    def send_error(self, code, message=None, explain=None):
        locale = self.path[len(self.server.base):].split("/")[0]
        page = pathlib.Path(self.directory, locale, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def end_headers(self):
        if self.server.policy:
            self.send_header("Content-Security-Policy", self.server.policy)
        super().end_headers()

    def copyfile(self, source, outputfile):
        self.server.sent[self.path] += os.fstat(source.fileno()).st_size
        super().copyfile(source, outputfile)

    def log_message(self, *_):
        pass


class Server:
    """Serves a folder on this machine, to be used in a 'with' statement; counts the bytes of each file it sends.

    base: the path that the site is below
    delay: seconds that scripts come late
    has_policy: whether pages may do only what servers are told to allow, and not anything
    """

    def __init__(self, folder, base="/", delay=0, has_policy=True):
        self.server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        self.server.daemon_threads = True
        self.server.base, self.server.delay = base, delay
        self.server.policy = POLICY if has_policy else None
        self.sent = self.server.sent = collections.Counter()
        self.address = f"http://127.0.0.1:{self.server.server_port}{base}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
