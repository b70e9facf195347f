"""The shell steps of the GitHub Action, of the GitLab template and of the files that 'docgen init' writes."""
import hashlib
import json
import re
import unittest

from workplace import ROOT, Workplace, commands, damaged_project, steps


class Action(unittest.TestCase):
    def run_action(self, place, **inputs):
        """Runs the steps of action.yml as a runner does, but those of other actions; returns the last status and text."""
        text = (ROOT / "action.yml").read_text()
        # 'key:' with its default some lines below.
        declared = dict(re.findall(r"^  ([\w-]+):\n(?:    .*\n)*?    default: (.*)$", text, re.MULTILINE))
        values = {f"inputs.{key}": value.strip('"') for key, value in declared.items()}
        values |= {f"inputs.{key}": value for key, value in inputs.items()}
        values["github.event.pull_request.html_url"] = "https://example.com/pull/1"
        said = ""
        for step in steps(text):
            if "run" not in step or step.get("if") and "comment" in step["if"] and inputs.get("comment") != "true":
                continue
            values |= {f"steps.lint.outputs.{key}": value for key, value in place.outputs().items()}
            fill = lambda value: re.sub(r"\$\{\{ (.*?) \}\}", lambda match: values.get(match[1], ""), value)
            variables = {key: fill(value) for key, value in step["env"].items()}
            run = place.run(step["run"], GITHUB_ACTION_PATH=str(ROOT), **variables)
            said += run.stdout + run.stderr
            if run.returncode != 0:
                return run.returncode, said
        return 0, said

    def test_findings(self):
        place = Workplace(self, has_docgen=False)
        damaged_project(place)
        status, said = self.run_action(place, archive=str(place.archive()), sarif="true", comment="true")
        self.assertEqual(status, 1, said)
        self.assertRegex(said, r"::error .*file=content/de/run.md.*Run\.dll")
        sarif = json.loads((place.temporary / "docgen.sarif").read_text())
        self.assertEqual(len(sarif["runs"][0]["results"]), 1)
        self.assertIn("content/de/run.md", (place.temporary / "GITHUB_STEP_SUMMARY").read_text())
        asked = (place.temporary / "gh.txt").read_text().split("\n")
        self.assertEqual(asked[:3], ["pr", "comment", "https://example.com/pull/1"])
        self.assertIn("content/de/run.md", (place.temporary / "docgen-summary.md").read_text())

    def test_paths_and_arguments(self):
        place = Workplace(self)
        damaged_project(place)
        self.assertEqual(self.run_action(place, paths="content/en/run.md")[0], 1)
        self.assertEqual(self.run_action(place, arguments="--ignore\nmismatched-requirement\n")[0], 0)
        status, said = self.run_action(place, arguments="--weather")
        self.assertEqual(status, 2, said)

    def test_archives(self):
        place = Workplace(self, has_docgen=False)
        damaged_project(place)
        archive = place.archive()
        sha256 = hashlib.sha256(archive.read_bytes()).hexdigest()
        address = archive.as_uri()
        self.assertEqual(self.run_action(place, archive=address, sha256=sha256)[0], 1)
        # The archive that was kept is taken again, and another is not.
        archive.rename(archive.with_suffix(".gone"))
        self.assertEqual(self.run_action(place, archive=address, sha256=sha256)[0], 1)
        status, said = self.run_action(place, archive=address)
        self.assertEqual((status, "cannot be fetched" in said), (2, True), said)
        archive.with_suffix(".gone").rename(archive)
        status, said = self.run_action(place, archive=address, sha256="0" * 64)
        self.assertEqual((status, "another checksum" in said), (2, True), said)

    def test_missing_program(self):
        place = Workplace(self, has_docgen=False)
        status, said = self.run_action(place)
        self.assertEqual((status, "say by 'archive'" in said), (2, True), said)


class GitLab(unittest.TestCase):
    def test_template(self):
        text = (ROOT / ".ci/templates/gitlab.yml").read_text()
        for has_sum in (True, False):
            place = Workplace(self, has_docgen=False)
            damaged_project(place)
            archive = place.archive()
            variables = {"DOCGEN_URL": archive.as_uri(), "DOCGEN_ARGUMENTS": "--fail-on error"}
            if has_sum:
                variables["DOCGEN_SHA256"] = hashlib.sha256(archive.read_bytes()).hexdigest()
            before = "\n".join(commands(text, ".docgen", "before_script"))
            run = place.run(before + "\n" + "\n".join(commands(text, "docgen-lint", "script")), **variables)
            self.assertEqual(run.returncode, 1, run.stderr)
            self.assertIn("content/de/run.md:12:9: error[mismatched-requirement]", run.stdout)
            found = json.loads((place.project / "findings.json").read_text())
            self.assertEqual([item["location"]["path"] for item in found], ["content/de/run.md"])
            run = place.run(before + "\n" + "\n".join(commands(text, "pages", "script")), **variables)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertTrue((place.project / "public/index.html").exists())

    def test_wrong_checksum(self):
        text = (ROOT / ".ci/templates/gitlab.yml").read_text()
        place = Workplace(self, has_docgen=False)
        run = place.run("\n".join(commands(text, ".docgen", "before_script")),
                        DOCGEN_URL=place.archive().as_uri(), DOCGEN_SHA256="0" * 64)
        self.assertNotEqual(run.returncode, 0)
        self.assertFalse((place.home / ".local/bin/docgen").exists())


class Setup(unittest.TestCase):
    def test_github(self):
        place = Workplace(self)
        self.assertEqual(place.run("docgen init --locale de --ci github").returncode, 0)
        (place.programs / "docgen").unlink()
        found = [step for step in steps((place.project / ".github/workflows/docgen.yml").read_text()) if "run" in step]
        self.assertEqual(len(found), 3)
        for step in found:
            run = place.run(step["run"], shell=("bash", "-e"), DOCGEN_URL=place.archive().as_uri())
            self.assertEqual(run.returncode, 0, run.stderr)
        self.assertTrue((place.project / "public/index.html").exists())

    def test_gitlab(self):
        place = Workplace(self)
        self.assertEqual(place.run("docgen init --locale de --ci gitlab").returncode, 0)
        (place.programs / "docgen").unlink()
        text = (place.project / ".gitlab-ci.yml").read_text()
        lines = commands(text, "documentation", "before_script") + commands(text, "documentation", "script")
        self.assertEqual(len(lines), 4)
        # The one folder that is not the project's own.
        script = "\n".join(lines).replace("/usr/local", str(place.home))
        run = place.run(f'PATH="{place.home}/bin:$PATH"\n{script}', DOCGEN_URL=place.archive().as_uri())
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertTrue((place.project / "public/index.html").exists())
        self.assertEqual(json.loads((place.project / "findings.json").read_text()), [])


if __name__ == "__main__":
    unittest.main()
