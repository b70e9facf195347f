"""The layers inside the modules: that of the sources as they are, and that .ci/layers sees what breaks them."""
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LAYERS = ROOT / ".ci/layers"


def run(*arguments):
    return subprocess.run([LAYERS, *arguments], capture_output=True, text=True)


class Layers(unittest.TestCase):
    def check(self, order, **files):
        """What is said of a module `M` with a file in each folder."""
        with tempfile.TemporaryDirectory() as root:
            (pathlib.Path(root) / ".ci").mkdir()
            (pathlib.Path(root) / ".ci/layers.txt").write_text(f"M: {order}\n")
            for folder, text in files.items():
                path = pathlib.Path(root) / "Sources/M" / folder.replace("_", "/") / f"{folder}.swift"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            result = run("--root", root)
            self.assertEqual(result.returncode, 0 if result.stdout.startswith("The folders") else 1)
            return result.stdout.strip()

    fine = "The folders of 1 modules use what lies below them."

    def test_sources(self):
        result = run()
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_use_of_a_lower_folder(self):
        self.assertEqual(self.check("A < B", A="struct One {}", B="let one = One()"), self.fine)

    def test_use_of_a_type(self):
        said = self.check("A < B", A="struct One { var two: Two? }", B="struct Two { var one: One }")
        self.assertEqual(said, "M/A uses B: Two in A.swift\nM: a circle of A, B")

    def test_use_within_a_level(self):
        self.assertEqual(self.check("A B", A="struct One {}", B="let one = One()"), "M/B uses A: One in B.swift")

    def test_use_of_a_member_of_an_extension(self):
        said = self.check("A < B", A="struct One { func run() { turn() } }", B="extension One { func turn() {} }")
        self.assertIn("M/A uses B: turn in A.swift", said)

    def test_use_of_a_method_that_its_label_tells(self):
        a = "struct One { func turn(by: Int) {}; func run() { turn(to: 1); turn(by: 1) } }"
        self.assertEqual(self.check("A < B", A=a, B="extension One { func turned(to: Int) {} }"), self.fine)
        self.assertIn("M/A uses B: turn in A.swift", self.check(
            "A < B", A="struct One { func run() { turn(to: 1) } }", A_X="struct Two { func turn(by: Int) {} }",
            B="extension One { func turn(to place: Int) {} }"))

    def test_use_of_a_function(self):
        self.assertIn("M/A uses B: turned in A.swift", self.check("A < B", A="let a = turned(1)", B="func turned(_ a: Int) {}"))

    def test_use_in_a_string(self):
        self.assertIn("M/A uses B: Two in A.swift", self.check("A < B", A='let a = "\\(Two())"', B="struct Two {}"))

    def test_words_that_are_no_use(self):
        text = '// Two\n/* Two /* Two */ Two */ let a = "Two" + #"\\(Two)"# + """\n  Two\n  """'
        self.assertEqual(self.check("A < B", A=text, B="struct Two {}"), self.fine)

    def test_name_of_its_own(self):
        text = "struct One { private enum Two {}; let two = Two.self }"
        self.assertEqual(self.check("A < B", A=text, B="struct Two {}"), self.fine)

    def test_circle_inside_of_a_folder(self):
        said = self.check("A", A_X="struct One { var two: Two? }", A_Y="struct Two { var one: One }")
        self.assertEqual(said, "M: a circle of A/X, A/Y")

    def test_folder_that_is_not_listed(self):
        self.assertEqual(self.check("A", A="", B=""), "M/B: not in .ci/layers.txt")

    def test_folder_that_is_gone(self):
        self.assertEqual(self.check("A < B", A=""), "M/B: there is no such folder")


if __name__ == "__main__":
    unittest.main()
