"""Runs that are killed or interrupted at any moment: what is there is whole, and the next run finds no trace of them.

DOCGEN_TORTURE=long kills 200 builds and 200 fixes, else it is ten of each; DOCGEN_SEED chooses the moments."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from projects import DOCGEN, IS_LONG, files, leftovers, manifest, need_docgen, write_project

KILLS = 200 if IS_LONG else 10
PAGES = 120
# Files of the site's owner, in a folder that docgen makes, in one that it does not, and some that it would not call so.
OWN = {b"CNAME": b"docs.example.org\n", b"de/thesis.txt": b"years of work", b".git/objects/00/ff": b"\0\1",
       b".git/HEAD": b"ref: refs/heads/main\n", b"notes/\xff.txt": b"a name that is not UTF-8"}


def setUpModule():
    need_docgen()


class RunCase(unittest.TestCase):
    """Tests with a folder of their own."""

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="docgen-test-")))
        self.chance = random.Random(int(os.environ.get("DOCGEN_SEED", "5")))

    def run_docgen(self, *arguments):
        return subprocess.run([DOCGEN, *map(str, arguments)], capture_output=True, text=True, errors="replace")

    def end(self, seconds, number, *arguments):
        """Sends a signal to a run after some time; its status, which is that of a whole run where it was faster."""
        process = subprocess.Popen([DOCGEN, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(seconds)
        process.send_signal(number)
        self.messages = process.communicate()[1].decode()
        return process.returncode

    def duration(self, *arguments):
        start = time.monotonic()
        self.run_docgen(*arguments)
        return time.monotonic() - start


class BuildTests(RunCase):
    def setUp(self):
        super().setUp()
        self.output = self.folder / "out/public"
        self.editions = []
        for edition in ("old", "new"):
            project = write_project(self.folder / edition, PAGES, edition)
            self.run_docgen("build", "-q", *project, "-o", self.folder / "whole" / edition)
            self.editions.append((project, files(self.folder / "whole" / edition)))
        self.build(0)
        for name, content in OWN.items():
            path = os.path.join(os.fsencode(self.output), name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)
        os.symlink("CNAME", self.output / "link")

    def arguments(self, edition):
        return ["build", "-q", *self.editions[edition][0], "-o", self.output]

    def build(self, edition):
        run = self.run_docgen(*self.arguments(edition))
        self.assertEqual((run.returncode, run.stderr), (0, ""))

    def expect_whole(self, context, *, after=None):
        """The site is one of the two, and what is its owner's is in it; while builds are killed, also in what they left."""
        found = files(self.output)
        self.assertEqual({name for name in found if name in self.editions[0][1]} - {b".docgen-site"},
                         manifest(self.output), context)
        site = {name: content for name, content in found.items() if name not in OWN and name != b"link"}
        allowed = [self.editions[after][1]] if after is not None else [content for _, content in self.editions]
        self.assertIn(site, allowed, context)
        kept = dict(found)
        if after is None:
            for left in self.output.parent.iterdir():
                if left != self.output:
                    kept = {**files(left), **kept}
        self.assertEqual({name: kept.get(name) for name in OWN}, OWN, context)
        self.assertEqual(kept.get(b"link"), b"CNAME", context)

    def test_killed_builds_leave_a_whole_site(self):
        length = self.duration(*self.arguments(1))
        killed = number = 0
        while number < KILLS or killed <= KILLS // 3 and number < 5 * KILLS:
            edition = number % 2
            # Half of the moments lie near the end, where the folders change places.
            moment = self.chance.uniform(0.6, 1.1) if number % 4 < 2 else self.chance.uniform(0, 1)
            was_killed = self.end(moment * length, signal.SIGKILL, *self.arguments(edition)) == -signal.SIGKILL
            self.expect_whole(f"kill {number} after {moment:.3f} of {length:.2f} s")
            killed += was_killed
            # The machine has become faster since the length was measured.
            if not was_killed and moment < 1:
                length *= 0.9
            if number % 5 == 4:
                self.build(edition)
                self.expect_whole(f"build after kill {number}", after=edition)
                self.assertEqual(leftovers(self.output.parent), [])
            number += 1
        self.assertGreater(killed, KILLS // 3)

    def test_signals_end_builds_cleanly(self):
        length = self.duration(*self.arguments(1))
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP) * (10 if IS_LONG else 2):
            status = self.end(self.chance.uniform(0.1, 0.9) * length, number, *self.arguments(0))
            # A run that was faster is a whole run.
            self.assertIn((status, self.messages), [(-number, ""), (0, "")])
            self.expect_whole(f"{number!r}")
            self.assertEqual(leftovers(self.output.parent), [])

    def test_a_shell_sees_the_signal(self):
        command = f'"{DOCGEN}" "$@" & sleep 0.05; kill -TERM $!; wait $!; echo $?'
        run = subprocess.run(["sh", "-c", command, "sh", *map(str, self.arguments(0)), "--no-cache"], capture_output=True, text=True)
        self.assertEqual(run.stdout.strip(), "143", run.stderr)

    def test_an_ignored_signal_stays_ignored(self):
        process = subprocess.Popen([DOCGEN, *map(str, self.arguments(1))],
                                   preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        time.sleep(0.05)
        process.send_signal(signal.SIGHUP)
        self.assertEqual(process.wait(), 0)


class FixTests(RunCase):
    def setUp(self):
        super().setUp()
        self.damaged = self.folder / "damaged"
        write_project(self.damaged, PAGES)
        self.pages = self.folder / "pages"
        self.arguments = ["lint", "--content", self.pages, "--source-locale", "en", "--fix", "-q"]
        self.restore()
        self.run_docgen(*self.arguments)
        self.old, self.new = files(self.damaged), files(self.pages)
        self.assertNotEqual(self.old, self.new)

    def restore(self):
        """Damages the pages again, and leaves what else lies beside them."""
        shutil.copytree(self.damaged, self.pages, dirs_exist_ok=True)

    def expect_whole(self, context):
        found = {name: content for name, content in files(self.pages).items() if name in self.old}
        for name, content in self.old.items():
            self.assertIn(found.get(name), (content, self.new[name]), f"{name} {context}")
        return sum(found[name] != content for name, content in self.old.items())

    def test_killed_fixes_leave_whole_files(self):
        length = self.duration(*self.arguments)
        killed = number = 0
        while number < KILLS or killed <= KILLS // 5 and number < 5 * KILLS:
            self.restore()
            moment = self.chance.uniform(0.2, 1.1)
            was_killed = self.end(moment * length, signal.SIGKILL, *self.arguments) == -signal.SIGKILL
            self.expect_whole(f"kill {number} after {moment:.3f} of {length:.2f} s")
            killed += was_killed
            if not was_killed and moment < 1:
                length *= 0.9
            if number % 5 == 4:
                self.run_docgen(*self.arguments)
                self.assertEqual(files(self.pages), self.new, "no leftover, and everything fixed")
            number += 1
        self.assertGreater(killed, KILLS // 5)

    def test_signals_end_fixes_cleanly(self):
        length = self.duration(*self.arguments)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP) * (10 if IS_LONG else 2):
            self.restore()
            status = self.end(self.chance.uniform(0.1, 0.9) * length, number, *self.arguments)
            changed = self.expect_whole(f"{number!r}")
            self.assertEqual(leftovers(self.pages), [])
            self.assertIn(status, (-number, 0, 1))
            if status == -number and self.messages:
                said = f"docgen: interrupted; {changed} file{' was' if changed == 1 else 's were'} rewritten as a whole"
                self.assertTrue(self.messages.startswith(said), self.messages)

    def test_files_of_others_and_of_running_fixes_stay(self):
        import fcntl
        part = self.pages / "de/part0"
        own = {".docgen-notes": b"mine", ".docgen-0123456789abcdeg.tmp": b"mine", ".docgen-0123.tmp": b"mine"}
        for name, content in own.items():
            (part / name).write_bytes(content)
        dead, alive = part / ".docgen-0123456789abcdef.tmp", part / ".docgen-fedcba9876543210.tmp"
        dead.write_text("left")
        with open(alive, "w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            self.restore()
            self.run_docgen(*self.arguments)
        self.assertEqual({name: (part / name).read_bytes() for name in own}, own)
        self.assertTrue(alive.exists())
        self.assertFalse(dead.exists())


class OutputTests(RunCase):
    def setUp(self):
        super().setUp()
        self.project = write_project(self.folder / "content", PAGES)
        self.output = self.folder / "out/model.json"
        self.output.parent.mkdir()
        self.arguments = ["export", *self.project, "-o", self.output]

    def test_killed_outputs_are_old_or_new(self):
        self.run_docgen(*self.arguments)
        new = self.output.read_bytes()
        length = self.duration(*self.arguments)
        for number in range(KILLS):
            self.output.write_bytes(b"old")
            # What the run before left, if it was killed: this one may end before it comes to remove that.
            left = set(leftovers(self.folder))
            ending = signal.SIGKILL if number % 2 else signal.SIGTERM
            self.end(self.chance.uniform(0.1, 1.1) * length, ending, *self.arguments)
            self.assertIn(self.output.read_bytes(), (b"old", new))
            if ending == signal.SIGTERM:
                self.assertLessEqual(set(leftovers(self.folder)), left)
        self.run_docgen(*self.arguments)
        self.assertEqual(sorted(path.name for path in self.output.parent.iterdir()), ["model.json"])


if __name__ == "__main__":
    unittest.main()
