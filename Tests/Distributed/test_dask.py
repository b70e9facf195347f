"""The script for Dask that the guide shows, on a scheduler and three workers of this machine, one of which is killed: the site
is that of one run, byte for byte. `make test-distributed` installs what it needs."""
import os
import pathlib
import re
import signal
import subprocess
import sys
import time
import unittest

from cluster import ROOT, ClusterTest
from projects import need_docgen

TOOLS = pathlib.Path(os.environ.get("DOCGEN_DISTRIBUTED_TOOLS") or ROOT / ".build/distributed-tools")
WORKERS = 3


def setUpModule():
    need_docgen()
    if not (TOOLS / "bin/dask").exists():
        raise unittest.SkipTest(f"no Dask here: 'make test-distributed' installs it into {TOOLS}")


class DaskTests(ClusterTest):
    def start_cluster(self):
        """A scheduler and its workers; the address of the one, and the processes of the others."""
        file = self.folder / "scheduler.json"
        dask = TOOLS / "bin/dask"
        self.start(dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", file)
        end = time.monotonic() + 60
        while not file.exists() and time.monotonic() < end:
            time.sleep(0.1)
        workers = [
            self.start(dask, "worker", "--scheduler-file", file, "--host", "127.0.0.1", "--nworkers", "1", "--nthreads",
                       "1", "--no-nanny", "--no-dashboard", "--local-directory", self.folder / f"worker{number}")
            for number in range(WORKERS)]
        return re.search(r"tcp://[\d.:]+", file.read_text())[0], workers

    def test_the_script_of_the_guide(self):
        script = self.recipe("python")
        self.assertLessEqual(len(script.splitlines()), 40)
        (self.folder / "shards.py").write_text(script)
        start = time.monotonic()
        address, workers = self.start_cluster()
        run = subprocess.Popen([TOOLS / "bin/python", "-u", "shards.py", address], cwd=self.folder,
                               env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        said = [run.stdout.readline() for _ in range(2)]
        workers[0].send_signal(signal.SIGKILL)
        rest, errors = run.communicate(timeout=300)
        self.assertEqual(run.returncode, 0, errors)
        print(f"Dask: {time.monotonic() - start:.1f} s with the start of the cluster", file=sys.stderr)
        numbers = sorted(int(number) for number in re.findall(r"^shard (\d+)/16: ", "".join(said) + rest, re.MULTILINE))
        self.assertEqual(numbers, list(range(1, 17)))
        self.expect_the_site_of_one_run()
