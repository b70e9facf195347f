"""The recipes of the guide for GNU parallel, GitLab and Kubernetes: their commands run here as the engines would start them,
with the variables that these set, and the site is that of one run, byte for byte."""
import re
import shutil
import subprocess
import unittest

from cluster import ClusterTest
from projects import need_docgen


def setUpModule():
    need_docgen()


class RecipeTests(ClusterTest):
    PAGES = 120

    def run_shell(self, text, **variables):
        run = subprocess.run(["bash", "-euc", text], cwd=self.folder, env=self.environment | variables, capture_output=True,
                             text=True, timeout=300)
        self.assertEqual(run.returncode, 0, run.stderr)

    def test_kubernetes(self):
        job = self.recipe("yaml", "Kubernetes")
        self.assertIn("completionMode: Indexed\n", job)
        count = int(re.search(r"completions: (\d+)", job)[1])
        command = re.search(r"command: \[(.*)\]", job)[1].replace(",", "")
        self.run_shell("docgen catalog --output build/catalog")
        # Pods begin in any order, and one that failed is started again.
        for number in [*reversed(range(count)), 3]:
            self.run_shell(command, JOB_COMPLETION_INDEX=str(number))
        self.run_shell("docgen merge --output public")
        self.expect_the_site_of_one_run()

    def test_gitlab(self):
        jobs = self.recipe("yaml", "GitLab")
        catalog, shard, merge = re.findall(r"script: (.*)", jobs)
        count = int(re.search(r"parallel: (\d+)", jobs)[1])
        self.run_shell(catalog)
        # Each job has the files of the catalog alone, and hands over a folder; the last one has all of these in one.
        parts = []
        for number in range(1, count + 1):
            self.run_shell(shard, CI_NODE_INDEX=str(number), CI_NODE_TOTAL=str(count))
            parts.append(self.folder / f"part{number}")
            (self.folder / "public").rename(parts[-1])
        for part in parts:
            shutil.copytree(part, self.folder / "public", dirs_exist_ok=True)
        self.run_shell(merge)
        self.expect_the_site_of_one_run()

    @unittest.skipUnless(shutil.which("parallel"), "no GNU parallel here: 'make test-distributed' installs it")
    def test_gnu_parallel(self):
        (self.folder / "hosts.txt").write_text("1/:\n")
        self.run_shell(self.recipe("bash", "GNU parallel"))
        self.expect_the_site_of_one_run()
