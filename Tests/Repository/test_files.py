"""What files of the repository say of each other."""
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Files(unittest.TestCase):
    def test_schemas_of_locales(self):
        named = 0
        for path in ROOT.glob("locales/*/*.yml"):
            for schema in re.findall(r"\$schema=(\S+)", path.read_text()):
                named += 1
                self.assertTrue((path.parent / schema).is_file(), f"{path}: there is no {schema}")
        self.assertTrue(named)

    def test_help_of_make(self):
        text = (ROOT / "Makefile").read_text()
        targets = set(re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)[1].split())
        self.assertEqual(targets, set(re.findall(r"^([\w-]+):(?!=)", text, re.MULTILINE)))
        said = subprocess.run(["make", "--silent", "-C", ROOT, "help"], capture_output=True, text=True, check=True).stdout
        self.assertEqual(targets, set(re.findall(r"^  make (\S+) ", said, re.MULTILINE)))


if __name__ == "__main__":
    unittest.main()
