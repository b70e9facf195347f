"""What was written is on disk before it counts: the calls to the system tell it."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from projects import DOCGEN, need_docgen, write_project

CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+)")
RESUMED = re.compile(r"^<\.\.\. \w+ resumed>")


def setUpModule():
    need_docgen()


class SyncTests(unittest.TestCase):
    def setUp(self):
        if not shutil.which("strace"):
            self.skipTest("no strace here: install the package 'strace'")
        if subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True).returncode != 0:
            self.skipTest("strace may not look at programs here")
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="docgen-test-")))
        self.content = self.folder / "content"
        self.project = write_project(self.content, 100)

    def trace(self, *arguments):
        """The calls of a run that keeps nothing for the next, as their name, the path that they are about, and that which a file is renamed to."""
        log = self.folder / "calls"
        calls = "trace=fsync,syncfs,rename,renameat2"
        run = subprocess.run(["strace", "-f", "-y", "-e", calls, "-o", log, DOCGEN, *map(str, arguments),
                              *([] if arguments[0] == "export" else ["--no-cache"])],
                             capture_output=True, text=True)
        self.assertLess(run.returncode, 2, run.stderr)
        found, begun = [], {}
        for line in log.read_text().splitlines():
            thread, text = line.split(None, 1)
            # A call counts when it has ended, also where another thread made one in between.
            if text.endswith(" <unfinished ...>"):
                begun[thread] = text.removesuffix(" <unfinished ...>")
                continue
            if resumed := RESUMED.match(text):
                text = begun.pop(thread, "") + text[resumed.end():]
            if (match := CALL.match(text)) and match[3] != "-1":
                found.append((match[1], *(re.findall(r'"([^"]*)"', match[2]) or re.findall(r"<([^>]*)>", match[2]))))
        return found

    def expect_synced(self, calls):
        """Each file is synced before its renaming, and its folder after it; the renamings."""
        renamings = [(index, call) for index, call in enumerate(calls) if call[0] == "rename"]
        for index, (_, source, target) in renamings:
            self.assertIn(("fsync", source), calls[:index])
            self.assertIn(("fsync", os.path.dirname(target)), calls[index:])
        return [target for _, (_, _, target) in renamings]

    def test_fix(self):
        calls = self.trace("lint", *self.project, "--fix", "-q")
        files = self.expect_synced(calls)
        self.assertEqual(len(files), 100)
        # Folders are synced once for all files in them.
        self.assertLessEqual(sum(call[0] == "fsync" for call in calls), 100 + 7)

    def test_outputs(self):
        baseline, output = self.folder / "baseline.json", self.folder / "model.json"
        for file, arguments in ((baseline, ["lint", *self.project, "--baseline", baseline, "--write-baseline", "-q"]),
                                (output, ["lint", *self.project, "--format", "json", "-o", output]),
                                (output, ["export", *self.project, "-o", output])):
            self.assertEqual(self.expect_synced(self.trace(*arguments)), [str(file)])

    def test_build(self):
        output = self.folder / "public"
        for call in ("rename", "renameat2"):
            if output.exists():
                (output / "CNAME").write_text("docs.example.org")
            calls = self.trace("build", "-q", *self.project, "-o", output)
            exchange = next(index for index, found in enumerate(calls) if found[0] == call and str(output) == found[-1])
            sync = next(index for index, found in enumerate(calls) if found[0] == "syncfs")
            self.assertLess(sync, exchange)
            self.assertIn(("fsync", str(self.folder)), calls[exchange:])
            moved = [index for index, found in enumerate(calls) if found[-1].endswith("/CNAME")]
            self.assertTrue(all(sync < index < exchange for index in moved))


if __name__ == "__main__":
    unittest.main()
