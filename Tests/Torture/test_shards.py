"""Shards that run as processes of their own, some of which are killed and run again: the merged site and the merged findings
are those of one run, byte for byte, and a merge that comes too early publishes nothing.

DOCGEN_TORTURE=long kills 60 shards, else it is six; DOCGEN_SEED chooses them."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import unittest.mock

from projects import DOCGEN, IS_LONG, files, need_docgen, write_project

KILLS = 60 if IS_LONG else 6
PAGES = 150

# A program in the place of Pagefind, which writes the names of the pages in the order in which it finds them.
PAGEFIND = """#!/bin/sh
[ "$1" = --version ] && exit
echo "$2" >> "$LOG"
mkdir -p "$4/index"
(cd "$2" && ls -fR | grep html) > "$4/index/pages"
echo '{"version":"1"}' > "$4/pagefind-entry.json"
"""
SHARDS = 3


def setUpModule():
    need_docgen()


class ShardTests(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="docgen-test-")))
        self.chance = random.Random(int(os.environ.get("DOCGEN_SEED", "5")))
        self.project = write_project(self.folder / "content", PAGES)
        self.catalog = self.folder / "catalog"
        self.expect_end(0, "catalog", "-q", *self.project, "--output", self.catalog)

    def run_docgen(self, *arguments):
        return subprocess.run([DOCGEN, *map(str, arguments)], capture_output=True, cwd=self.folder)

    def expect_end(self, status, *arguments):
        run = self.run_docgen(*arguments)
        self.assertEqual(run.returncode, status, run.stderr.decode())
        return run

    def start(self, command, shard, output):
        arguments = [command, "-q", "--shard", f"{shard}/{SHARDS}", "--catalog", self.catalog, "--output", output]
        return subprocess.Popen([DOCGEN, *map(str, arguments)], cwd=self.folder)

    def run_all(self, command, output):
        """Runs all shards side by side, in any order; how long the slowest took."""
        start = time.monotonic()
        shards = list(range(1, SHARDS + 1))
        self.chance.shuffle(shards)
        for process in [self.start(command, shard, output) for shard in shards]:
            self.assertEqual(process.wait(), 0)
        return time.monotonic() - start

    def test_a_site_with_killed_shards(self):
        options = ["--quality", "--base-url", "https://docs.example.com/api"]
        whole = self.folder / "whole"
        self.expect_end(0, "build", "-q", "--no-cache", *self.project, *options, "-o", whole)
        wanted = files(whole)

        def start(shard, output):
            return subprocess.Popen([DOCGEN, "build", "-q", "--shard", f"{shard}/{SHARDS}", "--catalog", self.catalog,
                                     *options, "--output", output], cwd=self.folder)

        length, killed, number = 1.0, 0, 0
        while killed < KILLS and number < 5 * KILLS:
            output = self.folder / f"out{number}"
            shards = list(range(1, SHARDS + 1))
            self.chance.shuffle(shards)
            victim = self.chance.choice(shards)
            begun = time.monotonic()
            processes = {shard: start(shard, output) for shard in shards}
            time.sleep(self.chance.uniform(0.1, 0.9) * length)
            processes[victim].send_signal(signal.SIGKILL)
            ends = {shard: process.wait() for shard, process in processes.items()}
            length = time.monotonic() - begun
            was_killed = ends.pop(victim) == -signal.SIGKILL
            self.assertEqual(set(ends.values()), {0})
            before = files(output)
            early = self.run_docgen("merge", "--output", output) if was_killed else None
            # A shard that is killed once its record is whole has done its part.
            if early and early.returncode != 0:
                killed += 1
                self.assertEqual(early.returncode, 2, early.stderr.decode())
                self.assertIn(f"there is no record of shard {victim}/{SHARDS}", early.stderr.decode())
                self.assertEqual(files(output), before)
                self.assertEqual(start(victim, output).wait(), 0)
            if not early or early.returncode != 0:
                self.expect_end(0, "merge", "-q", "--verify", "--output", output)
            self.assertEqual(files(output), wanted, f"shard {victim} of run {number}")
            shutil.rmtree(output)
            number += 1
        self.assertGreaterEqual(killed, min(KILLS, 3))

    def test_findings(self):
        lint = self.run_docgen("lint", "--no-cache", *self.project, "--format", "json")
        output = self.folder / "found"
        self.run_all("lint", output)
        merge = self.run_docgen("merge", "--output", output, "--format", "json")
        self.assertEqual((merge.returncode, merge.stdout), (lint.returncode, lint.stdout))

    def test_the_full_text_of_one_language(self):
        program, log = self.folder / "bin/pagefind", self.folder / "calls"
        program.parent.mkdir()
        program.write_text(PAGEFIND)
        program.chmod(0o755)
        variables = {"PATH": f"{program.parent}:{os.environ['PATH']}", "LOG": str(log)}
        self.enterContext(unittest.mock.patch.dict(os.environ, variables))
        (self.folder / "site").mkdir()
        (self.folder / "site/config.yml").write_text("source-locale: en\nfull-text: pagefind\n")
        whole, output = self.folder / "whole", self.folder / "out"
        self.expect_end(0, "build", "-q", "--no-cache", "-o", whole)
        self.expect_end(0, "catalog", "-q", "--output", self.catalog)
        self.run_all("build", output)
        log.write_text("")
        self.expect_end(0, "merge", "--full-text", "de", "--output", output)
        self.expect_end(0, "merge", "-q", "--output", output)
        # Each language was indexed once.
        self.assertEqual(len(log.read_text().splitlines()), 2)
        made, wanted = files(output), files(whole)
        self.assertEqual([name for name in sorted({*made, *wanted}) if made.get(name) != wanted.get(name)], [])

    def test_a_killed_merge_is_run_again(self):
        whole, output = self.folder / "whole", self.folder / "out"
        self.expect_end(0, "build", "-q", "--no-cache", *self.project, "-o", whole)
        self.run_all("build", output)
        kept = self.folder / "kept"
        shutil.copytree(output, kept)
        start = time.monotonic()
        self.expect_end(0, "merge", "-q", "--output", output)
        length = time.monotonic() - start
        for _ in range(KILLS):
            shutil.rmtree(output)
            shutil.copytree(kept, output)
            process = subprocess.Popen([DOCGEN, "merge", "-q", "--output", output], cwd=self.folder)
            time.sleep(self.chance.uniform(0.1, 1) * length)
            process.send_signal(signal.SIGKILL)
            if process.wait() == 0:
                continue
            if not (output / ".docgen/records").exists():
                # It was killed after all was done but for the removal of the folder around the records.
                continue
            run = self.run_docgen("merge", "-q", "--output", output)
            if run.returncode == 0:
                self.assertEqual(files(output), files(whole))
            else:
                # It was killed while it removed the records: the site is whole.
                self.assertIn("record", run.stderr.decode())
                found = {name: content for name, content in files(output).items() if not name.startswith(b".docgen/")}
                self.assertEqual(found, files(whole))
