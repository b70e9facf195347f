"""How pages load: nothing moves, nothing fails, nothing is asked of another host, and there is not much of it."""
import pathlib
import re
import unittest
import urllib.parse

import website
from cases import DESKTOP, PHONE, BrowserCase, SiteCase

KILOBYTE = 1024
# What moves in a page without its reader, added up as browsers do (the worst of windows of at most five seconds).
SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().filter((entry) => !entry.hadRecentInput)))
    .observe({ type: "layout-shift", buffered: true });
"""
SHIFTED = """document.fonts.ready
  .then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))))
  .then(() => [shifts.reduce((sum, entry) => sum + entry.value, 0),
               shifts.flatMap((entry) => entry.sources.map((source) => source.node?.outerHTML?.slice(0, 100)))])"""


class Loading:
    def test_nothing_moves_and_nothing_fails(self):
        """Also where scripts come late, and under the strictest policy. What fails is told by the browser, see Page."""
        with website.Server(self.site.folder, urllib.parse.urlsplit(self.site.address).path, delay=0.3) as server:
            for screen in (DESKTOP, PHONE):
                def look(page):
                    shift, sources = page.eval(SHIFTED)
                    if shift >= 0.02:
                        yield f"moves by {shift:.3f} at {screen['width']} px: {sources}"

                self.visit(self.site.sample(self.count), look, server, on_new_document=SHIFTS, **screen)


class LoadingTheExamples(Loading, BrowserCase):
    make, count = staticmethod(website.examples), 10

    def test_a_page_that_moves_is_seen(self):
        page = self.open("en/guide/index.html", on_new_document=SHIFTS)
        page.eval("document.body.style.paddingTop = '300px'")
        self.assertGreater(page.eval(SHIFTED)[0], 0.02)

    def test_a_request_to_another_host_is_seen(self):
        page = self.browser.open(self.server.address + "en/guide/index.html")
        self.addCleanup(page.close)
        page.eval("void fetch('https://elsewhere.example.org/').catch(() => {})")
        page.until("true")
        self.assertTrue(any("connect-src" in problem for problem in page.problems), page.problems)

    def test_a_page_loads_only_what_it_needs(self):
        self.server.sent.clear()
        self.open("de/HyperV_v2/cim-job-killjob.html")
        loaded = {pathlib.Path(path).name for path in self.server.sent}
        self.assertLessEqual(loaded, {"cim-job-killjob.html", "docgen.css", "docgen.js", "favicon.svg", "site.webmanifest"})


class LoadingTheVariant(Loading, BrowserCase):
    make, count = staticmethod(website.variant), 5


class LoadingTheCorpus(Loading, BrowserCase):
    make, count = staticmethod(website.corpus), 25


class Budget:
    """What may be sent, without compression."""

    def test_style_and_script(self):
        assets = {path.name: path.stat().st_size for path in (self.site.folder / "assets").iterdir()}
        at_first = re.findall(r'assets/([\w.-]+)"', self.site.read("en/404.html"))
        self.assertLessEqual({"docgen.css", "docgen.js"}, set(at_first))
        for suffix, first, most in ((".css", 30, 30), (".js", 8, 24)):
            # The pages that show a team its quality have a style sheet more.
            sizes = {name: size for name, size in assets.items() if name.endswith(suffix) and name != "quality.css"}
            with self.subTest("before anything is opened", suffix=suffix):
                self.assertLessEqual(sum(sizes.get(name, 0) for name in at_first), first * KILOBYTE, sizes)
            with self.subTest("in all", suffix=suffix):
                self.assertLessEqual(sum(sizes.values()), most * KILOBYTE, sizes)

    def test_the_frame_of_every_page(self):
        """That is a page without what it is about: its content, the list of the content's headings, lists of pages, and what
        is told of its translation and of its title's."""
        parts = [('<article class="content"', "</article>"), ('<div class="listing">', "</main>"),
                 ('<main id="main" tabindex="-1" class="quality">', "</main>"),
                 ('<nav class="jumps"', "</nav>"), ('<details class="contents', "</details>"),
                 ('<details class="status', "</details>"), ('<details class="fact-original', "</details>")]
        large = []
        for page in self.site.pages:
            text = self.site.read(page)
            for start, end in parts:
                while (at := text.find(start)) >= 0:
                    text = text[:at] + text[text.index(end, at):]
            size = len(text.encode())
            # Parents, and the entries before and after the page, are never left out, however long their names are; those of
            # overloads list the types of all parameters, and may break at each hump.
            _, _, entries = text.partition('<ul class="nav-entries')
            shows_neighbors_alone = entries.partition("</ul>")[0].count("<li>") <= 3
            if size > (8 if shows_neighbors_alone else 6) * KILOBYTE:
                large.append((size, page))
        large.sort(reverse=True)
        self.assertFalse(large, f"{len(large)} of {len(self.site.pages)} frames are larger than 6 KB: {large[:5]}")


class BudgetOfTheExamples(Budget, SiteCase):
    make = staticmethod(website.examples)


class BudgetOfTheVariant(Budget, SiteCase):
    make = staticmethod(website.variant)


class BudgetOfTheCorpus(Budget, SiteCase):
    make = staticmethod(website.corpus)


class Policy(SiteCase):
    make = staticmethod(website.examples)

    def test_the_policy_for_hosts_is_the_strict_one(self):
        line = re.search(r"Content-Security-Policy: (.*)", self.site.folder.joinpath("_headers").read_text())[1]
        self.assertLessEqual(set(website.POLICY.split("; ")), set(line.split("; ")))
        self.assertNotIn("unsafe", line)

    def test_nothing_is_written_into_a_page(self):
        """No script, style or handler stands in the pages themselves, but for data."""
        for page in self.site.pages:
            text = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", self.site.read(page))
            self.assertNotRegex(text, r"<script(?![^>]* src=)|<style|<[^<>]*\s(style|on\w+)=", page)


if __name__ == "__main__":
    unittest.main()
