"""A disk that is full: what was there stays, what was done is said, and the status is 3."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from projects import DOCGEN, files, leftovers, need_docgen, write_project

PAGES = 60


def setUpModule():
    need_docgen()


class FullDiskTests(unittest.TestCase):
    """A small file system in memory, which only the superuser can mount."""

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="docgen-test-")))
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "docgen-test", str(self.disk)]
        if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode != 0:
            self.skipTest("a file system of a few megabytes cannot be mounted here: it takes the superuser")
        self.addCleanup(subprocess.run, ["umount", str(self.disk)], check=True)
        self.project = write_project(self.folder / "content", PAGES)

    def fill(self, left=0):
        """Fills the disk but for some bytes."""
        with open(self.disk / "filler", "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
            size = file.tell()
            file.truncate(max(0, size - left))

    def fail(self, *arguments):
        """Runs docgen, which must end with 3 and say why on one line."""
        run = subprocess.run([DOCGEN, *map(str, arguments)], capture_output=True, text=True)
        self.assertEqual(run.returncode, 3, run.stderr)
        errors = [line for line in run.stderr.splitlines() if line.startswith("docgen: error:")]
        self.assertEqual(len(errors), 1, run.stderr)
        self.assertIn("No space left on device", errors[0])
        self.assertEqual(leftovers(self.disk), [])
        return errors[0]

    def test_build(self):
        site = self.disk / "public"
        small = write_project(self.folder / "small", 1)
        subprocess.run([DOCGEN, "build", "-q", *small, "-o", site], check=True)
        (site / "CNAME").write_text("docs.example.org")
        before = files(site)
        self.fill(left=200_000)
        self.fail("build", *self.project, "-o", site)
        self.assertEqual(files(site), before)

    def test_fix(self):
        content = self.disk / "content"
        shutil.copytree(self.folder / "content", content)
        before = files(content)
        self.fill(left=0)
        error = self.fail("lint", "--content", content, "--source-locale", "en", "--fix", "-q")
        self.assertIn(f"0 of {PAGES} files rewritten, the rest is as it was: cannot write", error)
        self.assertEqual(files(content), before)

    def test_fix_that_ends_half_way(self):
        content = self.disk / "content"
        shutil.copytree(self.folder / "content", content)
        before = files(content)
        # Room for a page, which is given back when the page has taken its place, but not for one that is long.
        page = next((content / "de").rglob("*.md"))
        page.write_bytes(page.read_bytes() + b"\nWort" * 100_000)
        before[os.fsencode(page.relative_to(content))] = page.read_bytes()
        self.fill(left=400_000)
        error = self.fail("lint", "--content", content, "--source-locale", "en", "--fix", "-q")
        self.assertIn(f"{PAGES - 1} of {PAGES} files rewritten, the rest is as it was: cannot write", error)
        self.assertIn(page.name, error)
        after = files(content)
        changed = {os.fsdecode(name) for name in before if after[name] != before[name]}
        self.assertEqual(len(changed), PAGES - 1)
        self.assertNotIn(str(page.relative_to(content)), changed)

    def test_fix_with_room_for_one_file(self):
        content = self.disk / "content"
        shutil.copytree(self.folder / "content", content)
        self.fill(left=3 * 4096)
        run = subprocess.run([DOCGEN, "lint", "--content", content, "--source-locale", "en", "--fix", "--jobs", "8"],
                             capture_output=True, text=True)
        self.assertIn(f"fixed in {PAGES} files", run.stdout + run.stderr)

    def test_output_baseline_and_export(self):
        file = self.disk / "file.json"
        empty = '{"schema":"docgen-baseline/1",\n"findings":[]}\n'
        for arguments in (["lint", *self.project, "--format", "json", "-o", file],
                          ["lint", *self.project, "--baseline", file, "--write-baseline", "-q"],
                          ["export", *self.project, "-o", file],
                          ["export", *self.project, "--format", "inventory", "-o", file]):
            with self.subTest(arguments=[*map(str, arguments)]):
                file.write_text(empty)
                self.fill()
                self.fail(*arguments)
                self.assertEqual(file.read_text(), empty)
                os.remove(self.disk / "filler")

    def test_a_mount_point_is_refused(self):
        run = subprocess.run([DOCGEN, "build", *self.project, "-o", self.disk], capture_output=True, text=True)
        self.assertEqual(run.returncode, 3)
        self.assertIn("is a mount point, which no other folder can take the place of; write the site to a folder in it",
                      run.stderr)
        inside = subprocess.run([DOCGEN, "build", "-q", *self.project, "-o", self.disk / "site"])
        self.assertEqual(inside.returncode, 0)


if __name__ == "__main__":
    unittest.main()
