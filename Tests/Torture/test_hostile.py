"""Sites of hostile inputs in Chromium, without the policy that servers are told to send: no script of theirs may run, no other
host be asked, no link have the scheme of a script. DOCGEN_TORTURE=long takes all of them; else some are taken of each kind."""
import html.parser
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))
import hostile
import website
from browser import CHROMIUM, Browser, Page

IS_LONG = os.environ.get("DOCGEN_TORTURE") == "long"

# What stands on a page that must not: elements and attributes that run, load or send something, and addresses that do.
INSPECT = r"""(() => {
  const found = { scripts: [], links: [], hosts: [] };
  const elements = /^(i?frame|frameset|object|embed|applet|base|form|style|template|audio|video|source|track|portal|annotation-xml|mglyph|malignmark|noscript|xmp|plaintext|listing|textarea|marquee|bgsound|area|animate|set|use|image|foreignobject)$/i;
  const addresses = /^(href|src|srcset|action|formaction|data|poster|background|cite|longdesc|ping|xlink:href|code|archive|codebase|manifest|to|values|from|by|dynsrc|lowsrc|profile)$/i;
  const harmless = /^(https?|mailto):$/;
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    const tag = element.cloneNode().outerHTML.slice(0, 200);
    if (elements.test(name)) found.scripts.push(tag);
    if (name === "script" && element.type !== "application/ld+json" && element.getAttribute("type") !== null) found.scripts.push(tag);
    if (name === "script" && element.type !== "application/ld+json" && new URL(element.src || "x:", location).origin !== location.origin) found.scripts.push(tag);
    for (const attribute of element.attributes) {
      if (/^(on|srcdoc$|style$)/i.test(attribute.name)) found.scripts.push(tag);
      if (!addresses.test(attribute.name)) continue;
      let url;
      try { url = new URL(attribute.value, document.baseURI); } catch { url = new URL("unreadable:"); }
      if (!harmless.test(url.protocol)) found.links.push(tag);
      else if (/^(img|script|input)$/.test(name) && url.origin !== location.origin) found.hosts.push(tag);
    }
    const isLoaded = name === "link" && !/^(canonical|alternate)$/.test(element.rel);
    if (isLoaded && new URL(element.href, location).origin !== location.origin) found.hosts.push(tag);
    if (name === "meta" && element.httpEquiv) {
      const target = element.content.replace(/^\s*\d*\s*[;,]?\s*(url\s*=)?\s*/i, "");
      if (!harmless.test(new URL(target, document.baseURI).protocol)) found.links.push(tag);
    }
  }
  return found;
})()"""

# All that a reader may do to any element.
PROVOKE = r"""(() => {
  addEventListener("click", (event) => event.preventDefault(), true);
  for (const element of document.querySelectorAll("body, body *")) {
    for (const type of ["mouseover", "mouseenter", "pointerenter", "focus", "blur", "click", "auxclick", "toggle", "error", "load",
      "animationstart", "beforetoggle", "wheel", "drag", "copy"]) element.dispatchEvent(new Event(type, { bubbles: true }));
  }
})()"""


class Victim(Page):
    """A page that hears when a script of an input runs."""

    def __init__(self, browser, **settings):
        self.ran = []
        super().__init__(browser, on_new_document="boo = alert = confirm = prompt = print = (text) => docgenHeard(`${text}`)",
                         **settings)
        self.call("Runtime.addBinding", name="docgenHeard")

    def take(self, method, event):
        if method == "Runtime.bindingCalled":
            self.ran.append("a script ran: " + event["payload"])
        elif method == "Page.frameNavigated" and urllib.parse.urlsplit(event["frame"]["url"]).scheme not in ("http", "about"):
            self.ran.append("went to " + event["frame"]["url"])
        else:
            super().take(method, event)


class Tally:
    """What was tried and what came of it."""

    def __init__(self):
        self.vectors, self.pages, self.scripts, self.requests, self.links = {}, 0, 0, 0, 0

    def __str__(self):
        tried = ", ".join(f"{count:,} {name}" for name, count in self.vectors.items())
        return (f"hostile inputs: {tried}; {self.pages:,} pages opened: {self.scripts} scripts run, "
                f"{self.requests} requests to other hosts, {self.links} links with the scheme of a script")


TALLY = Tally()


def tearDownModule():
    if TALLY.pages:
        print(TALLY, file=sys.stderr)


class Project:
    """A project in a folder that is removed after the test."""

    def __init__(self, test):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="docgen-torture-"))
        test.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.output = self.folder / "public"
        self.write("content/en/index.md", "---\ntitle: Home\n---\n# Home\n")

    def write(self, path, text):
        path = self.folder / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def configure(self, **lines):
        lines = {"title": "T", "source-locale": "en", "base-url": "https://docs.example.org/"} | lines
        self.write("site/config.yml", "".join(f"{key}: {hostile.yaml(value)}\n" for key, value in lines.items()))

    def build(self, *arguments):
        """Builds the site; `None` if docgen refuses, saying why."""
        run = subprocess.run([website.DOCGEN, "build", "--config", "site/config.yml", "--output", "public", *arguments],
                             cwd=self.folder, capture_output=True, text=True)
        if run.returncode == 0:
            return self.output
        if run.returncode < 0 or not run.stderr.startswith("site/config.yml:") and "docgen: error:" not in run.stderr:
            raise AssertionError(f"docgen ended with {run.returncode}: {run.stderr}")
        return None

    def pages(self):
        return sorted(str(path.relative_to(self.output)) for path in self.output.rglob("*.html") if path.is_file())


class Links(html.parser.HTMLParser):
    """The addresses of a page that lead within the site."""

    def __init__(self, path):
        super().__init__()
        self.base = "http://site/" + urllib.parse.quote(path)
        self.targets = []

    def handle_starttag(self, _, attributes):
        for name, value in attributes:
            if name in ("href", "src", "data-tree") and value is not None:
                self.targets.append((value, urllib.parse.urljoin(self.base, value)))


def dead_links(folder, pages):
    """The links of a site that lead to no file of it."""
    for page in pages:
        links = Links(page)
        links.feed((folder / page).read_text(encoding="utf-8"))
        for written, target in links.targets:
            parts = urllib.parse.urlsplit(target)
            if parts.hostname == "docs.example.org":
                parts = parts._replace(netloc="site")
            if parts.netloc != "site":
                continue
            path = urllib.parse.unquote(parts.path).lstrip("/")
            if not (folder / path / ("index.html" if path.endswith("/") or not path else "")).is_file():
                yield f"{page}: {written}"


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        website.need(CHROMIUM, "no Chromium here: install the package 'chromium' or set DOCGEN_CHROMIUM")
        website.need(website.DOCGEN, f"no docgen here: 'make docgen' builds {website.DOCGEN}")
        cls.browser = cls.enterClassContext(Browser())

    def visit(self, folder, pages, look=None):
        """Opens pages of a site and fails with all that is wrong in any of them."""
        findings = []
        server = self.enterContext(website.Server(folder, has_policy=False))
        page = Victim(self.browser)
        self.addCleanup(page.close)
        for path in pages:
            page.ran.clear()
            page.problems.clear()
            try:
                page.go(server.address + urllib.parse.quote(path))
                if look:
                    look(page)
                page.eval(PROVOKE)
                found = page.eval(INSPECT)
            except Exception as error:
                findings.append(f"{path!r}: {error}")
                continue
            others = [problem for problem in page.problems if problem.startswith("request to another host")]
            TALLY.pages += 1
            TALLY.scripts += len(page.ran)
            TALLY.requests += len(others)
            TALLY.links += len(found["links"])
            findings += [f"{path!r}: {kind}: {what}" for kind, all in found.items() for what in all]
            findings += [f"{path!r}: {what}" for what in page.ran + page.problems]
        self.assertTrue(pages, "no page was looked at")
        self.assertFalse(findings, f"{len(findings)} findings on {len(pages)} pages:\n" + "\n".join(findings[:40]))

    def take(self, name, values, count):
        values = hostile.spread(values, None if IS_LONG else count)
        TALLY.vectors[name] = TALLY.vectors.get(name, 0) + len(values)
        return values

    def test_what_is_wrong_is_seen(self):
        """A page that is not made by docgen, with all that must not be there."""
        project = Project(self)
        project.write("public/page.html", """<!doctype html><title>x</title><body><img src=x onerror=boo()><p onclick=boo()>x</p>
<a href='java&Tab;script:boo()'>x</a><img src=//evil.example/x.png>""")
        server = self.enterContext(website.Server(project.output, has_policy=False))
        page = Victim(self.browser)
        self.addCleanup(page.close)
        page.go(server.address + "page.html")
        page.eval(PROVOKE)
        found = page.eval(INSPECT)
        self.assertGreaterEqual(len(page.ran), 2)
        self.assertEqual([len(found[kind]) for kind in ("scripts", "links", "hosts")], [2, 1, 1])
        self.assertTrue([problem for problem in page.problems if problem.startswith("request to another host")])

    def test_bodies(self):
        project = Project(self)
        project.configure()
        bodies = self.take("bodies", hostile.bodies(), 60)
        for name, body in bodies:
            project.write(f"content/en/{name}.md", f"---\ntitle: {name}\n---\n# {name}\n\nBefore.\n\n{body}\n\nAfter.\n")
        folder = project.build()
        self.visit(folder, [f"en/{name}.html" for name, _ in bodies])

    def test_shadows(self):
        """The interface works on pages whose elements are named as its own."""
        project = Project(self)
        project.configure()
        for number, body in enumerate(hostile.SHADOWS):
            project.write(f"content/en/shadow-{number}.md", f"---\ntitle: Shadow {number}\n---\n# Shadow {number}\n\n{body}\n")
            project.write(f"content/de/shadow-{number}.md", f"---\ntitle: Schatten {number}\n---\n# Schatten {number}\n\n{body}\n")
        folder = project.build()

        def look(page):
            self.assertEqual(page.eval("document.querySelectorAll('[id=main]').length"), 1)
            self.assertEqual(page.eval("document.querySelector(document.querySelector('.skip').hash).localName"), "main")
            page.press("/")
            page.until("!!document.querySelector('dialog.search input')?.placeholder")
            page.type("shadow")
            active = ("document.getElementById(document.querySelector('dialog.search input')"
                      ".getAttribute('aria-activedescendant'))?.closest('dialog.search')")
            page.until(f"!!{active}")
            self.assertEqual(page.eval("document.querySelectorAll('.languages a').length"), 2)
            twice = page.eval("""[...document.querySelectorAll('[id]')].map(({ id }) => id)
                .filter((id, at, all) => all.indexOf(id) !== at)""")
            self.assertEqual(twice, [])

        self.visit(folder, [f"en/shadow-{number}.html" for number in range(len(hostile.SHADOWS))], look)

    def test_file_names(self):
        names = self.take("file names", hostile.NAMES, 12)
        for style in ("page.html", "page/") if IS_LONG else ("page.html",):
            project = Project(self)
            project.configure(**{"url-style": style})
            for name in names:
                project.write(f"content/en/names/{name}.md", "Text.\n")
                project.write(f"content/en/{name}.md", "Text.\n")
                project.write(f"content/de/{name}.md", f"# T\n\n[link](<{urllib.parse.quote(names[0])}.md>)\n")
            folder = project.build("--quality")
            self.assertIsNotNone(folder, "docgen refused")
            pages = project.pages()
            self.assertGreater(len(pages), 4 * len([name for name in names if not name.startswith(".")]))
            self.assertEqual(list(dead_links(folder, pages)), [])
            for sitemap in folder.rglob("sitemap*.xml"):
                for place in xml.etree.ElementTree.parse(sitemap).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc"):
                    path = urllib.parse.unquote(urllib.parse.urlsplit(place.text).path)[1:]
                    self.assertTrue((folder / path / ("index.html" if path.endswith("/") else "")).is_file(), path)
            texts = "[document.title, document.querySelector('h1').textContent, document.querySelector('nav')?.textContent ?? '']"

            def look(page):
                shown = "".join(page.eval(texts)).replace("\n", "")
                hidden = [character for character in shown if ord(character) < 32 or ord(character) in range(0x7f, 0xa0)
                          or ord(character) in range(0x2028, 0x2030)]
                self.assertEqual(hidden, [], repr(shown))

            self.visit(folder, pages, look)

    def test_front_matter(self):
        project = Project(self)
        project.configure()
        texts = self.take("texts of front matter", hostile.TEXTS, 12)
        for number, text in enumerate(texts):
            value = hostile.yaml(text)
            keys = ["title", "description", "ms.date", "author", "ms.author", "ms.topic", "ms.openlocfilehash", "ms.lasthandoff",
                    "ms.translationtype", "req.header", "req.dll", "ms.localizationpriority"]
            front = "".join(f"{key}: {value}\n" for key in keys) + f"api_name:\n- {value}\ntopic_type:\n- {value}\n"
            page = f"---\n{front}---\n## Parameters\n\n*x* \\[in\\]\n\nText.\n"
            for locale in ("en", "de"):
                project.write(f"content/{locale}/text-{number}.md", page)
        folder = project.build("--quality")
        pages = project.pages()
        self.assertEqual(list(dead_links(folder, pages)), [])
        self.visit(folder, pages)

    def test_tables_of_contents_translations_and_redirects(self):
        project = Project(self)
        project.configure()
        texts = self.take("texts of tables of contents", hostile.TEXTS, 15)
        addresses = self.take("addresses of tables of contents", hostile.SCHEMES[:40], 15)
        strings = self.take("strings of the interface", hostile.TEXTS, 15)
        olds = self.take("redirects", [*zip(hostile.TEXTS, hostile.SCHEMES)], 15)
        project.write("content/en/guide/page.md", "# Page\n\n*x*\n")
        project.write("content/de/guide/page.md", "# Seite\n\n## Parameter\n\n*y* \\[in\\]\n")
        entries = [f"- name: {hostile.yaml(text)}\n  href: {hostile.yaml(address)}\n" for text in texts for address in addresses]
        entries += [f"- name: {hostile.yaml(text)}\n  href: guide/page.md\n" for text in texts]
        project.write("content/en/toc.yml", "".join(entries))
        keys = [line.split(":")[0] for line in (website.ROOT / "locales/de/interface.yml").read_text(encoding="utf-8").splitlines()
                if line and line[0].isalpha()]
        project.write("locales/de/interface.yml", "".join(
            f"{key}: {hostile.yaml(strings[number % len(strings)])}\n" for number, key in enumerate(keys)))
        shutil.copy(website.ROOT / "locales/de/vocabulary.yml", project.folder / "locales/de/vocabulary.yml")
        project.write("site/redirects.yml", "".join(
            f"{hostile.yaml(old[:60] + '/x')}: {hostile.yaml(target)}\n{hostile.yaml(f'old{number}:' + old[:60])}: guide/page\n"
            for number, (old, target) in enumerate(olds)))
        folder = project.build("--quality")
        self.assertIsNotNone(folder, "docgen refused")
        pages = project.pages()
        self.assertEqual(list(dead_links(folder, pages)), [])

        redirects = [page for page in pages if 'http-equiv="refresh"' in (folder / page).read_text(encoding="utf-8")]
        for page in redirects:
            self.assertIn('guide/page.html">', (folder / page).read_text(encoding="utf-8"))

        def look(page):
            # The tree and the search show what the tables and strings say.
            page.eval("document.querySelector('[data-tree] button')?.click()")
            page.eval("document.querySelector('.find')?.click()")
            if page.eval("!!document.querySelector('button.find')"):
                page.until("!!document.querySelector('dialog.search input')")

        self.visit(folder, sorted({*pages} - {*redirects}), look)
        # Without what leads on, a page at an address of old stays open; it names no icon, for which browsers then ask.
        (folder / "favicon.ico").write_bytes(b"")
        for page in redirects:
            text = (folder / page).read_text(encoding="utf-8")
            (folder / page).write_text(text.replace('http-equiv="refresh"', 'name="refresh"'), encoding="utf-8")
        self.visit(folder, redirects)

    def test_configurations(self):
        texts = self.take("texts of configurations", hostile.TEXTS, 3)
        for text in texts:
            project = Project(self)
            project.configure(title=text, banner=text, footer=text)
            folder = project.build()
            if folder:
                self.visit(folder, project.pages())
        for address in self.take("addresses of configurations", hostile.SCHEMES[:40], 3):
            for setting in ({"base-url": address}, {"edit-url": address + "{path}"}, {"logo": address}):
                project = Project(self)
                project.configure(**setting)
                folder = project.build()
                if folder:
                    self.visit(folder, project.pages())


if __name__ == "__main__":
    unittest.main()
