"""Builds of which little changed, killed before each of their calls that change files: the site is the old one or the new
one when the next run has begun, whatever that run comes to.

DOCGEN_TORTURE=long kills before 600 calls, else it is 30; DOCGEN_SEED chooses them."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import unittest

from projects import DOCGEN, IS_LONG, files, leftovers, need_docgen, write_project

KILLS = 600 if IS_LONG else 30
PAGES = 30
# What a changed page, and all that is made of it, costs in calls, however many others there are.
MOST_CALLS = 1000


def setUpModule():
    need_docgen()
    if not shutil.which("cc") and not shutil.which("clang"):
        raise unittest.SkipTest("no C compiler here, which makes what kills a program")


class UpdateTests(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="docgen-test-")))
        self.chance = random.Random(int(os.environ.get("DOCGEN_SEED", "3")))
        self.project = self.folder / "project"
        write_project(self.project / "content", PAGES)
        (self.project / "site").mkdir()
        (self.project / "site/config.yml").write_text("source-locale: en\ntitle: Things\n")
        self.site = self.project / "public"

    def run_docgen(self, *arguments, **environment):
        result = subprocess.run(
            [DOCGEN, "build", *map(str, arguments)], capture_output=True, text=True, errors="replace", cwd=self.project,
            env={"PATH": os.environ["PATH"], **environment})
        return result.returncode, result.stderr

    def build(self, *arguments, **environment):
        self.assertEqual(self.run_docgen(*arguments, **environment)[0], 0)

    def edit(self, number):
        """Changes a page, and now and then makes or removes one, in a folder of its own."""
        page = self.project / f"content/de/part{number % 7}/Run{number % 7}.md"
        page.write_text(page.read_text() + f"\nText {number}.\n")
        added = self.project / "content/en/added"
        if added.exists() and self.chance.random() < 0.3:
            shutil.rmtree(added)
        elif self.chance.random() < 0.3:
            added.mkdir(exist_ok=True)
            (added / f"page{number}.md").write_text(f"# Page {number}\n\nText.\n")

    def identity(self):
        return os.stat(self.site).st_ino

    def test_killed_updates_end_old_or_new(self):
        killer = self.folder / "killer.so"
        compiler = shutil.which("cc") or shutil.which("clang")
        source = pathlib.Path(__file__).with_name("killer.c")
        subprocess.run([compiler, "-shared", "-fPIC", "-o", killer, source, "-ldl"], check=True)
        shim = {"LD_PRELOAD": str(killer)}
        self.build(**shim)
        count = self.folder / "count"
        place = self.identity()
        self.edit(0)
        self.build(DOCGEN_KILL_COUNT=str(count), **shim)
        self.assertEqual(self.identity(), place, "the files are changed in place")
        calls = int(count.read_text())
        self.assertGreater(calls, 20)
        self.assertLess(calls, MOST_CALLS)
        template = self.project / "site/templates/footer.mustache"
        template.parent.mkdir()
        ends = {"old": 0, "new": 0}
        for number in range(1, KILLS + 1):
            old = files(self.site)
            self.edit(number)
            shutil.rmtree(self.folder / "clean", ignore_errors=True)
            self.build("--no-cache", "-o", self.folder / "clean")
            new = files(self.folder / "clean")
            moment = self.chance.randrange(1, calls + 1)
            status, _ = self.run_docgen(DOCGEN_KILL_AT=str(moment), **shim)
            if status != 0:
                self.assertEqual(status, -signal.SIGKILL)
            # The next run cannot build anything, and brings to its end what the killed one began.
            template.write_text("{{#open}}")
            self.assertNotEqual(self.run_docgen()[0], 0)
            template.unlink()
            found = files(self.site)
            self.assertIn(found, (old, new), f"killed before call {moment} of {calls}")
            self.assertEqual(list(self.project.glob(".public.docgen-*")), [])
            ends["new" if found == new else "old"] += status != 0
            self.build()
            self.assertEqual(files(self.site), new)
        self.assertGreater(min(ends.values()), 0, ends)

    def test_small_updates_keep_the_folder(self):
        self.build()
        place = self.identity()
        (self.site / "CNAME").write_text("docs.example.org")
        self.edit(1)
        self.build("--changes", "changes.txt")
        self.assertEqual(self.identity(), place)
        changes = (self.project / "changes.txt").read_text().splitlines()
        self.assertIn("M\tde/part1/Run1.html", changes)
        self.edit(2)
        self.build("--swap")
        self.assertNotEqual(self.identity(), place)
        self.assertEqual((self.site / "CNAME").read_text(), "docs.example.org")
        self.assertEqual(leftovers(self.project), [])

    def test_files_of_others_are_not_overwritten(self):
        self.build()
        (self.site / "en/added").mkdir()
        (self.site / "en/added/page1.html").write_text("mine")
        before = files(self.site)
        (self.project / "content/en/added").mkdir()
        (self.project / "content/en/added/page1.md").write_text("# Page\n")
        status, messages = self.run_docgen()
        self.assertNotEqual(status, 0)
        self.assertIn("not docgen's", messages)
        self.assertEqual(files(self.site), before)


if __name__ == "__main__":
    unittest.main()
