"""A place in which commands of texts and workflows run as people and services run them."""
import os
import pathlib
import re
import subprocess
import tarfile
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCGEN = pathlib.Path(os.environ.get("DOCGEN_BINARY") or ROOT / ".build/docgen")

# What a service has and a test must not use: each says what it was asked for.
STAND_INS = {
    "apt-get": "exit 0",
    "gh": 'printf "%s\\n" "$@" >"$RUNNER_TEMP/gh.txt"',
}


class Workplace:
    """A folder for a project, with a home and a PATH of its own, that goes away with the test."""

    def __init__(self, test, has_docgen=True):
        if not DOCGEN.exists():
            raise unittest.SkipTest(f"no docgen here: 'make docgen' builds {DOCGEN}")
        folder = tempfile.TemporaryDirectory()
        test.addCleanup(folder.cleanup)
        self.base = pathlib.Path(folder.name)
        self.project = self.base / "project"
        self.home = self.base / "home"
        self.temporary = self.base / "temporary"
        self.programs = self.base / "programs"
        for path in (self.project, self.home, self.temporary, self.programs):
            path.mkdir()
        for name, body in STAND_INS.items():
            self.program(name, body)
        if has_docgen:
            (self.programs / "docgen").symlink_to(DOCGEN.resolve())
        self.environment = {
            "HOME": str(self.home), "PATH": f"{self.programs}:/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
            "RUNNER_TEMP": str(self.temporary), "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
        }
        for name in ("GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
            path = self.temporary / name
            path.touch()
            self.environment[name] = str(path)

    def program(self, name, body):
        path = self.programs / name
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)

    def archive(self):
        """An archive as 'make dist' makes it, with the binary alone."""
        path = self.base / "docgen.tar.gz"
        with tarfile.open(path, "w:gz", compresslevel=1) as archive:
            archive.add(DOCGEN.resolve(), arcname="docgen-0-linux/bin/docgen")
        return path

    def write(self, name, text):
        path = self.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def run(self, script, shell=("bash", "-e", "-o", "pipefail"), **variables):
        """Runs lines of a shell in the project; PATH is what earlier steps made of it."""
        added = [path for path in (self.temporary / "GITHUB_PATH").read_text().split("\n") if path]
        environment = self.environment | variables
        environment["PATH"] = ":".join(reversed(added)) + ":" * bool(added) + environment["PATH"]
        return subprocess.run([*shell, "-c", script], cwd=self.project, env=environment, capture_output=True, text=True)

    def outputs(self):
        """The outputs of the steps so far."""
        text = (self.temporary / "GITHUB_OUTPUT").read_text()
        return dict(line.split("=", 1) for line in text.splitlines())


def damaged_project(place):
    """Writes a project in which one translation has a damaged file name."""
    place.write("site/config.yml", "title: T\ncontent: content\nsource-locale: en\n")
    page = "---\ntitle: Run function\n---\n# Run function\n\n{}\n\n## {}\n\n| {} | {} |\n|---|---|\n| DLL | {} |\n"
    place.write("content/en/run.md", page.format("Runs it.", "Requirements", "Requirement", "Value", "Run.dll"))
    place.write("content/de/run.md", page.format("Führt es aus.", "Anforderungen", "Anforderung", "Wert", "Lauf.dll"))


def steps(text):
    """The steps of a workflow or an action, in order, each with what it runs, its variables and its name."""
    found = []
    lines = text.splitlines()
    for number, line in enumerate(lines):
        start = re.match(r"( *)- (\w+):", line)
        if start:
            found.append({"indent": len(start[1]), "env": {}, "name": ""})
        if not found:
            continue
        key = re.match(r" *(?:- )?(name|run|uses|if): *(.*)", line)
        variable = re.match(r" +([A-Z_0-9]+): *(.*)", line)
        if key and key[1] == "run" and key[2] == "|":
            block = []
            indent = None
            for following in lines[number + 1:]:
                spaces = len(following) - len(following.lstrip())
                indent = indent or spaces
                if following.strip() and spaces < indent:
                    break
                block.append(following[indent:])
            found[-1]["run"] = "\n".join(block)
        elif key:
            value = key[2]
            found[-1][key[1]] = value[1:-1] if value[:1] == "'" == value[-1:] else value
        elif variable:
            found[-1]["env"][variable[1]] = variable[2]
    return [step for step in found if "run" in step or "uses" in step]


def commands(text, job, key):
    """The commands of a job of GitLab below 'before_script' or 'script'."""
    block = re.search(rf"^{re.escape(job)}:\n((?:[ #].*\n|\n)*)", text, re.MULTILINE)[1]
    items = re.search(rf"^  {key}:\n((?:  +[-#].*\n)*)", block, re.MULTILINE)
    return re.findall(r"^ +- (.*)$", items[1], re.MULTILINE) if items else []
