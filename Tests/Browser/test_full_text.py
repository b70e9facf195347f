"""The full text of a built site in a real browser, with the program that indexes it, where that is at hand."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import website
from browser import CHROMIUM, Browser
from test_search import Search

# The tools of the tests, where they were installed apart from what else is on PATH.
TOOLS = os.environ.get("DOCGEN_BROWSER_TOOLS")
ENVIRONMENT = dict(os.environ, PATH=os.pathsep.join(
    ([TOOLS + "/bin"] if TOOLS else []) + [os.path.dirname(sys.executable), os.environ["PATH"]]))
IN_TEXT = "[...document.querySelectorAll('.search [role=listbox] [role=group] [role=option]')]"

PAGES = {
    "en/index.md": "---\ntitle: Animals\n---\n# Animals\n\nAll of them.\n",
    "en/sleep.md": "---\ntitle: Sleep\n---\n# Sleep\n\nQuokkas sleep & dream in the <b>shade</b> of `Create_Tree`.\n",
    "en/only.md": "---\ntitle: Only here\n---\n# Only here\n\nQuokkas are not translated.\n",
    "de/index.md": "---\ntitle: Tiere\n---\n# Tiere\n\nAlle.\n",
    "de/sleep.md": "---\ntitle: Schlaf\n---\n# Schlaf\n\nDie Häuser der Quokkas stehen im Schatten.\n",
    "fr/sleep.md": "---\ntitle: Sommeil\n---\n# Sommeil\n\nLes quokkas dorment à l’ombre des forêts.\n",
}


def setUpModule():
    if not CHROMIUM:
        raise unittest.SkipTest("no Chromium here: install the package 'chromium' or set DOCGEN_CHROMIUM")
    if not pathlib.Path(website.DOCGEN).exists():
        raise unittest.SkipTest(f"no docgen here: 'make docgen' builds {website.DOCGEN}")
    calls = (["pagefind"], ["python3", "-m", "pagefind"])
    if not any(shutil.which(call[0], path=ENVIRONMENT["PATH"]) and subprocess.run(
            call + ["--version"], env=ENVIRONMENT, capture_output=True, check=False).returncode == 0 for call in calls):
        raise unittest.SkipTest("no Pagefind here: pip install 'pagefind[bin]'")


class FullText(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.project = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="docgen-site-")))
        for name, text in PAGES.items():
            page = cls.project / "content" / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        (cls.project / "site").mkdir()
        (cls.project / "site/config.yml").write_text("source-locale: en\nfull-text: pagefind\n")
        cls.folder = cls.build("public")
        # What the site asks a server for, and nothing else.
        headers = (cls.folder / "_headers").read_text()
        policy = headers.split("Content-Security-Policy: ")[1].split("\n")[0]
        cls.enterClassContext(mock.patch.object(website, "POLICY", policy))
        cls.server = cls.enterClassContext(website.Server(cls.folder))
        cls.browser = cls.enterClassContext(Browser())

    @classmethod
    def build(cls, name):
        subprocess.run(
            [website.DOCGEN, "build", "--quiet", "--config", str(cls.project / "site/config.yml"), "--output",
             str(cls.project / name)], env=ENVIRONMENT, check=True)
        return cls.project / name

    def open(self, path, base=None):
        page = self.browser.open((base or self.server.address) + path)
        self.addCleanup(page.close)
        self.addCleanup(lambda: self.assertEqual(page.problems, []))
        return Search(page)

    def titles(self, search, query):
        search.find(query)
        return search.page.eval(f"{IN_TEXT}.map((option) => option.firstChild.innerText)")

    def test_finds_words_of_the_text_in_the_language_of_the_page(self):
        for locale, query, title, marked in (
                ("en", "quokka", "Sleep", "Quokkas"), ("en", "sleeping", "Sleep", "sleep"),
                ("de", "Quokkas", "Schlaf", "Quokkas"), ("de", "Haus", "Schlaf", "Häuser"),
                ("fr", "forêt", "Sommeil", "forêts."), ("fr", "foret", "Sommeil", "forêts.")):
            with self.subTest(locale=locale, query=query):
                search = self.open(f"{locale}/index.html").open()
                self.assertIn(title, self.titles(search, query))
                self.assertIn(marked, search.page.eval(
                    "[...document.querySelectorAll('.search [role=listbox] mark')].map((mark) => mark.textContent)"))

    def test_leaves_out_pages_in_another_language(self):
        self.assertEqual(sorted(self.titles(self.open("en/index.html").open(), "quokkas")), ["Only here", "Sleep"])
        self.assertEqual(self.titles(self.open("de/index.html").open(), "quokkas"), ["Schlaf"])

    def test_stands_below_the_names_and_leads_to_the_page(self):
        search = self.open("de/index.html").open()
        self.assertEqual([title for _, title in search.find("Schlaf")], ["Schlaf"], "each page once")
        self.titles(search, "Schatten")
        page = search.page
        self.assertEqual(page.eval("document.querySelector('.search [role=listbox] [role=group]').ariaLabel"), "Im Text")
        self.assertEqual(page.eval("document.querySelector('dialog.search [role=status]').textContent"), "Treffer: 1")
        page.is_loaded = False
        page.press("Enter")
        page.browser.wait(lambda: page.is_loaded, "the page of the result")
        self.assertTrue(page.eval("location.pathname").endswith("/de/sleep.html"))

    def test_shows_text_as_text(self):
        search = self.open("en/index.html").open()
        self.titles(search, "shade")
        excerpt = search.page.eval(f"{IN_TEXT}[0].querySelector('small').textContent")
        self.assertIn("sleep & dream in the shade of Create_Tree", excerpt)

    def test_loads_nothing_before_it_is_asked(self):
        search = self.open("en/index.html")
        self.server.sent.clear()
        search.open().find("qu")
        self.assertEqual([path for path in self.server.sent if "pagefind" in path], [])

    def test_keeps_silent_in_a_folder(self):
        search = self.open("de/index.html", base=self.folder.as_uri() + "/").open()
        self.assertEqual(self.titles(search, "Schatten"), [])
        self.assertEqual([title for _, title in search.find("Schlaf")], ["Schlaf"])

    def test_is_the_same_in_every_build(self):
        again = self.build("again")
        one, other = ({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
                      for folder in (self.folder, again))
        self.assertIn(pathlib.Path("search/text/fr/pagefind/pagefind-entry.json"), one)
        self.assertEqual(one, other)


if __name__ == "__main__":
    unittest.main()
