"""The words of the project: none that .ci/words.txt replaces is left, and .ci/words sees one that comes."""
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDS = ROOT / ".ci/words"


def run(*arguments):
    return subprocess.run([WORDS, *arguments], capture_output=True, text=True)


class Words(unittest.TestCase):
    def check(self, text, name="Sources/M/One.swift"):
        """What is said of one line of a file."""
        with tempfile.TemporaryDirectory() as root:
            for path, content in {".ci/words.txt": (ROOT / ".ci/words.txt").read_text(), name: text}.items():
                (pathlib.Path(root) / path).parent.mkdir(parents=True, exist_ok=True)
                (pathlib.Path(root) / path).write_text(content + "\n")
            result = run("--root", root)
            self.assertEqual(result.returncode, 0 if result.stdout.startswith("None") else 1)
            return result.stdout.strip()

    fine = "None of the words to avoid is left."

    def test_repository(self):
        result = run()
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_word_in_a_comment(self):
        self.assertEqual(self.check("// a blank"), "Sources/M/One.swift:1: 'blank'; say 'space, whitespace'")

    def test_word_in_a_name(self):
        self.assertIn("'Blank'", self.check("func isBlank(_ byte: UInt8) -> Bool"))
        self.assertIn("'weight'", self.check("let lowest_weight = 1"))

    def test_phrase(self):
        self.assertIn("say '`nil` if'", self.check("/// The name; nothing where it has none."))
        self.assertIn("say '`nil` if'", self.check("/// The name; `nil` where it has none."))

    def test_what_may_stand(self):
        self.assertEqual(self.check('// blank lines, "blanks", `cell-blanks-added`, a translation that is behind'), self.fine)

    def test_table_of_words(self):
        self.assertEqual(self.check("| fix | mend |", "CONTRIBUTING.md"), self.fine)
        self.assertIn("'mend'", self.check("Never mend.", "CONTRIBUTING.md"))


if __name__ == "__main__":
    unittest.main()
