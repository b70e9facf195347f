"""`docgen serve`: what hostile and broken clients get, what it makes of what happens to files, and how it ends."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from projects import DOCGEN, need_docgen, write_project

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))
from serving import PATIENCE, Serving, read_until

PAGES = 6
PAGE = "/de/part0/Run0.html"
CONFIG = "title: Runs\nsource-locale: en\ncontent: content\n"


def setUpModule():
    need_docgen()


class ServeCase(unittest.TestCase):
    """Tests with a project of their own that is served."""

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="docgen-test-")))
        write_project(self.folder / "content", PAGES)
        (self.folder / "site").mkdir()
        self.config = self.folder / "site/config.yml"
        self.config.write_text(CONFIG)
        self.page = self.folder / "content/de/part0/Run0.md"

    def serve(self, *arguments):
        return self.enterContext(Serving(self.folder, *arguments))


class RequestTests(ServeCase):
    def test_answers(self):
        server = self.serve().until_built()
        status, fields, body = server.get(PAGE)
        self.assertEqual(status, 200)
        self.assertEqual(fields["content-type"], "text/html; charset=utf-8")
        self.assertIn("script-src 'self'", fields["content-security-policy"])
        self.assertIn(b"/~docgen/live.js", body)
        self.assertEqual(server.status(PAGE, f"If-None-Match: {fields['etag']}"), 304)
        head = server.get(PAGE, method="HEAD")
        self.assertEqual((head[0], head[1]["content-length"], head[2]), (200, str(len(body)), b""))
        self.assertEqual(server.get("/assets/docgen.css")[1]["content-type"], "text/css; charset=utf-8")
        self.assertEqual(server.get("/de/part0?x=y")[1]["location"], "/de/part0/?x=y")
        self.assertEqual(server.status("/de/part0/"), 200)
        status, _, body = server.get("/de/nothing/here.html")
        self.assertEqual(status, 404)
        self.assertIn(b'<html lang="de"', body)
        self.assertIn(b"EventSource", server.get("/~docgen/live.js")[2])

    def test_no_file_outside_of_the_site_is_read(self):
        server = self.serve().until_built()
        secret = server.scratch / "tmp/secret.txt"
        secret.write_text("secret")
        site = next(path for path in secret.parent.glob("docgen-serve-*/*"))
        (site / "link.txt").symlink_to(secret)
        (site / "folder").symlink_to(secret.parent)
        for target in ("/../secret.txt", "/../../secret.txt", "/%2e%2e/%2e%2e/secret.txt", "/..%2f..%2fsecret.txt",
                       "/de/../../../secret.txt", "/%252e%252e/secret.txt", "/..\\..\\secret.txt", "//etc/passwd", "/etc/passwd",
                       "/%00", "/index.html%00.txt", "/link.txt", "/folder/secret.txt", "/.docgen-site", "/%2edocgen-site",
                       "/~docgen/../config.yml", "/~docgen/%2e%2e/config.yml", "/~docgen/"):
            status, _, body = server.get(target)
            self.assertIn(status, (400, 404), target)
            self.assertNotIn(b"secret", body.replace(b"/secret.txt", b""), target)

    def test_other_hosts_are_refused(self):
        server = self.serve().until_built()
        for host, status in (("localhost:1", b"200"), ("127.0.0.1", b"200"), ("[::1]:4000", b"200"), ("evil.example", b"421"),
                             ("localhost.evil.example", b"421"), ("127.0.0.1.evil.example", b"421"), ("", b"421")):
            answer = server.send(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            self.assertEqual(answer[9:12], status, host)

    def test_what_is_no_request_is_refused(self):
        server = self.serve().until_built()
        for data, status in ((b"\r\n\r\nGET / HTTP/1.1\r\n\r\n", b"400"), (b"GET / HTTP/1.1\n\n", b"400"), (b"\x16\x03\x01\x02\0\n", b"400"),
                             (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc", b"405"),
                             (b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"413"),
                             (b"GET /" + b"a" * 100_000, b"414"), (b"GET / HTTP/1.1\r\n" + b"x" * 100_000, b"431"),
                             (b"GET / HTTP/3.0\r\n\r\n", b"505")):
            self.assertEqual(server.send(data)[9:12], status, data[:40])
        self.assertEqual(server.status(PAGE), 200)

    def test_requests_in_a_row(self):
        server = self.serve().until_built()
        request = f"GET {PAGE} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        answers = server.send(request * 20 + request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        self.assertEqual(answers.count(b"HTTP/1.1 200 OK"), 21)

    def test_slow_clients_are_refused_and_hold_up_nobody(self):
        server = self.serve().until_built()
        slow = [self.enterContext(server.connect()) for _ in range(100)]
        start = time.monotonic()
        events = self.enterContext(server.listen(PAGE))
        answered = None
        while answered is None:
            for connection in slow:
                try:
                    connection.send(b"G")
                except ConnectionError:
                    answered = time.monotonic() - start
            self.assertLess(time.monotonic() - start, 30)
            self.assertEqual(server.status(PAGE), 200)
            time.sleep(0.5)
        self.page.write_text(self.page.read_text() + "\nWords.\n")
        read_until(events, b"event: reload")

    def test_pages_that_take_no_events_hold_up_nobody(self):
        server = self.serve().until_built()
        deaf = [self.enterContext(server.listen(PAGE)) for _ in range(100)]
        events = self.enterContext(server.listen(PAGE))
        self.page.write_text(self.page.read_text() + "\nWords.\n")
        read_until(events, b"event: reload")
        self.assertEqual(len(deaf), 100)


class WatchTests(ServeCase):
    def add(self, text):
        return self.page.read_text() + f"\n{text}\n"

    def test_a_page_is_shown_however_it_is_saved(self):
        server = self.serve().until_built()

        def in_place(text):
            self.page.write_text(text)

        def by_another(text):
            other = self.page.with_suffix(".md.tmp")
            other.write_text(text)
            other.rename(self.page)

        def by_moving_away(text):
            backup = self.page.with_name("Run0.md~")
            self.page.rename(backup)
            self.page.write_text(text)
            backup.unlink()

        for number, save in enumerate((in_place, by_another, by_moving_away)):
            with server.listen(PAGE) as events:
                save(self.add(f"Words {number}."))
                read_until(events, b"event: reload")
            server.until_shown(PAGE, f"Words {number}.")

    def test_pages_and_folders_come_move_and_go(self):
        server = self.serve().until_built()
        new = self.folder / "content/en/new/inner"
        new.mkdir(parents=True)
        (new / "page.md").write_text("# New page\n\nText.\n")
        server.until_shown("/en/new/inner/page.html", "New page")
        new.rename(new.with_name("moved"))
        server.until_shown("/en/new/moved/page.html", "New page")
        server.until(lambda: server.status("/en/new/inner/page.html") == 404, "the page moves")
        (new.with_name("moved") / "page.md").write_text("# Another page\n\nText.\n")
        server.until_shown("/en/new/moved/page.html", "Another page")
        shutil.rmtree(self.folder / "content/en/new")
        server.until(lambda: server.status("/en/new/moved/page.html") == 404, "the page goes")

    def test_the_last_good_site_stays(self):
        (self.folder / "site/templates").mkdir()
        (self.folder / "site/dialects").mkdir()
        (self.folder / "locales/de").mkdir(parents=True)
        root = pathlib.Path(__file__).resolve().parents[2]
        for name in ("interface.yml", "vocabulary.yml"):
            shutil.copy(root / "locales/de" / name, self.folder / "locales/de")
        footer = self.folder / "site/templates/footer.mustache"
        footer.write_text("<p>All rights</p>")
        dialect = self.folder / "site/dialects/own.yml"
        dialect.write_text("extends: common\n")
        self.config.write_text(CONFIG + "theme: site\nlocales-folder: locales\ndialect: own\n")
        server = self.serve().until_built()
        for path, broken in ((self.config, "title: [\n"), (footer, "{{#never}}"), (dialect, "extends: nothing\n"),
                             (self.folder / "locales/de/vocabulary.yml", "sections: 3\n")):
            with self.subTest(path.name), server.listen(PAGE) as events:
                good = path.read_text()
                said = len(server.log.read_text())
                path.write_text(broken)
                read_until(events, b'event: problem\ndata: {"lines":["')
                server.until(lambda: "error: " in server.log.read_text()[said:], "the problem is told")
                self.assertEqual(server.status(PAGE), 200)
                path.write_text(good)
                read_until(events, b"event: reload")
                server.until(lambda: server.get(PAGE)[0] == 200 and b"All rights" in server.get(PAGE)[2], "the site")

    def test_a_project_that_is_broken_at_first(self):
        self.config.write_text("title: [\n")
        server = self.serve()
        server.until_said("site/config.yml:2:1")
        status, _, body = server.get("/")
        self.assertEqual(status, 503)
        self.assertIn(b"/~docgen/live.js", body)
        self.config.write_text(CONFIG)
        server.until_built()

    def test_findings_are_told(self):
        server = self.serve().until_built()
        with server.listen("/de/part1/Run1.html") as events:
            page = self.folder / "content/de/part1/Run1.md"
            page.write_text(page.read_text().replace("| Run1.dll |", "| Lauf1.dll |"))
            read_until(events, b"event: reload")
        server.until_said("1 page in ")
        with server.listen("/de/part1/Run1.html") as events:
            told = read_until(events, b"Lauf1.dll")
            self.assertIn(b'"place":"content/de/part1/Run1.md:', told)


class EndTests(ServeCase):
    def test_a_signal_ends_it_and_nothing_is_left(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with Serving(self.folder) as server:
                server.until_built()
                self.assertEqual(len(server.leftovers), 1)
                self.assertEqual(server.end(number), -number)
                self.assertEqual(server.leftovers, [])

    def test_what_a_killed_run_has_left_goes_with_the_next(self):
        with Serving(self.folder) as server:
            server.until_built()
            server.end(signal.SIGKILL)
            self.assertEqual(len(server.leftovers), 1)
            left = server.leftovers[0].name
            environment = dict(os.environ, TMPDIR=str(server.scratch / "tmp"))
            second = subprocess.Popen([DOCGEN, "serve", "--port", "0"], cwd=self.folder, env=environment,
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            second.stdout.readline()
            self.assertNotIn(left, [path.name for path in server.leftovers])
            second.terminate()
            second.communicate(timeout=PATIENCE)

    def test_the_next_free_port(self):
        first = self.serve()
        second = self.serve("--port", str(first.port))
        self.assertGreater(second.port, first.port)

    def test_where_there_is_no_project(self):
        with tempfile.TemporaryDirectory() as folder:
            run = subprocess.run([DOCGEN, "serve"], cwd=folder, capture_output=True, text=True, timeout=PATIENCE)
            self.assertEqual((run.returncode, run.stdout), (2, ""))
            self.assertIn("this is no project", run.stderr)

    def test_no_built_site_has_the_script(self):
        subprocess.run([DOCGEN, "build", "--quiet", "--output", "public"], cwd=self.folder, check=True)
        for path in (self.folder / "public").rglob("*"):
            self.assertFalse(path.is_file() and b"~docgen" in path.read_bytes(), path)


class LintWatchTests(ServeCase):
    def test_it_checks_again_whenever_something_is_saved(self):
        log = self.folder / "log"
        with log.open("wb") as output:
            process = subprocess.Popen([DOCGEN, "lint", "--watch", "--concise"], cwd=self.folder, stdout=output, stderr=output,
                                       env=dict(os.environ, LC_ALL="C.UTF-8"))
        self.addCleanup(process.wait)
        self.addCleanup(process.terminate)

        def until(count, text):
            end = time.monotonic() + PATIENCE
            while log.read_text().count(text) < count:
                self.assertLess(time.monotonic(), end, log.read_text())
                time.sleep(0.02)

        until(1, "12 pages: ")
        self.page.write_text(self.page.read_text().replace("| Run0.dll |", "| Lauf0.dll |"))
        until(1, "Lauf0.dll")
        until(2, "12 pages: ")
        self.config.write_text("title: [\n")
        until(1, "site/config.yml:2:1: ")
        self.config.write_text(CONFIG)
        until(3, "12 pages: ")
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(PATIENCE), -signal.SIGINT)


if __name__ == "__main__":
    unittest.main()
