"""No page, and no other file of a project, costs more than a bar: CPU time and memory of lint, build and lint --fix.

    DOCGEN_BINARY=… python3 -m unittest discover --start-directory Tests/Torture --pattern test_costs.py

Some of the shapes are tried at 128 KB; with DOCGEN_TORTURE=long, all of them at 1 MB, and DOCGEN_TORTURE_JOBS at a time.
"""

import os
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from costs import MEGABYTE, Bar, Cost, measure, write_project
from shapes import SHAPES, Shape, run

BINARY = os.environ.get("DOCGEN_BINARY", "")
IS_LONG = os.environ.get("DOCGEN_TORTURE") == "long"
JOBS = int(os.environ.get("DOCGEN_TORTURE_JOBS", "1"))

SIZE = MEGABYTE if IS_LONG else 128 << 10
# In memory, where there is room: what files cost on a disk is not docgen's.
FOLDER = "/dev/shm" if os.path.isdir("/dev/shm") else None
BAR = Bar(seconds=5, megabytes=500)
LARGE_BAR = Bar(seconds=10, megabytes=2_000)
# The largest page that is read, in two languages and checked, takes at most half of what as many bytes of smaller ones may.
READ_BAR = Bar(seconds=20, megabytes=2_000)

# Each of them was too much once, and for another reason.
SHORT = [
    "code-lost", "definitions-colliding", "html-attributes", "links-escaped", "links-plain", "list-deep-then-lines", "literals-lost", "metadata-aliases",
    "metadata-flow-lists", "names-lost-in-line", "numbers", "nul-words", "open-images-brackets", "parameters-renamed",
    "processing-instructions", "references-to-long-definition", "return-codes-missing", "signature-parentheses",
    "suppressions-with-findings", "table-one-row", "table-wide", "toc-deep",
]  # fmt: skip

# Folders are removed by a function that calls itself for each.
sys.setrecursionlimit(10_000)

LINT = ["lint", "--format", "json"]
BUILD = ["build", "--output", "out"]
FIX = ["lint", "--fix", "--unsafe"]


@unittest.skipUnless(BINARY, "DOCGEN_BINARY names no release binary")
class CostTests(unittest.TestCase):
    """Every shape, in the source, in its translation and in both."""

    def test_shapes(self):
        names = list(SHAPES) if IS_LONG else SHORT
        with ThreadPoolExecutor(JOBS) as pool:
            for name, problems in pool.map(lambda name: (name, self.problems(SHAPES[name])), names):
                with self.subTest(shape=name):
                    self.assertEqual(problems, [])

    def problems(self, shape: Shape) -> list[str]:
        """What is too dear about a shape."""
        found = []
        for locales, runs in ((("en", "de"), (LINT, BUILD, FIX)), (("en",), (LINT,)), (("de",), (FIX,))):
            isProjectFile = shape.place in ("toc", "redirects")
            if locales != ("en", "de") and (not IS_LONG or isProjectFile):
                continue
            with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
                write_project(Path(folder) / "project", shape, SIZE, locales)
                for arguments in runs:
                    cost = measure(BINARY, arguments, Path(folder) / "project", BAR)
                    if not BAR.is_kept(cost):
                        found.append(f"{' '.join(arguments)} of {'+'.join(locales)}: {self.text(cost)}")
        return found

    @staticmethod
    def text(cost: Cost) -> str:
        return f"{cost.seconds:.2f} s, {cost.megabytes:.0f} MB, status {cost.status} {cost.errors.strip()[-200:]}"


@unittest.skipUnless(BINARY, "DOCGEN_BINARY names no release binary")
class ProjectTests(unittest.TestCase):
    """Projects of small files that are many, or far down."""

    def assert_kept(self, make, status=None):
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
            project = Path(folder) / "project"
            write_project(project, Shape("body", run("text\n\n")), 1_000)
            make(project / "content")
            for arguments in (LINT, BUILD, FIX):
                cost = measure(BINARY, arguments, project, BAR)
                if status is not None:
                    self.assertEqual(cost.status, status, CostTests.text(cost))
                    cost = cost._replace(status=0)
                self.assertTrue(BAR.is_kept(cost), f"{arguments}: {CostTests.text(cost)}")

    def test_deep_folders(self):
        """1,500 folders within each other; the last of them has a page."""

        def make(content: Path) -> None:
            folder = content / "en"
            for _ in range(1_500 if IS_LONG else 400):
                folder /= "a"
                folder.mkdir()
            (folder / "page.md").write_bytes(b"# Deep\n\n[up](../page.md)\n")

        self.assert_kept(make)

    @staticmethod
    def write_locales(content: Path, count: int) -> None:
        """Folders of languages, a page in each."""
        for number in range(count):
            folder = content / f"de-{number:04}"  # a tag, as all locales have
            folder.mkdir()
            (folder / "page.md").write_bytes(b"# Title\n\nText.\n")

    def test_many_locales(self):
        self.assert_kept(lambda content: self.write_locales(content, 400 if IS_LONG else 100))

    def test_too_many_locales(self):
        """They are refused, as a content folder that is none."""
        self.assert_kept(lambda content: self.write_locales(content, 10_000 if IS_LONG else 1_000), status=2)


@unittest.skipUnless(BINARY, "DOCGEN_BINARY names no release binary")
class LargePageTests(unittest.TestCase):
    """Pages that are too large are found, and all else is done."""

    def test_page_that_nobody_reads(self):
        """A page that is too large in every language."""
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
            project = Path(folder) / "project"
            write_project(project, Shape("body", run("word **word**\n\n")), 9 * MEGABYTE)
            for arguments in (LINT, BUILD, FIX):
                cost = measure(BINARY, arguments, project, BAR)
                self.assertTrue(0 <= cost.status <= 3 and BAR.is_kept(cost._replace(status=0)), CostTests.text(cost))

    @unittest.skipUnless(IS_LONG, "takes 200 MB of disk; set DOCGEN_TORTURE=long")
    def test_page_of_200_megabytes(self):
        for locales in (("en",), ("de",)):
            with tempfile.TemporaryDirectory() as folder:
                project = Path(folder) / "project"
                write_project(project, Shape("body", run("word **word** [word](a.md)\n\n")), 200 * MEGABYTE, locales)
                for arguments in (LINT, BUILD, FIX):
                    cost = measure(BINARY, arguments, project, LARGE_BAR)
                    # A build that cannot read a page says so by its status.
                    is_kept = 0 <= cost.status <= 3 and LARGE_BAR.is_kept(cost._replace(status=0))
                    self.assertTrue(is_kept, f"{arguments} {locales}: {CostTests.text(cost)}")

    def test_largest_page_that_is_read(self):
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder) / "project"
            write_project(project, Shape("body", run("word **word** [word](a.md)\n\n")), 8 * MEGABYTE - 100)
            for arguments in (LINT, BUILD):
                cost = measure(BINARY, arguments, project, READ_BAR)
                self.assertTrue(READ_BAR.is_kept(cost), f"{arguments}: {CostTests.text(cost)}")


if __name__ == "__main__":
    unittest.main()
