"""Runs docgen on one page under limits, and tells what it took."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

MEGABYTE = 1 << 20

PLAIN = {"en": "# Title\n\nText.\n", "de": "# Titel\n\nEtwas.\n"}
METADATA = {"en": "---\ntitle: Title\n---\n", "de": "---\ntitle: Titel\n---\n"}


class Cost(NamedTuple):
    """What a run took, and how it ended."""

    seconds: float
    megabytes: float
    status: int
    errors: str


class Bar(NamedTuple):
    """What a run may take."""

    seconds: float
    megabytes: float

    def is_kept(self, cost: Cost) -> bool:
        """Whether a run kept within the limits, and ended with a status of its own."""
        return cost.seconds <= self.seconds and cost.megabytes <= self.megabytes and 0 <= cost.status <= 1


def measure(binary: str, arguments: list[str], folder: Path, bar: Bar) -> Cost:
    """Runs docgen in a folder; a run that takes twice what it may is ended."""

    def limit() -> None:
        seconds = int(bar.seconds * 2) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (int(bar.megabytes * 6) * MEGABYTE,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    with open(folder / "errors.txt", "w+b") as errors:
        child = subprocess.Popen(
            [binary, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=errors, preexec_fn=limit
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        text = errors.read(2_000).decode(errors="replace")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode, text)


def encoded(text) -> bytes:
    """The bytes of a shape."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def page(locale: str, shape, text) -> bytes:
    """A page of a locale with a shape in its place."""
    if shape.place == "front matter":
        return b"---\n" + encoded(text) + b"---\n" + PLAIN[locale].encode()
    if shape.place == "page":
        return encoded(text)
    return METADATA[locale].encode() + b"# Title\n\n" + encoded(text)


def write_project(folder: Path, shape, size: int, locales: tuple[str, ...] = ("en", "de")) -> None:
    """Writes a project of one page in two languages, with a shape in the pages of some."""
    made = shape.make(size)
    texts = dict(zip(("en", "de"), made if isinstance(made, tuple) else (made, made)))
    site = folder / "site"
    site.mkdir(parents=True)
    (site / "config.yml").write_text("source-locale: en\nquality: true\ntitle: T\n")
    for locale in ("en", "de"):
        (folder / "content" / locale).mkdir(parents=True)
        isPage = shape.place in ("body", "front matter", "page") and locale in locales
        text = page(locale, shape, texts[locale]) if isPage else (METADATA[locale] + PLAIN[locale]).encode()
        (folder / "content" / locale / "page.md").write_bytes(text)
        if shape.place == "toc":
            (folder / "content" / locale / "toc.yml").write_bytes(encoded(texts[locale]))
    if shape.place == "redirects":
        (site / "redirects.yml").write_bytes(encoded(texts["en"]))
