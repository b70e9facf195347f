"""Small projects for runs that are killed, and what a site says of itself."""
import hashlib
import os
import pathlib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCGEN = os.environ.get("DOCGEN_BINARY") or str(ROOT / ".build/docgen")
IS_LONG = os.environ.get("DOCGEN_TORTURE") == "long"

PAGE = """---
title: {name} function
ms.topic: reference
---
# {name} function

{prose}

## Requirements

| Requirement | Value |
|---|---|
| Header | {name}.h |
| DLL | {name}.dll |
"""


def need_docgen():
    """Skips the tests where there is no docgen."""
    if not pathlib.Path(DOCGEN).exists():
        raise unittest.SkipTest(f"no docgen here: 'make docgen' builds {DOCGEN}")


def write_project(folder, pages, edition=""):
    """Writes pages in English and German, of which the German are damaged; returns the arguments that name them."""
    for locale in ("en", "de"):
        for number in range(pages):
            name = f"Run{number}"
            text = PAGE.format(name=name, prose=f"{edition} Runs {number}. " * 20)
            path = pathlib.Path(folder) / locale / f"part{number % 7}" / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace(f"{name}.h", f"{name}. h") if locale == "de" else text)
    return ["--content", str(folder), "--source-locale", "en"]


def files(folder):
    """All files below a folder with what they hold, and links with where they lead."""
    found = {}
    for base, folders, names in os.walk(os.fsencode(folder)):
        for name in [*names, *(name for name in folders if os.path.islink(os.path.join(base, name)))]:
            path = os.path.join(base, name)
            key = os.path.relpath(path, os.fsencode(folder))
            found[key] = os.readlink(path) if os.path.islink(path) else pathlib.Path(os.fsdecode(path)).read_bytes()
    return found


def manifest(site):
    """The files that a site says docgen wrote into it."""
    content = (pathlib.Path(site) / ".docgen-site").read_bytes()
    heading, digest, paths = content.split(b"\n", 2)
    assert heading == b"docgen-site 1" and hashlib.sha256(paths).hexdigest().encode() == digest
    found, path, index = set(), b"", 0
    while index < len(paths):
        shared, shift = 0, 0
        while True:
            byte = paths[index]
            index += 1
            shared |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        end = paths.index(0, index)
        path = path[:shared] + paths[index:end]
        index = end + 1
        if not path.endswith(b"/"):
            found.add(path)
    return found


def leftovers(folder):
    """What only a run that is killed leaves, below a folder."""
    return sorted(str(path) for path in pathlib.Path(folder).rglob(".*docgen-*")
                  if path.name != ".docgen-site")
