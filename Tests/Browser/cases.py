"""What tests of a site in a browser have in common."""
import atexit
import concurrent.futures
import functools
import os
import pathlib
import unittest
import urllib.parse

import website
from browser import CHROMIUM, Browser, Page

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}


@functools.cache
def browser(number):
    """A browser that all tests share; one thread uses one at a time."""
    website.need(CHROMIUM, "no Chromium here: install the package 'chromium' or set DOCGEN_CHROMIUM")
    browser = Browser()
    browser.__enter__()
    atexit.register(browser.__exit__)
    return browser


class SiteCase(unittest.TestCase):
    """Tests of a built site."""

    # What builds it: website.examples and the like.
    make = None

    @classmethod
    def setUpClass(cls):
        cls.site = cls.make()


class BrowserCase(SiteCase):
    """Tests of a built site in a browser, to which it is served below the path of its address."""

    @classmethod
    def setUpClass(cls):
        cls.browser = browser(0)
        super().setUpClass()
        base = urllib.parse.urlsplit(cls.site.address).path
        cls.server = cls.enterClassContext(website.Server(cls.site.folder, base))

    def open(self, path, base=None, **settings):
        """Opens a page of the site, in which nothing may go wrong, whatever the test does."""
        page = self.browser.open((base or self.server.address) + path, **settings)
        self.addCleanup(page.close)
        self.addCleanup(lambda: self.assertEqual(page.problems, []))
        return page

    def visit(self, pages, look, server=None, **settings):
        """Opens pages, two at a time, and fails with all that 'look' (called with a Page) finds in them."""
        pages = list(pages)
        address = (server or self.server).address
        count = min(os.cpu_count() or 1, 2)

        def walk(number):
            findings = []
            page = Page(browser(number), **settings)
            for path in pages[number::count]:
                page.problems.clear()
                page.go(address + urllib.parse.quote(path))
                findings += [f"{path}: {finding}" for finding in [*look(page), *page.problems]]
            page.close()
            return findings

        with concurrent.futures.ThreadPoolExecutor(count) as workers:
            parts = list(workers.map(walk, range(count)))
        self.assertTrue(pages, "no page was looked at")
        findings = sorted(sum(parts, []))
        self.assertFalse(findings, f"{len(findings)} findings on {len(pages)} pages (DOCGEN_SEED={website.SEED}):\n"
                         + "\n".join(findings[:40]))


def folder_address(site):
    """The address of a site that is opened from its folder."""
    return pathlib.Path(site.folder).resolve().as_uri() + "/"
