"""Measures how well the search of a tree finds what readers type: names of pages, members, constants and parameters.

    python3 Tests/Browser/measure_search.py [--count 100] [--seed 1] [--locale en] CONTENT [FAMOUS]

CONTENT is a folder of locales; its site is built with DOCGEN_BINARY. As many names as told are drawn by lot from the pages, and
as many from the members, constants and parameters on them, the latter together with the page that has them. The right place is
the page, and on it an element with the drawn name, wherever a name stands several times. FAMOUS is a file of lines with a name
and a part of the path of the page that should come first.
"""
import argparse
import html
import json
import pathlib
import random
import re
import subprocess
import tempfile
import time
import urllib.parse

import website
from browser import Browser
from test_search import INPUT, RESULTS, Search

ANCHORED = f"{RESULTS}.map((option) => [decodeURIComponent(option.pathname), decodeURIComponent(option.hash.slice(1))])"


def fold(text):
    """A text as names are compared: letters and digits, or else its signs."""
    return re.sub(r"[\W_]", "", text.lower()) or text.strip()


class Tree:
    """A built tree with its model."""

    def __init__(self, content, locale, folder):
        self.folder, self.locale = pathlib.Path(folder), locale
        website.build(self.folder, "--content", content, "--source-locale", locale)
        model = subprocess.run(
            [website.DOCGEN, "export", "--content", content, "--source-locale", locale, "--locale", locale, "--format", "jsonl"],
            check=True, capture_output=True, text=True).stdout
        self.pages, self.of_name, self.of_entry = [], {}, {}
        for line in model.splitlines():
            page = json.loads(line)
            if "path" not in page or not page["translations"][0]:
                continue
            text = page["translations"][0]
            url = text["url"]
            title = text.get("title") or text.get("heading") or pathlib.PurePath(url).stem
            names = [value for entry in text["metadata"] if entry["key"] == "api_name" for value in entry["values"]]
            name = names[0] if names else title
            # What a model says of several lines is one line of text on the page.
            page = {"url": url, "name": " ".join(name.split()), "entries": []}
            self.pages.append(page)
            for key in {*names, title}:
                self.of_name.setdefault(fold(key), set()).add(url)
            for entry in text.get("members", []) + text.get("parameters", []):
                name = entry["name"].strip()
                if not name or name.count(" ") > 1 or len(name) > 80:
                    continue
                owner = text["sections"][entry["owner"]]["title"] if "owner" in entry else self.short(page)
                page["entries"].append((name, owner if "role" not in entry else None))
                self.of_entry.setdefault(fold(name), set()).add(url)

    def names(self, count, chance):
        """Queries for pages, each with what tells whether a result is right."""
        for page in chance.sample(self.pages, min(count, len(self.pages))):
            right = self.of_name.get(fold(page["name"]), {page["url"]}) | {page["url"]}
            yield page["name"], lambda path, anchor, right=right: path in right

    def entries(self, count, chance):
        """Queries for what stands on pages."""
        pages = [page for page in self.pages if page["entries"]]
        for page in chance.choices(pages, k=count) if pages else []:
            name, owner = chance.choice(page["entries"])
            right = {page["url"]} if owner else self.of_entry[fold(name)]
            query = f"{owner} {name}" if owner else name
            yield query, lambda path, anchor, name=name, right=right: self.is_place(path, anchor, name, right)

    def short(self, page):
        """The name of a page without the words around it."""
        return page["name"].split(" ")[0] if " " in page["name"] else page["name"]

    def is_place(self, path, anchor, name, right):
        if not anchor:
            # A member has a page of its own.
            return any(path in urls for key, urls in self.of_name.items() if key.endswith(fold(name)) and path in urls)
        text = (self.folder / path).read_text(encoding="utf-8")
        at = text.find(f'id="{html.escape(anchor)}"')
        near = re.sub("<[^>]*>", "", html.unescape(text[at:at + 900]))
        return at >= 0 and fold(name) in fold(near)


def measure(search, queries):
    first = within = count = 0
    missed, slowest = [], 0
    for query, is_right in queries:
        start = time.monotonic()
        search.page.eval(f"{INPUT}.value = {json.dumps(query)}; {INPUT}.dispatchEvent(new Event('input'))")
        search.page.until("document.querySelector('.search [role=listbox]').ariaBusy === 'false'")
        slowest = max(slowest, time.monotonic() - start)
        paths = [(path.lstrip("/"), anchor) for path, anchor in search.page.eval(ANCHORED)]
        place = next((at for at, found in enumerate(paths) if is_right(*found)), 99)
        count, first, within = count + 1, first + (place == 0), within + (place < 5)
        if place:
            missed.append((query, place, paths[:2]))
    return count, first, within, missed, slowest


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--count", type=int, default=100)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--locale", default="en")
    arguments.add_argument("content")
    arguments.add_argument("famous", nargs="?")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="docgen-search-") as folder:
        tree = Tree(options.content, options.locale, folder)
        size = sum(path.stat().st_size for path in (tree.folder / "search").rglob("*") if path.is_file())
        pages = sum(1 for path in tree.folder.rglob("*.html"))
        print(f"index: {size / 1000:.0f} kB, {size / 1000 / pages:.2f} kB for each of {pages} pages")
        with website.Server(folder) as server, Browser() as browser:
            page = browser.open(server.address + options.locale + "/index.html")
            search = Search(page)
            server.sent.clear()
            search.open()
            search.find(tree.pages[len(tree.pages) // 2]["name"])
            largest = ", ".join(f"{path.split('?')[0]} {size}" for path, size in server.sent.most_common(4))
            print(f"first query: {sum(server.sent.values()) / 1000:.0f} kB in {len(server.sent)} files: {largest}")
            chance = random.Random(options.seed)
            kinds = [("pages", tree.names(options.count, chance)), ("members and parameters", tree.entries(options.count, chance))]
            if options.famous:
                lines = [line.split() for line in pathlib.Path(options.famous).read_text().splitlines() if line[:1] not in "# "]
                known = [(name, part) for name, part in lines if any(part in page["url"] for page in tree.pages)]
                kinds.append(("famous names", [(name, lambda path, _, part=part: part in path) for name, part in known]))
            for kind, queries in kinds:
                count, first, within, missed, slowest = measure(search, queries)
                print(f"{kind}: {first} of {count} first, {within} within five")
                print(f"  slowest answer: {slowest * 1000:.0f} ms")
                for query, place, paths in missed:
                    print(f"  {query!r}: {'none' if place == 99 else place + 1}; {paths}")
            page.close()


if __name__ == "__main__":
    main()
