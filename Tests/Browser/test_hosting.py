"""How a site is opened: without scripts, from a folder, below a path of a host, at an unknown address."""
import re
import unittest
import urllib.parse

import website
from cases import BrowserCase, folder_address


class WithoutScripts(BrowserCase):
    make = staticmethod(website.examples)

    def open_bare(self, path, **settings):
        return self.open(path, scripts=False, **settings)

    def test_text_and_navigation_are_there(self):
        for path in ("fr/HyperV_v2/cim-job-killjob.html", "de/guide/index.html", "en/api-names/index.html",
                     "index.html"):
            page = self.open_bare(path)
            self.assertGreater(page.eval("document.querySelector('main').innerText.length"), 100, path)
            idle = page.eval("""[...document.querySelectorAll('.theme, button')]
                .filter((element) => element.checkVisibility({ visibilityProperty: true })).length""")
            self.assertEqual(idle, 0, f"a control that does nothing, {path}")
            links = page.eval("[...document.links].filter((link) => link.checkVisibility()).length")
            self.assertGreater(links, 2, path)

    def test_languages_are_switched(self):
        page = self.open_bare("fr/HyperV_v2/cim-job-killjob.html")
        page.click(".languages summary")
        page.follow(page.click, ".languages [hreflang=de]")
        self.assertEqual(page.eval("location.pathname"), "/de/HyperV_v2/cim-job-killjob.html")

    def test_navigation_opens_on_a_phone(self):
        page = self.open_bare("en/HyperV_v2/cim-job-killjob.html", width=360, height=740)
        link = ".section-nav a"
        self.assertFalse(page.eval(f"document.querySelector('{link}').checkVisibility()"))
        page.click(".section-nav summary")
        self.assertTrue(page.eval(f"document.querySelector('{link}').checkVisibility()"))
        page.follow(page.click, ".nav-index a")
        self.assertGreater(page.eval("document.querySelectorAll('.listing li').length"), 5)

    def test_every_page_is_reached_from_the_home_page(self):
        """By links alone. (Pages for unknown addresses are reached otherwise.)"""
        wanted = {page for page in self.site.pages if page.startswith("de/") and not page.endswith("404.html")}
        reached, ahead = set(), ["de/index.html"]
        while ahead:
            path = ahead.pop()
            if path in reached or path not in wanted:
                continue
            reached.add(path)
            for href in re.findall(r'<a [^>]*href="([^"#]+)', self.site.read(path)):
                ahead.append(urllib.parse.unquote(urllib.parse.urljoin(path, href)))
        self.assertEqual(wanted - reached, set())


class FromAFolder(BrowserCase):
    make = staticmethod(website.examples)

    def test_pages_work(self):
        for path in ("index.html", "de/HyperV_v2/cim-job-killjob.html", "en/api-names/index.html"):
            page = self.open(path, base=folder_address(self.site))
            self.assertTrue(page.eval("document.documentElement.classList.contains('js')"), path)
            self.assertNotEqual(page.eval("getComputedStyle(document.body).margin"), "8px", "the style is there")
            self.assertEqual(page.eval("document.querySelectorAll('.compare').length"), 0)

    def test_the_tree_of_a_section_is_loaded(self):
        page = self.open("fr/HyperV_v2/cim-job-killjob.html", base=folder_address(self.site))
        page.eval("document.querySelector('[data-tree] button').click()")
        page.until("document.querySelectorAll('.nav-tree a').length > 5")
        self.assertTrue(page.eval("document.querySelector('.nav-tree [aria-current]').href === location.href"))

    def test_links_lead_to_files(self):
        page = self.open("index.html", base=folder_address(self.site))
        page.follow(page.click, ".locales [hreflang=fr]")
        page.click(".languages summary")
        page.follow(page.click, ".languages [hreflang=de]")
        self.assertTrue(page.eval("location.href").endswith("/de/index.html"))


class BelowAPath(BrowserCase):
    make = staticmethod(website.variant)

    def test_pages_work(self):
        page = self.open("de/guide/writing-a-reference-page/")
        self.assertTrue(page.eval("document.documentElement.classList.contains('js')"))
        page.eval("document.querySelector('.find').click()")
        page.until("!!document.querySelector('dialog input')?.placeholder")
        page.type("KillJob")
        page.until("document.querySelectorAll('dialog [role=option]').length > 1")
        self.assertTrue(page.eval("document.querySelector('dialog [role=option]').pathname").startswith("/api/v2/de/"))

    def test_an_unknown_address_is_answered_in_its_language(self):
        for locale in ("en", "de", "fr"):
            page = self.browser.open(self.server.address + locale + "/no/such/page/here.html")
            self.addCleanup(page.close)
            self.assertEqual(page.eval("document.documentElement.lang"), locale)
            self.assertEqual(page.eval("document.querySelector('.kind').innerText"), "404")
            self.assertNotEqual(page.eval("getComputedStyle(document.body).margin"), "8px", "the style is there")
            # The address itself is the only thing that is not there.
            self.assertEqual([problem for problem in page.problems if "404" not in problem], [])
            self.assertEqual(len(page.problems), 1)
            page.follow(page.click, "main a")
            self.assertIn(page.eval("location.pathname"), (f"/api/v2/{locale}/", f"/api/v2/{locale}/index.html"))


if __name__ == "__main__":
    unittest.main()
