"""The search of a built site in a real browser: from a folder, and from a server under the strictest policy."""
import pathlib
import random
import statistics
import tempfile
import unittest
import urllib.parse

import website
from browser import CHROMIUM, Browser

RESULTS = "[...document.querySelectorAll('dialog.search[open] [role=option]')]"
STATUS = "document.querySelector('dialog.search [role=status]').textContent"
INPUT = "document.querySelector('dialog.search input')"


def setUpModule():
    if not CHROMIUM:
        raise unittest.SkipTest("no Chromium here: install the package 'chromium' or set DOCGEN_CHROMIUM")
    if not pathlib.Path(website.DOCGEN).exists():
        raise unittest.SkipTest(f"no docgen here: 'make docgen' builds {website.DOCGEN}")


class Search:
    """The search of a page, as a reader uses it."""

    def __init__(self, page):
        self.page = page

    def open(self, key="/", **modifiers):
        self.page.press(key, **modifiers)
        self.page.until(f"document.activeElement === {INPUT} && {INPUT}.placeholder")
        return self

    def find(self, query):
        """Types a query and returns the paths and titles of the results, once they are complete."""
        self.page.eval(f"{INPUT}.select()")
        self.page.type(query)
        self.page.until("document.querySelector('.search [role=listbox]').ariaBusy === 'false'")
        return self.results()

    def results(self):
        return self.page.eval(
            f"{RESULTS}.map((option) => [option.pathname.split('/').slice(-2).join('/'), option.firstChild.innerText])")

    def paths(self, query):
        return [urllib.parse.unquote(path).removesuffix(".html") for path, _ in self.find(query)]


class OnTheExamplePages(unittest.TestCase):
    """On the pages of content/, in three languages."""

    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="docgen-site-"))
        website.build(cls.folder)
        cls.address = cls.enterClassContext(website.Server(cls.folder)).address
        cls.browser = cls.enterClassContext(Browser())

    def open(self, path, base=None, **settings):
        page = self.browser.open((base or self.address) + path, **settings)
        self.addCleanup(page.close)
        # Whatever a test does, the console stays empty and no other host is asked.
        self.addCleanup(lambda: self.assertEqual(page.problems, []))
        return Search(page)

    def test_finds_a_name_in_every_language_however_it_is_typed(self):
        for locale in ("en", "de", "fr"):
            search = self.open(f"{locale}/index.html").open()
            for query in ("CIM_Job.KillJob", "cim_job.killjob", "CIM_Job.Kil", "CIM_Job.KilJob", "CIMJobKJ", "CJKJ"):
                with self.subTest(locale=locale, query=query):
                    self.assertIn("HyperV_v2/cim-job-killjob", search.paths(query)[:2])
            for query in ("KillJob", "killjob", "KJ", "illjob"):
                with self.subTest(locale=locale, query=query):
                    self.assertEqual([path for path in search.paths(query) if path.endswith("-killjob")], [
                        "HyperV_v2/cim-job-killjob", "msps/cim-job-killjob", "HyperV_v2/msvm-migrationjob-killjob",
                        "HyperV_v2/msvm-collectionreferencepointexportjob-killjob"])
            self.assertEqual(
                search.paths("msvmcrpej")[0], "HyperV_v2/msvm-collectionreferencepointexportjob", locale)

    def test_leads_to_the_place_on_the_page(self):
        search = self.open("de/index.html").open()
        for query, place in (("DeleteOnKill", "parameter-deleteonkill"), ("KillJob DeleteOnKill", "parameter-deleteonkill"),
                             ("32768..65535", "return-32768")):
            search.find(query)
            hashes = search.page.eval(f"{RESULTS}.map((option) => option.hash.slice(1))")
            self.assertEqual(hashes[0], place, query)

    def test_keeps_the_query_in_the_address(self):
        search = self.open("de/index.html").open()
        page = search.page
        search.find("KillJob")
        self.assertTrue(page.eval("location.search").endswith("q=KillJob"))
        page.is_loaded = False
        page.press("Enter")
        page.browser.wait(lambda: page.is_loaded, "the page of the first result")
        page.eval("void history.back()")
        page.until(f"document.querySelector('dialog.search[open]') && {INPUT}.value === 'KillJob' && {RESULTS}.length")
        page.press("Escape")
        page.until("location.search === ''")

    def test_offers_more_where_nothing_is_found(self):
        search = self.open("de/index.html").open()
        self.assertEqual(search.find("KillJoxyz"), [])
        links = "[...document.querySelectorAll('.search > ul a')].map((link) => link.textContent)"
        search.page.until(f"{links}.length")
        texts = search.page.eval(links)
        self.assertIn("CIM_Job.KillJob", texts)
        self.assertLessEqual({"English", "Français", "Namensverzeichnis"}, set(texts))

    def test_finds_words_of_the_language(self):
        search = self.open("fr/index.html").open()
        for query in ("référence", "reference", "REFERENC"):
            self.assertTrue(any("référence" in title.lower() for _, title in search.find(query)), query)
        search = self.open("de/index.html").open()
        # A part of a compound word.
        self.assertTrue(any("eferenz" in title for _, title in search.find("referenz")))

    def test_says_how_many_and_that_there_are_none(self):
        search = self.open("de/index.html").open()
        self.assertGreater(len(search.find("KillJob")), 3)
        self.assertEqual(search.page.eval(STATUS), f"Treffer: {len(search.results())}")
        self.assertEqual(search.find("qqqqqq"), [])
        self.assertEqual(search.page.eval("document.querySelector('.search > p').innerText"), "Keine Treffer gefunden")
        self.assertEqual(search.page.eval(f"{INPUT}.getAttribute('aria-expanded')"), "false")

    def test_is_worked_by_keyboard(self):
        search = self.open("en/guide/index.html")
        page = search.page
        search.open("k", ctrl=True)
        self.assertEqual(page.eval(f"{INPUT}.getAttribute('role')"), "combobox")
        first, second = [path for path, _ in search.find("KillJob")][:2]
        active = "document.getElementById(" + INPUT + ".getAttribute('aria-activedescendant')).pathname"
        self.assertTrue(page.eval(active).endswith(first))
        page.press("ArrowDown")
        self.assertTrue(page.eval(active).endswith(second))
        self.assertEqual(page.eval(f"{RESULTS}.filter((option) => option.ariaSelected === 'true').length"), 1)
        page.press("ArrowUp")
        page.press("ArrowUp")
        self.assertTrue(page.eval(active).endswith(search.results()[-1][0]), "from the first to the last")
        for _ in range(4):
            page.press("Tab")
            self.assertTrue(page.eval("!document.hasFocus() || document.activeElement === document.body"
                                      " || document.querySelector('dialog').contains(document.activeElement)"))
        page.press("Escape")
        self.assertFalse(page.eval("document.querySelector('dialog').open"))
        page.eval("document.querySelector('.find').click()")
        page.until(f"document.activeElement === {INPUT}")
        search.find("KillJob")
        page.is_loaded = False
        page.press("Enter")
        page.browser.wait(lambda: page.is_loaded, "the page of the first result")
        self.assertTrue(page.eval("location.pathname").endswith(first))

    def test_keeps_what_is_typed_while_it_loads(self):
        page = self.open("en/index.html").page
        page.eval("void ['/', 'K', 'J'].forEach((key) =>"
                  " document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))")
        page.until(f"{RESULTS}.length && {INPUT}.value === 'KJ'")

    def test_works_from_a_folder(self):
        search = self.open("fr/HyperV_v2/cim-job-killjob.html", base=pathlib.Path(self.folder).as_uri() + "/").open()
        self.assertEqual(search.paths("msvmcrpej")[0], "HyperV_v2/msvm-collectionreferencepointexportjob")
        self.assertTrue(search.find("référence"))

    def test_leads_to_the_index_of_names_without_scripts(self):
        page = self.browser.open(self.address + "de/guide/index.html", scripts=False)
        self.addCleanup(page.close)
        root = page.call("DOM.getDocument")["root"]["nodeId"]
        link = page.call("DOM.querySelector", nodeId=root, selector="a.find")["nodeId"]
        attributes = page.call("DOM.getAttributes", nodeId=link)["attributes"]
        href = dict(zip(attributes[::2], attributes[1::2]))["href"]
        self.assertTrue((pathlib.Path(self.folder) / "de/guide" / href).resolve().is_file(), href)


class OnManyPages(unittest.TestCase):
    """On as many names as a large API has, made up."""

    PARTS = ("Get Set Create Delete Query Enum Open Close Read Write File Window Class Object Job Service Device Port "
             "State Value Name Buffer Memory Process Thread Event Message Item List View Tree Text Font Color Brush "
             "Path Key Token Session Network Adapter Switch Virtual System Setting Data Image Media Sample Stream").split()
    COUNT = 6000

    @classmethod
    def setUpClass(cls):
        chance = random.Random(1)
        cls.names = set()
        while len(cls.names) < cls.COUNT:
            parts = [chance.choice(cls.PARTS) for _ in range(chance.randint(2, 6))]
            prefix = chance.choice(["", "", "", "Msvm_", "CIM_", "I", "Win32_"])
            cls.names.add(prefix + "".join(parts))
        cls.names = sorted(cls.names)
        folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="docgen-site-")))
        pages = folder / "content/en/api"
        pages.mkdir(parents=True)
        for number, name in enumerate(cls.names):
            words = " ".join(chance.choices(cls.PARTS, k=12)).lower()
            (pages / f"page-{number}.md").write_text(
                f"---\ntitle: {name} function\ndescription: {words}\napi_name:\n- {name}\n---\n# {name} function\n")
        website.build(folder / "site", "--content", str(folder / "content"), "--source-locale", "en")
        cls.server = cls.enterClassContext(website.Server(folder / "site"))
        cls.browser = cls.enterClassContext(Browser())

    def open(self):
        page = self.browser.open(self.server.address + "en/index.html")
        self.addCleanup(page.close)
        return Search(page)

    def place(self, search, query, name):
        """The place of a name's page among the results, from 0; or a large number."""
        paths = search.paths(query)
        path = f"api/page-{self.names.index(name)}"
        return paths.index(path) if path in paths else 99

    def test_puts_the_right_page_first(self):
        search = self.open().open()
        chance = random.Random(2)
        for name in chance.sample(self.names, 25):
            self.assertEqual(self.place(search, name, name), 0, name)
            lower = self.place(search, name.lower(), name)
            self.assertLess(lower, 5, name.lower())
        missed = []
        for name in chance.sample(self.names, 25):
            gap = chance.randrange(len(name))
            query = name[:gap] + name[gap + 1:]
            if self.place(search, query, name) >= 5:
                missed.append(query)
        self.assertLessEqual(len(missed), 2, missed)

    def test_loads_little_and_answers_at_once(self):
        search = self.open()
        self.server.sent.clear()
        search.open()
        search.find(self.names[1000])
        self.assertLess(sum(self.server.sent.values()), 150_000, self.server.sent)
        page = search.page
        # From the key to results for it, as the page sees both.
        page.eval(f"""void (() => {{
            window.times = [];
            let start = 0;
            {INPUT}.addEventListener('keydown', () => {{ start = performance.now(); }}, true);
            new MutationObserver(() => {{
              if (!start || !{RESULTS}.length) return;
              times.push(performance.now() - start);
              start = 0;
            }}).observe(document.querySelector('.search [role=listbox]'), {{ childList: true }});
          }})()""")
        for name in self.names[::100]:
            search.find(name)
        times = page.eval("times")
        self.assertGreater(len(times), 50)
        self.assertLess(statistics.median(times), 100)


if __name__ == "__main__":
    unittest.main()
