"""What tests of engines share: a project whose site is made by recipes of the guide, and is to be that of one run."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "Tests/Torture"))

from projects import DOCGEN, files, write_project  # noqa: E402


class ClusterTest(unittest.TestCase):
    PAGES = 600

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="docgen-test-")))
        programs = self.folder / "programs"
        programs.mkdir()
        (programs / "docgen").symlink_to(pathlib.Path(DOCGEN).resolve())
        self.environment = os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"}
        write_project(self.folder / "content", self.PAGES)
        (self.folder / "site").mkdir()
        (self.folder / "site/config.yml").write_text("source-locale: en\nquality: true\n")
        single = subprocess.run([DOCGEN, "build", "-q", "--no-cache", "--output", "whole"], cwd=self.folder)
        self.assertEqual(single.returncode, 0)

    def recipe(self, language, title=None):
        """The first code of a language in the guide, or the first below a title."""
        page = (ROOT / "content/en/guide/many-machines.md").read_text()
        if title:
            page = page[page.index(f"## {title}\n"):]
        return re.search(rf"```{language}\n(.*?)```", page, re.DOTALL)[1]

    def start(self, *arguments, log=None):
        """A program that ends with the test at the latest."""
        output = self.enterContext(open(log, "wb")) if log else subprocess.DEVNULL
        process = subprocess.Popen(list(map(str, arguments)), cwd=self.folder, env=self.environment, stdout=output,
                                   stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def expect_the_site_of_one_run(self):
        made, wanted = files(self.folder / "public"), files(self.folder / "whole")
        # Not the contents themselves: to show how they differ takes minutes.
        self.assertEqual([name for name in sorted({*made, *wanted}) if made.get(name) != wanted.get(name)], [])
