"""The preview of `docgen serve` in a browser: pages are loaded again, at the same place, and tell what lint finds."""
import shutil
import unittest

import checkers
import website
from cases import PHONE, browser
from serving import Serving

ADDRESS = "de/HyperV_v2/cim-job-killjob.html"
BOX = "document.querySelector('.docgen-live')"
DAMAGE = ("*DeleteOnKill*", "*Beim Beenden löschen*")


class Preview(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        website.need(website.DOCGEN, f"no docgen here: 'make docgen' builds {website.DOCGEN}")
        cls.browser = browser(0)

    def setUp(self):
        self.folder = website.temporary("preview")
        shutil.copytree(website.ROOT / "content", self.folder / "content", ignore=shutil.ignore_patterns("rules"))
        (self.folder / "site").mkdir()
        self.config = self.folder / "site/config.yml"
        self.config.write_text("title: Jobs\nsource-locale: en\n")
        self.source = self.folder / "content/de/HyperV_v2/cim-job-killjob.md"
        self.server = self.enterContext(Serving(self.folder)).until_built()

    def open(self, path=ADDRESS, **settings):
        page = self.browser.open(self.server.address + path, **settings)
        self.addCleanup(page.close)
        self.addCleanup(lambda: self.assertEqual(page.problems, []))
        return page

    def change(self, old, new):
        text = self.source.read_text()
        self.assertIn(old, text)
        self.source.write_text(text.replace(old, new))

    def test_a_page_that_is_saved_is_seen_at_the_same_place(self):
        page = self.open(**PHONE)
        page.until("document.fonts.ready.then(() => true)")
        page.eval("document.querySelectorAll('h2')[2].scrollIntoView({behavior: 'instant'})")
        place = "Math.round(document.querySelectorAll('h2')[2].getBoundingClientRect().top)"
        before = page.eval(place)
        page.follow(self.change, "\n## ", "\n" + "Ein neuer Absatz mit vielen Worten.\n\n" * 20 + "## ")
        page.until("document.body.textContent.includes('Ein neuer Absatz')")
        self.assertAlmostEqual(page.eval(place), before, delta=2)

    def test_findings_are_shown_until_they_are_dismissed(self):
        page = self.open()
        page.until(f"{BOX} && {BOX}.hidden")
        page.follow(self.change, *DAMAGE)
        page.until(f"!{BOX}.hidden && {BOX}.textContent.includes('DeleteOnKill')")
        text = page.eval(f"{BOX}.textContent")
        self.assertIn("Befunde: ", text)
        self.assertIn("content/de/HyperV_v2/cim-job-killjob.md:", text)
        self.assertEqual(page.eval(f"[{BOX}.role, {BOX}.ariaLabel].join()"), "status,Live-Vorschau")
        page.press("Escape")
        page.until(f"{BOX}.hidden")
        # What is known stays out of sight, and what is new is shown.
        page.follow(self.change, "\n## ", "\nEin Wort.\n\n## ")
        page.until("document.body.textContent.includes('Ein Wort.')")
        page.eval("new Promise((done) => setTimeout(done, 1000))")
        self.assertTrue(page.eval(f"{BOX}.hidden"))
        page.follow(self.change, "32768..65535", "32768.65535")
        page.until(f"!{BOX}.hidden")
        page.click(".docgen-live button")
        page.until(f"{BOX}.hidden")

    def test_the_box_can_be_used_by_all(self):
        checkers.axe_script()
        self.change(*DAMAGE)
        self.server.until_said("1 page in ")
        for is_dark in (False, True):
            page = self.open(is_dark=is_dark, **PHONE)
            page.until(f"{BOX} && !{BOX}.hidden")
            self.assertEqual(checkers.axe(page), [])

    def test_a_project_that_cannot_be_built_is_told_and_forgotten(self):
        page = self.open()
        good = self.config.read_text()
        self.config.write_text(good + "title: [\n")
        page.until(f"{BOX}.textContent.includes('site/config.yml:3:1')")
        self.assertIn("Die letzte Änderung", page.eval(f"{BOX}.textContent"))
        page.follow(self.config.write_text, good)
        page.until(f"{BOX} && {BOX}.hidden")

    def test_another_page_is_not_loaded_again(self):
        page = self.open("en/HyperV_v2/cim-job.html")
        page.eval("window.isKept = true")
        self.change(*DAMAGE)
        self.server.until_said("1 page in ")
        page.eval("new Promise((done) => setTimeout(done, 2000))")
        self.assertTrue(page.eval("window.isKept"))

    def test_the_end_is_told(self):
        page = self.open()
        self.server.end()
        page.until(f"{BOX}.textContent.includes('Die Vorschau ist beendet')")
        page.problems.clear()


if __name__ == "__main__":
    unittest.main()
