"""The languages of a site: switching, the reader's choice, and that the interface speaks the language of the page."""
import collections
import re
import unittest

import website
from cases import BrowserCase

LOCALES = sorted(folder.name for folder in (website.ROOT / "locales").iterdir())
SOURCE = "en"
# Words that a language has in common with English, by what they are for.
SAME = {
    "de": """colon direction-in direction-in-out direction-out index kind-dll kind-element kind-enumeration kind-namespace
        kind-operator kind-parameter kind-union kinds-namespace kinds-union month-4 month-8 month-9 month-11 name navigation
        number-singular optional
        parameter permalink syntax theme-system""",
    "fr": """description fix important index kind-collection kind-directive kind-dll kind-interface kind-macro kind-message
        kind-module kind-section kind-structure kind-table kind-type kind-union kinds-class kinds-collection kinds-directive
        kinds-interface kinds-macro kinds-message kinds-module kinds-pseudo-class kinds-structure kinds-table kinds-type
        kinds-union menu navigation number-of-exceptions number-of-signatures page
        page-count signature total type""",
}


def interface(locale):
    """The strings of the interface of a language. The file is a flat map."""
    strings = {}
    for line in (website.ROOT / "locales" / locale / "interface.yml").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"""([\w-]+): *(?:'((?:[^']|'')*)'|"([^"]*)"|([^#]*?))\s*(?:#.*)?$""", line):
            strings[match[1]] = next(value for value in match.groups()[1:] if value is not None).replace("''", "'")
    return strings


# What a page says in its own language, beside what its pages and names say themselves.
INTERFACE = """(() => {
  const { lang } = document.documentElement;
  const isOther = (element) => element.closest('[translate=no], script, style, kbd')
      || (element.closest('[lang]').lang || lang) !== lang;
  // Titles of pages and text of pages: not said by the interface.
  const titles = 'h1, .breadcrumbs li:not(:first-child) a, .nav-parents a, .nav-entries a, .nav-tree *, .contents li,'
      + ' .locales *, .brand, .foot, .banner, .pager a, .listing li > a, .listing li > p, .search [role=listbox] a, .search [role=listbox] small';
  const own = '.badge, .alert-title, .anchor, .code, .table-scroll, .fact-original, .facts dt, .differences, .lineage dt,'
      + ' .pager span, .kind, .copy';
  const isTitle = (element) => element.closest(own) ? !element.matches(own) : element.closest(titles)
      || element.closest('article.content');
  const said = [];
  const say = (element, text) => { if (text?.trim() && !isOther(element)) said.push(text.trim().replace(/\\s+/g, ' ')); };
  for (const element of document.querySelectorAll('body, body *')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) say(element, element.getAttribute(name));
    for (const [name, value] of Object.entries(element.dataset)) if (name !== 'language' && name !== 'tree') say(element, value);
    if (isTitle(element)) continue;
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) say(element, node.data);
  }
  for (const value of Object.values(document.querySelector('script[src]').dataset)) say(document.body, value);
  return said;
})()"""


class Words(unittest.TestCase):
    def test_every_string_is_translated(self):
        source = interface(SOURCE)
        self.assertGreater(len(source), 150)
        for locale in LOCALES:
            own = interface(locale)
            self.assertEqual(source.keys() ^ own.keys(), set(), locale)
            same = {key for key, value in own.items() if value == source[key]}
            with self.subTest(locale=locale):
                self.assertEqual(same, set(source if locale == SOURCE else SAME.get(locale, "").split()))


class Interface:
    def test_no_string_is_english(self):
        source = interface(SOURCE)
        foreign = {}
        for locale in LOCALES:
            # A word that the language has, too, for whatever, is no foreign one.
            foreign[locale] = set(source.values()) - set(interface(locale).values())

        def look(page):
            words = foreign[page.eval("document.documentElement.lang")]
            for said in page.eval(INTERFACE):
                if said.rstrip(" :0123456789") in words or any(" " in word and word in said for word in words):
                    yield f"'{said}'"

        pages = [page for page in self.site.sample(self.count) if page.split("/")[0] in LOCALES]
        self.visit([page for page in pages if not page.startswith(SOURCE + "/")], look)


class TheExamples(Interface, BrowserCase):
    make, count = staticmethod(website.examples), 60

    def test_an_english_string_is_seen(self):
        page = self.open("en/HyperV_v2/cim-job-killjob.html")
        said = collections.Counter(page.eval(INTERFACE))
        for word in ("Skip to content", "Search", "Copy", "On this page", "Method", "in", "Link to this section"):
            self.assertIn(word, said)

    def test_the_search_speaks_the_language(self):
        for locale in LOCALES:
            page = self.open(f"{locale}/guide/index.html")
            page.eval("document.querySelector('.find').click()")
            page.until("!!document.querySelector('dialog input')?.placeholder")
            # It stands there once the list of names is loaded.
            page.until("!!document.querySelector('dialog [aria-live]')?.textContent")
            words = interface(locale)
            said = page.eval(INTERFACE)
            for key in ("search-placeholder", "search-hint", "search-results", "close"):
                self.assertIn(words[key], said, locale)
            if locale != SOURCE:
                self.assertEqual(set(said) & set(interface(SOURCE).values()) - set(words.values()), set(), locale)

    def test_switching_keeps_page_and_anchor(self):
        page = self.open("en/HyperV_v2/cim-job-killjob.html#parameter-deleteonkill")
        page.click(".languages summary")
        page.follow(page.click, ".languages [hreflang=de]")
        self.assertEqual(page.eval("location.pathname + location.hash"),
                         "/de/HyperV_v2/cim-job-killjob.html#parameter-deleteonkill")
        self.assertEqual(page.eval("document.querySelector(':target').id"), "parameter-deleteonkill")
        # Also where the reader went to on the page.
        page.eval("document.querySelector('a[href=\"#requirements\"]').click()")
        page.click(".languages summary")
        page.follow(page.click, ".languages [hreflang=fr]")
        self.assertEqual(page.eval("location.pathname + location.hash"), "/fr/HyperV_v2/cim-job-killjob.html#requirements")

    def test_anchors_are_the_same_in_every_language(self):
        for page in ("HyperV_v2/cim-concretejob-requeststatechange.html", "guide/writing-a-reference-page.html"):
            # Below the title, whose anchor stands for the page.
            ids = [re.findall(r'\bid="([^"]+)"', self.site.read(f"{locale}/{page}").partition("</h1>")[2])
                   for locale in LOCALES]
            self.assertGreater(len(ids[0]), 3)
            for other in ids[1:]:
                self.assertEqual(ids[0], other)

    def preferred(self, page):
        return page.eval("[...document.querySelectorAll('.locales [aria-current=true]')].map((link) => link.hreflang)")

    def test_the_choice_is_offered_and_never_forced(self):
        page = self.open("index.html", languages="fr-CA,en")
        self.assertEqual(self.preferred(page), ["fr"], "the language of the browser")
        page.follow(page.click, ".locales [hreflang=en]")
        page.click(".languages summary")
        page.follow(page.click, ".languages [hreflang=de]")
        page.go(self.server.address + "index.html")
        self.assertEqual(page.eval("location.pathname"), "/index.html", "nobody is led elsewhere")
        self.assertEqual(self.preferred(page), ["de"], "the last choice")
        page.go(self.server.address + "en/index.html")
        self.assertEqual(page.eval("document.documentElement.lang"), "en")

    def test_no_language_is_preferred_without_reason(self):
        self.assertEqual(self.preferred(self.open("index.html", languages="ja")), [])

    def test_a_page_lies_beside_its_source(self):
        page = self.open("fr/HyperV_v2/cim-job-killjob.html")
        page.click(".compare")
        page.until("!!document.querySelector('.pair')")
        left, right = page.eval("""[0, 1].map((column) => [...document.querySelectorAll('.pair')].map(
            (pair) => [pair.children[column].lang, pair.children[column].querySelector('h2')?.innerText.trim()]))""")
        self.assertEqual({lang for lang, _ in left}, {"fr"})
        self.assertEqual({lang for lang, _ in right}, {"en"})
        self.assertIn("Paramètres", [title for _, title in left])
        at = [title for _, title in left].index("Paramètres")
        self.assertEqual(right[at][1], "Parameters")
        before = page.eval("document.querySelectorAll('[id]').length")
        self.assertEqual(before, page.eval("new Set([...document.querySelectorAll('[id]')].map((e) => e.id)).size"))
        page.click(".compare")
        self.assertFalse(page.eval("!!document.querySelector('.pair')"))


class TheVariant(BrowserCase):
    make = staticmethod(website.variant)

    def test_a_page_without_translation_is_marked(self):
        page = self.open("de/HyperV_v2/cim-job-killjob/")
        self.assertEqual(page.eval("document.documentElement.lang"), "de")
        self.assertEqual(page.eval("document.querySelector('article.content').lang"), "en")
        self.assertEqual(page.eval("document.querySelector('h1').lang"), "en")
        self.assertEqual(page.eval("document.querySelector('[role=note] p').firstChild.data.trim()"),
                         interface("de")["not-translated-notice"])
        self.assertEqual(page.eval("document.querySelector('link[rel=canonical]').href"),
                         self.site.address + "en/HyperV_v2/cim-job-killjob/")
        # The canonical address says enough.
        self.assertIsNone(page.eval("document.querySelector('meta[name=robots]')"))
        self.assertNotIn("/de/HyperV_v2/cim-job-killjob/", (self.site.folder / "de/sitemap.xml").read_text())

    def test_an_old_address_leads_to_the_page_of_its_language(self):
        page = self.browser.open(self.server.address + "fr/jobs/killjob/")
        self.addCleanup(page.close)
        page.until("location.pathname.endsWith('/fr/HyperV_v2/cim-job-killjob/')")


class TheCorpus(Interface, BrowserCase):
    make, count = staticmethod(website.corpus), 40


if __name__ == "__main__":
    unittest.main()
