"""The script for Dask that the guide shows, on a scheduler and three workers of this machine, one of which is killed: the site
is that of one run, byte for byte. `make test-distributed` installs what it needs."""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = pathlib.Path(os.environ.get("DOCGEN_DISTRIBUTED_TOOLS") or ROOT / ".build/distributed-tools")
sys.path.append(str(ROOT / "Tests/Torture"))

from projects import DOCGEN, files, need_docgen, write_project  # noqa: E402

PAGES = 600
WORKERS = 3


def setUpModule():
    need_docgen()
    if not (TOOLS / "bin/dask").exists():
        raise unittest.SkipTest(f"no Dask here: 'make test-distributed' installs it into {TOOLS}")


class DaskTests(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="docgen-test-")))
        programs = self.folder / "programs"
        programs.mkdir()
        (programs / "docgen").symlink_to(pathlib.Path(DOCGEN).resolve())
        self.environment = os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"}
        write_project(self.folder / "content", PAGES)
        (self.folder / "site").mkdir()
        (self.folder / "site/config.yml").write_text("source-locale: en\nquality: true\n")

    def start(self, *arguments):
        process = subprocess.Popen([TOOLS / "bin/dask", *arguments], cwd=self.folder, env=self.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def start_cluster(self):
        """A scheduler and its workers; the address of the one, and the processes of the others."""
        file = self.folder / "scheduler.json"
        self.start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", file)
        end = time.monotonic() + 60
        while not file.exists() and time.monotonic() < end:
            time.sleep(0.1)
        workers = [
            self.start("worker", "--scheduler-file", file, "--host", "127.0.0.1", "--nworkers", "1", "--nthreads", "1",
                       "--no-nanny", "--no-dashboard", "--local-directory", self.folder / f"worker{number}")
            for number in range(WORKERS)]
        return re.search(r"tcp://[\d.:]+", file.read_text())[0], workers

    def test_the_script_of_the_guide(self):
        page = (ROOT / "content/en/guide/many-machines.md").read_text()
        script = re.search(r"```python\n(.*?)```", page, re.DOTALL)[1]
        self.assertLessEqual(len(script.splitlines()), 40)
        (self.folder / "shards.py").write_text(script)
        single = subprocess.run([DOCGEN, "build", "-q", "--no-cache", "--output", "whole"], cwd=self.folder)
        self.assertEqual(single.returncode, 0)

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
        self.assertEqual(files(self.folder / "public"), files(self.folder / "whole"))
