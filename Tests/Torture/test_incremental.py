"""What is kept from one run to the next changes nothing: after any edits, a build and a lint write what they write from
nothing, byte for byte, and in the language and format that was asked for.

DOCGEN_TORTURE=long makes 1,000 sequences of edits, else it is 40; DOCGEN_SEED chooses them. Pages of DOCGEN_CORPUS, a
folder of trees that each hold a folder for each locale, are edited among others."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from projects import DOCGEN, IS_LONG, files, need_docgen

EDITS = int(os.environ.get("DOCGEN_SEQUENCES") or (1000 if IS_LONG else 40))
CORPUS = os.environ.get("DOCGEN_CORPUS")
# How many pages are taken of each tree, and how large they are at most.
TREE_PAGES, PAGE_SIZE = 6, 60_000
CONFIGURATION = """title: {{en: Things {number}, de: Dinge}}
source-locale: en
url-style: {style}
dialect: [{dialect}]
links:
- prefix: /old/
  to: /
lint: {{rules: {{missing-translation: "{severity}"}}}}
"""
PAGE = """---
title: {name} {kind}
description: About {name}, number {number}.
{keys}---
# {name} {kind}

{prose}

## Syntax

```cpp
{kind} {name} : Base{number};
```

## Members

- [{name}.Run](run{number}.md)
- [Base](../part{number}/thing{number}.md#members) and [a file](notes.zip), ![image](image.png)

[!INCLUDE [shared](../shared/part.md)]

## Requirements

| Requirement | Value |
|---|---|
| Header | {header} |
"""


def setUpModule():
    need_docgen()


class Project:
    """A project that changes at random."""

    def __init__(self, root, chance):
        self.root, self.chance = root, chance
        self.locales = ["en", "de"]
        for locale in self.locales:
            for number in range(12):
                self.write_page(locale, number)
        if CORPUS:
            self.add_trees(pathlib.Path(CORPUS))
        self.change_dialect()
        self.configure()

    def add_trees(self, corpus):
        """Adds pages of real trees, those in another language as the translation."""
        trees = [corpus] if (corpus / "en").is_dir() else sorted(path for path in corpus.iterdir() if path.is_dir())
        for tree in trees:
            others = sorted(path for path in tree.iterdir() if path.is_dir() and path.name != "en")
            other = tree / "de" if tree / "de" in others else others[0]
            names = sorted(path.relative_to(other) for path in other.rglob("*.md")
                           if path.stat().st_size < PAGE_SIZE and (tree / "en" / path.relative_to(other)).exists())
            for name in self.chance.sample(names, min(TREE_PAGES, len(names))):
                for locale, source in (("en", tree / "en"), ("de", other)):
                    self.write(f"content/{locale}/{tree.name}/{name}", (source / name).read_bytes())

    def write(self, path, content):
        path = self.root / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def page_path(self, locale, number):
        name = f"run{number}.md" if number % 3 == 0 else f"thing{number}.md"
        return f"content/{locale}/part{number % 4}/{name}"

    def write_page(self, locale=None, number=None):
        locale = locale or self.chance.choice(self.locales)
        number = self.chance.randrange(16) if number is None else number
        name = f"CThing{number % 5}.Run" if number % 3 == 0 else f"CThing{number}"
        header = f"thing{number}. h" if locale == "de" and self.chance.random() < 0.5 else f"thing{number}.h"
        keys = self.chance.choice(["", "", "", "draft: true\n", "robots: noindex\n", "redirect_url: thing1\n",
                                   f"api_name: {name}\n", "ms.topic: reference\n"])
        self.write(self.page_path(locale, number), PAGE.format(
            name=name, number=self.chance.randrange(4), header=header, keys=keys,
            kind=self.chance.choice(["class", "class", "structure", "method", ""]),
            prose=self.chance.choice(["Short.", "Some words that are searched for. " * 5, "<b>Raw</b> `code`"])))

    def any_page(self):
        pages = sorted(path for path in (self.root / "content").rglob("*.md"))
        return self.chance.choice(pages) if pages else None

    def edit_body(self):
        if page := self.any_page():
            page.write_bytes(page.read_bytes() + f"\nMore text {self.chance.random()}.\n".encode())

    def cut_line(self):
        """Any line may go: a heading, an entry, the end of the front matter."""
        if page := self.any_page():
            lines = page.read_bytes().splitlines(keepends=True)
            if lines:
                del lines[self.chance.randrange(len(lines))]
            page.write_bytes(b"".join(lines))

    def edit_in_place(self):
        """The size stays, and so does the time, as far as a program can set it."""
        if page := self.any_page():
            status = page.stat()
            content = bytearray(page.read_bytes())
            content[-2:-1] = bytes([self.chance.choice(b"abcdefgh")])
            page.write_bytes(content)
            os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))

    def touch(self):
        if page := self.any_page():
            page.touch()

    def remove_page(self):
        if page := self.any_page():
            page.unlink()

    def rename_page(self):
        if page := self.any_page():
            page.rename(page.with_name(f"renamed{self.chance.randrange(5)}.md"))

    def move_folder(self):
        folders = sorted(path for path in (self.root / "content").glob("*/part*"))
        if folders:
            folder = self.chance.choice(folders)
            target = folder.with_name(f"part{self.chance.randrange(6)}")
            if not target.exists():
                folder.rename(target)

    def change_locales(self):
        if "fr" in self.locales:
            self.locales.remove("fr")
            shutil.rmtree(self.root / "content/fr", ignore_errors=True)
        else:
            self.locales.append("fr")
            self.write_page("fr", 1)

    def configure(self):
        self.write("site/config.yml", CONFIGURATION.format(
            number=self.chance.randrange(3), style=self.chance.choice(["page.html", "page/"]),
            dialect=self.chance.choice(["learn", "own"]), severity=self.chance.choice(["off", "note"])))

    def change_words(self):
        self.write("locales/de/interface.yml", f"navigation: Inhalt {self.chance.randrange(3)}\n")

    def change_dialect(self):
        self.write("site/dialects/own.yml", f"title: Own {self.chance.randrange(3)}\nextends: [learn]\n")

    def change_theme(self):
        self.write("site/templates/footer.mustache", f"<footer>{self.chance.randrange(3)}</footer>\n")

    def change_files(self):
        name = self.chance.choice(["image.png", "notes.zip", "toc.yml", "../shared/part.md"])
        folder = f"content/{self.chance.choice(self.locales)}/part{self.chance.randrange(4)}/"
        content = b"content %d" % self.chance.randrange(9)
        if name == "toc.yml":
            content = b"- name: Thing %d\n  href: thing%d.md\n" % (self.chance.randrange(9), self.chance.randrange(9))
        self.write(folder + name, content)

    def change_redirects(self):
        self.write("site/redirects.yml", f"old/{self.chance.randrange(3)}: part1/thing1\n")

    def add_swap_file(self):
        self.write(f"content/en/part1/.thing{self.chance.randrange(2)}.md.swp", b"an editor's")

    def link(self):
        path = self.root / f"content/en/part{self.chance.randrange(4)}/link{self.chance.randrange(2)}.md"
        if path.is_symlink():
            path.unlink()
        elif path.parent.is_dir():
            path.symlink_to(self.chance.choice(["../part1/thing1.md", "thing5.md", "/etc/hostname"]))

    def edit(self):
        often = [self.edit_body, self.write_page, self.edit_in_place]
        seldom = [self.touch, self.cut_line, self.remove_page, self.rename_page, self.move_folder, self.change_locales, self.configure,
                  self.change_words, self.change_dialect, self.change_theme, self.change_files, self.change_redirects,
                  self.add_swap_file, self.link]
        edit = self.chance.choice(often if self.chance.random() < 0.5 else seldom)
        edit()
        return edit.__name__


class IncrementalTests(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="docgen-test-")))
        self.chance = random.Random(int(os.environ.get("DOCGEN_SEED", "7")))
        self.project = Project(self.folder / "project", self.chance)
        self.trust = self.chance.choice(["times", "contents"])
        # How many builds made a site.
        self.built = 0

    def run_docgen(self, *arguments, **environment):
        result = subprocess.run(
            [DOCGEN, *map(str, arguments)], capture_output=True, text=True, errors="replace", cwd=self.project.root,
            env={"PATH": os.environ["PATH"], **environment})
        return result.returncode, result.stdout, result.stderr

    def build(self, trust):
        return self.run_docgen("build", "--trust", trust, "-j", self.chance.choice([1, 4]))

    def check_build(self, edits, expected=(0, 2)):
        # What is kept by one way is not used by the other.
        if self.chance.random() < 0.1:
            self.trust = self.chance.choice(["times", "contents"])
        trust = self.trust
        status, _, messages = self.build(trust)
        self.built += status == 0
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        clean = self.run_docgen("build", "--no-cache", "-o", self.folder / "clean")
        self.assertEqual((status, messages), (clean[0], clean[2].replace(str(self.folder / "clean"), "public")), edits)
        self.assertIn(status, expected, messages)
        if status == 0:
            found, wanted = files(self.project.root / "public"), files(self.folder / "clean")
            self.assertEqual(sorted(found), sorted(wanted), edits)
            different = [path for path in wanted if found[path] != wanted[path]]
            self.assertEqual(different, [], edits)
        # The same again is as it was, and nothing is written.
        before = self.times()
        self.assertEqual(self.build(trust), (status, "", messages))
        if status == 0:
            self.assertEqual(self.times(), before, edits)

    def check_lint(self, edits):
        form = self.chance.choice(["text", "json", "sarif"])
        for _ in range(2):
            self.assertEqual(self.run_docgen("lint", "--format", form, "--trust", "times"),
                             self.run_docgen("lint", "--format", form, "--no-cache"), edits)

    def times(self):
        site = self.project.root / "public"
        return {path: os.stat(path).st_mtime_ns for path in site.rglob("*")} if site.exists() else {}

    def disturb(self):
        """Damages what is kept, or kills a build; what it says may be wrong, what the next one makes may not."""
        kept = sorted(path for path in (self.project.root / ".docgen").glob("*-*") if path.stat().st_size)
        if kept and self.chance.random() < 0.5:
            path = self.chance.choice(kept)
            content = bytearray(path.read_bytes())
            for _ in range(self.chance.choice([1, 30, 300])):
                content[self.chance.randrange(len(content))] ^= self.chance.randrange(1, 256)
            if self.chance.random() < 0.2:
                del content[self.chance.randrange(len(content)):]
            path.write_bytes(content)
        else:
            command = self.chance.choice([["build"], ["build"], ["lint", "--format", "json"]])
            process = subprocess.Popen([DOCGEN, *command], cwd=self.project.root, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            time.sleep(self.chance.random() * 0.3)
            process.send_signal(signal.SIGKILL)
            process.wait()

    def test_is_the_same_as_from_nothing(self):
        edits = []
        for number in range(EDITS):
            edits.append([self.project.edit() for _ in range(self.chance.choice([0, 1, 1, 1, 3]))])
            if self.chance.random() < 0.1:
                edits[-1].append("disturb")
                self.disturb()
            # Long enough for times to be trusted.
            if number % 8 == 0:
                time.sleep(2.2)
            self.check_build(edits[-6:])
            if number % 2 == 0:
                self.check_lint(edits[-6:])
        self.assertGreater(self.built, EDITS * 3 // 4)

    def test_takes_over_what_others_changed_in_the_site(self):
        self.check_build([], expected=(0,))
        page = next((self.project.root / "public/en").rglob("*.html"))
        page.write_text("changed by somebody")
        self.check_build(["site"])
        page.unlink()
        self.check_build(["site"])

    def test_makes_only_the_page_that_changed(self):
        self.check_build([], expected=(0,))
        before = self.times()
        self.project.write("content/de/part1/thing1.md", (
            self.project.root / "content/de/part1/thing1.md").read_text() + "\nMore.\n")
        self.check_build(["a page"])
        twins = {path.name for path, time in self.times().items() if path.suffix == ".md" and before.get(path) != time}
        self.assertEqual(twins, {"thing1.md"})


if __name__ == "__main__":
    unittest.main()
