"""Valid HTML, as the Nu Html Checker judges it, and links that lead somewhere, as lychee does."""
import collections
import pathlib
import tempfile
import unittest

import checkers
import website
from cases import SiteCase


class Validity:
    def test_the_checker_finds_no_error(self):
        pages = self.site.sample(1000) + self.site.kinds["redirect"]
        errors = checkers.nu(self.site.folder / page for page in pages)
        kinds = collections.Counter(what.partition(" ")[2] for _, what in errors)
        self.assertFalse(errors, f"{len(errors)} errors (DOCGEN_SEED={website.SEED}): {kinds.most_common(10)}\n"
                         + "\n".join(" ".join(error) for error in errors[:20]))

    def test_no_link_leads_nowhere(self):
        broken = checkers.broken_links(self.site)
        self.assertFalse(broken, f"{len(broken)} broken links:\n" + "\n".join(": ".join(link) for link in broken[:20]))


class ValidityOfTheExamples(Validity, SiteCase):
    make = staticmethod(website.examples)


class ValidityOfTheVariant(Validity, SiteCase):
    make = staticmethod(website.variant)


class ValidityOfTheCorpus(Validity, SiteCase):
    make = staticmethod(website.corpus)


class Checkers(unittest.TestCase):
    """That the judges judge."""

    PAGE = "<!doctype html><html lang=en><title>A page</title>"

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def write(self, name, text):
        (self.folder / name).write_text(self.PAGE + text)
        return self.folder / name

    def test_sees_an_error(self):
        good = self.write("good.html", "<p>text")
        bad = self.write("bad.html", "<p><div></p><p id='a b'>")
        self.assertEqual({file for file, _ in checkers.nu([good, bad])}, {str(bad)})

    def test_sees_broken_links(self):
        good = ["b.html", "b.html#here", "#top", "b.html#here:~:text=some", "https://docs.example.org/api/b.html#here",
                "https://elsewhere.example.org/x", "/api/b.html"]
        bad = ["b.html#nowhere", "c.html", "B.html", "b.html#nowhere:~:text=some", "../c.html", "/b.html",
               "https://docs.example.org/api/c.html", "https://docs.example.org/b.html", "#nowhere", "b"]
        self.write("b.html", "<p id=here><a href='b.html'>b</a>")
        for links, expected in ((good, 0), (bad, len(bad))):
            self.write("a.html", "".join(f"<a href='{link}'>a</a>" for link in links))
            broken = checkers.broken_links(website.Site(self.folder, "https://docs.example.org/api/"))
            self.assertEqual(len(broken), expected, broken)


if __name__ == "__main__":
    unittest.main()
