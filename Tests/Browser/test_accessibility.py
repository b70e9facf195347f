"""Accessibility: WCAG 2.2 AA as axe judges it, and what it cannot judge: that all is reached by keyboard, and seen."""
import pathlib
import tempfile
import unittest

import checkers
import website
from browser import Browser
from cases import DESKTOP, PHONE, BrowserCase

# Where the keyboard is: a name for it, and how the place is marked.
FOCUS = """(() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  const top = document.elementFromPoint(
      Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1), Math.min(box.y + box.height / 2, innerHeight - 1));
  return {
    name: element.outerHTML.slice(0, 120),
    isBody: element === document.body,
    isMarked: element.tabIndex >= 0 && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    isSeen: box.bottom > 0 && box.top < innerHeight && (element.contains(top) || top?.contains(element)),
  };
})()"""


class Accessibility:
    """What axe says of pages drawn by lot, in light and dark, on a desktop and a phone."""

    def test_axe_finds_no_violation(self):
        checkers.axe_script()

        def look(page):
            for screen in (DESKTOP, PHONE):
                for is_dark in (False, True):
                    page.look(**screen, is_dark=is_dark)
                    # Dark differs in its colours alone.
                    for violation in checkers.axe(page, colors_only=is_dark):
                        yield f"{screen['width']} px, {'dark' if is_dark else 'light'}: {violation}"

        self.visit(self.site.sample(self.count), look)


class AccessibilityOfTheExamples(Accessibility, BrowserCase):
    make, count = staticmethod(website.examples), 24

    def test_axe_finds_no_violation_in_what_is_opened(self):
        page = self.open("de/HyperV_v2/cim-job-killjob.html")
        steps = ["document.querySelector('.languages').open = true", "document.querySelector('.status').open = true",
                 "document.querySelector('.compare').click()", "document.querySelector('[data-tree] button').click()",
                 "document.querySelector('.find').click()"]
        shown = ["true", "true", "document.querySelector('.pair')", "document.querySelector('.nav-tree')",
                 "document.querySelector('dialog[open] input[placeholder]')"]
        for step, condition in zip(steps, shown):
            page.eval(step + "; 0")
            page.until(f"!!{condition}")
            for is_dark in (False, True):
                page.look(is_dark=is_dark)
                self.assertEqual(checkers.axe(page), [], step)

    def test_the_keyboard_reaches_all_and_shows_where_it_is(self):
        for path in ("de/HyperV_v2/cim-job-killjob.html", "en/guide/index.html", "fr/api-names/index.html"):
            for screen in (DESKTOP, PHONE):
                page = self.open(path, **screen)
                wanted = page.eval("""[...document.querySelectorAll('a[href], button, select, summary')]
                    .filter((element) => element.checkVisibility({ contentVisibilityAuto: true })).length""")
                reached = 0
                for _ in range(wanted + 20):
                    page.press("Tab")
                    focus = page.eval(FOCUS)
                    if focus["isBody"]:
                        break
                    reached += 1
                    self.assertTrue(focus["isMarked"], f"no mark of focus, {path}, {screen}: {focus['name']}")
                    self.assertTrue(focus["isSeen"], f"hidden or covered, {path}, {screen}: {focus['name']}")
                self.assertGreaterEqual(reached, wanted, f"{path}, {screen}")

    def test_the_first_key_skips_to_the_content(self):
        page = self.open("fr/HyperV_v2/cim-job-killjob.html")
        page.press("Tab")
        self.assertEqual(page.eval("document.activeElement.className"), "skip")
        self.assertGreaterEqual(page.eval("document.activeElement.getBoundingClientRect().top"), 0, "it is seen")
        page.press("Enter")
        page.until("document.activeElement.id === 'main'")
        page.press("Tab")
        self.assertTrue(page.eval("document.getElementById('main').contains(document.activeElement)"))

    def test_escape_closes_the_list_of_languages(self):
        page = self.open("en/guide/index.html")
        page.eval("document.querySelector('.languages summary').focus()")
        page.press("Enter")
        page.until("document.querySelector('.languages').open")
        page.press("Tab")
        self.assertEqual(page.eval("document.activeElement.hreflang"), "en")
        page.press("Escape")
        self.assertFalse(page.eval("document.querySelector('.languages').open"))
        self.assertEqual(page.eval("document.activeElement.localName"), "summary", "the focus is where it was")

    def test_the_tree_of_a_section_is_worked_by_keyboard(self):
        page = self.open("en/HyperV_v2/cim-job-killjob.html")
        page.eval("document.querySelector('[data-tree] button').focus()")
        page.press("Enter")
        page.until("!!document.querySelector('.nav-tree')")
        self.assertEqual(page.eval("document.activeElement.getAttribute('aria-current')"), "page")
        self.assertTrue(page.eval(FOCUS)["isSeen"])
        page.eval("document.querySelector('.nav-tree button[aria-expanded=false]').focus()")
        page.press("Enter")
        self.assertEqual(page.eval("document.activeElement.ariaExpanded"), "true")


class AccessibilityOfTheVariant(Accessibility, BrowserCase):
    make, count = staticmethod(website.variant), 0


class AccessibilityOfTheCorpus(Accessibility, BrowserCase):
    make, count = staticmethod(website.corpus), 60


class Axe(unittest.TestCase):
    """That the judge judges."""

    def test_sees_what_is_wrong(self):
        checkers.axe_script()
        with tempfile.TemporaryDirectory() as folder, Browser() as browser:
            file = pathlib.Path(folder, "page.html")
            file.write_text("<!doctype html><html lang=en><title>A</title><p style='color: #ccc; background: #fff'>Pale"
                            "<a href='#x'></a><img src='data:,'>")
            rules = {violation.split()[0] for violation in checkers.axe(browser.open(file.as_uri()))}
        self.assertEqual(rules, {"color-contrast", "link-name", "image-alt"})


if __name__ == "__main__":
    unittest.main()
