"""What pages look like: on a phone, in the dark, in print."""
import unittest

import website
from cases import DESKTOP, PHONE, BrowserCase

# How far elements reach beyond the screen that are not within a box of their own that scrolls.
OVERFLOW = """(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1
      && !element.closest('pre, .table-scroll, .visually-hidden'));
  return [`${scrollWidth} px wide: ${wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))}`];
})()"""
BRIGHTNESS = """((color) => color.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765)"""


class Layout:
    def test_no_page_is_wider_than_a_screen(self):
        def look(page):
            for width in (320, 390, 768, 1280):
                page.look(width=width, height=800)
                for finding in page.eval(OVERFLOW):
                    yield f"at {width} px: {finding}"

        self.visit(self.site.sample(self.count), look)


class LayoutOfTheExamples(Layout, BrowserCase):
    make, count = staticmethod(website.examples), 20

    def brightness(self, page):
        """Of the paper and the ink, from 0 to 1."""
        return page.eval(f"['backgroundColor', 'color'].map((name) => "
                         f"{BRIGHTNESS}(getComputedStyle(document.documentElement)[name]))")

    def test_dark_follows_the_system_and_the_reader(self):
        page = self.open("de/guide/index.html", is_dark=True)
        paper, ink = self.brightness(page)
        self.assertLess(paper, 0.2)
        self.assertGreater(ink, 0.7)
        page.look()
        paper, ink = self.brightness(page)
        self.assertGreater(paper, 0.9)
        self.assertLess(ink, 0.3)
        page.eval("(() => { const select = document.querySelector('.theme select'); select.value = 'dark';"
                  " select.dispatchEvent(new Event('change')); })()")
        self.assertLess(self.brightness(page)[0], 0.2)
        page.go(self.server.address + "fr/guide/index.html")
        self.assertLess(self.brightness(page)[0], 0.2, "the choice goes along")
        self.assertEqual(page.eval("document.querySelector('.theme select').value"), "dark")

    def test_a_page_is_printed_without_what_leads_elsewhere(self):
        page = self.open("de/HyperV_v2/cim-job-killjob.html", is_dark=True)
        page.look(media="print", is_dark=True)
        visible = "[...document.querySelectorAll('.bar, nav, .pager, button, .anchor')].filter((e) => e.checkVisibility())"
        self.assertEqual(page.eval(visible + ".map((e) => e.outerHTML.slice(0, 80))"), [])
        self.assertGreater(self.brightness(page)[0], 0.9, "on white paper")
        self.assertTrue(page.eval("document.querySelector('article.content').innerText.length > 500"))
        # Nothing is cut off that a reader of paper could not scroll to.
        self.assertEqual(page.eval("""[...document.querySelectorAll('pre, .table-scroll')]
            .filter((box) => box.scrollWidth > box.clientWidth + 1).length"""), 0)

    def test_parts_are_large_enough_for_a_finger(self):
        page = self.open("de/HyperV_v2/cim-job-killjob.html", **PHONE)
        small = page.eval("""[...document.querySelectorAll('.bar a, .bar button, .bar select, .bar summary, .fold > summary, .compare')]
            .map((element) => [element.className || element.localName, element.getBoundingClientRect()])
            .filter(([, box]) => box.width < 34 || box.height < 34).map(([name, box]) => `${name} ${box.width} x ${box.height}`)""")
        self.assertEqual(small, [])

    def test_the_contents_follow_the_reading(self):
        page = self.open("en/guide/writing-a-reference-page.html", **DESKTOP)
        headings = page.eval("[...document.querySelectorAll('.contents a')].map((link) => link.hash)")
        page.eval(f"document.querySelector('{headings[2]}').scrollIntoView()")
        page.until(f"document.querySelector('.contents [aria-current]')?.hash === '{headings[2]}'")


class LayoutOfTheVariant(Layout, BrowserCase):
    make, count = staticmethod(website.variant), 0


class LayoutOfLongPages(Layout, BrowserCase):
    make, count = staticmethod(website.long_pages), 10
    BOXES = """[...document.querySelectorAll('tbody tr')].slice(0, 9)
        .map((row) => [...row.cells].map((cell) => cell.getBoundingClientRect().top))"""

    def test_two_columns_stand_one_below_the_other_on_a_phone(self):
        page = self.open("en/tables.html", **PHONE)
        for name, text in page.eval(self.BOXES):
            self.assertGreater(text, name)
        page.look(width=1280, height=900)
        for name, text in page.eval(self.BOXES):
            self.assertEqual(text, name)

    def test_the_head_of_a_table_stays_in_sight(self):
        page = self.open("en/tables.html", **DESKTOP)
        page.eval("document.querySelectorAll('tbody tr')[40].scrollIntoView()")
        bar, head = page.eval("['.bar', 'th'].map((name) => document.querySelector(name).getBoundingClientRect())"
                              ".map(({ top, bottom }) => ({ top, bottom }))")
        self.assertAlmostEqual(head["top"], bar["bottom"], delta=2)
        # One that is scrolled has its own place.
        box, head = page.eval("""(() => {
          const box = document.querySelectorAll('.table-scroll')[1];
          box.scrollTo(300, 900);
          return [box, box.querySelector('th')].map((element) => element.getBoundingClientRect().top);
        })()""")
        self.assertAlmostEqual(head, box, delta=2)

    def test_an_anchor_of_another_part_is_followed_there(self):
        page = self.open("en/index.html", **DESKTOP)
        page.follow(page.click, "article a[href*='#member149']")
        page.until("location.pathname.includes('~') && document.querySelector(':target')?.textContent.includes('Member149')")

    def test_no_file_is_too_long(self):
        for path in self.site.folder.rglob("*.html"):
            self.assertLessEqual(path.stat().st_size, 200 << 10, path)


class LayoutOfTheCorpus(Layout, BrowserCase):
    make, count = staticmethod(website.corpus), 40


if __name__ == "__main__":
    unittest.main()
