#!/usr/bin/env python3
"""Measures how fast docgen is, as multiples of what libcmark-gfm alone needs for the same pages in the same run.

    python3 Tests/Benchmark/speed.py --docgen .build/docgen --content DIR [--sizes 1000,10000,all] [--runs 5] [--copies 1]
      [--write content/*/guide/how-fast-docgen-is.md] [--stages]

DIR holds a folder for each locale. All is measured in turns, so that what else the machine does disturbs all alike, and
medians are shown. The table below the comment `<!-- benchmark: speed -->` of a page is filled, its rows keep their words; a
plot of it is written beside the page. Hugo is measured where it is on PATH.
"""
import argparse
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
# In the order of the rows of the table.
ROWS = ["floor", "lint cold", "lint times", "lint contents", "build cold", "build times", "build contents", "build page",
        "build percent", "build vocabulary", "hugo"]


class Run:
    """What a run took."""

    def __init__(self, cpu, clock, memory, status):
        self.cpu, self.clock, self.memory, self.status = cpu, clock, memory, status


def measure(*arguments, cwd):
    start = time.monotonic()
    process = subprocess.Popen([str(argument) for argument in arguments], cwd=cwd, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024, process.returncode)


def pages(folder):
    """The paths of pages below a folder, which are the same in all locales where they are translated."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.md"))


class Project:
    """A project of some pages of a content folder, in memory where there is room."""

    def __init__(self, root, content, size, copies):
        self.root = root
        self.locales = sorted((path.name for path in content.iterdir() if path.is_dir()), key=lambda name: (name != "en", name))
        names = pages(content / self.locales[0])
        wanted = len(names) if size is None else max(1, size // len(self.locales))
        step = max(1.0, len(names) / wanted)
        chosen = [names[int(index * step)] for index in range(min(wanted, len(names)))]
        for locale in self.locales:
            for name in chosen:
                source = content / locale / name
                if not source.exists():
                    continue
                top, _, rest = name.partition("/")
                for copy in range(copies):
                    target = root / "content" / locale / (f"{top}_{copy}" if copy and rest else top) / rest
                    if copy and not rest:
                        continue
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(source, target)
        (root / "site").mkdir()
        (root / "site/config.yml").write_text(f"title: Reference\nsource-locale: {self.locales[0]}\n")
        self.files = sorted((root / "content").rglob("*.md"))
        self.number = 0

    def change_pages(self, count):
        """Adds a sentence to pages that lie all over the content."""
        self.number += 1
        step = len(self.files) / count
        for index in range(count):
            path = self.files[(int(index * step) + self.number * 7919) % len(self.files)]
            with open(path, "ab") as file:
                file.write(b"\nOne more sentence, number %d.\n" % self.number)

    def change_vocabulary(self):
        self.number += 1
        path = self.root / "locales" / self.locales[-1] / "interface.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"navigation: Navigation {self.number}\n")


def write_hugo(project):
    """A project for Hugo of the same pages, with a theme that makes as much of a page as docgen's navigation does."""
    root = project.root / "hugo"
    languages = "".join(f"  {name}:\n    contentDir: ../content/{name}\n    weight: {index + 1}\n"
                        for index, name in enumerate(project.locales))
    layouts = root / "layouts/_default"
    layouts.mkdir(parents=True)
    (root / "hugo.yml").write_text(
        f"baseURL: https://example.org/\ndefaultContentLanguage: {project.locales[0]}\n"
        f"defaultContentLanguageInSubdir: true\ndisableKinds: [taxonomy, term, RSS]\nlanguages:\n{languages}"
        "markup:\n  goldmark:\n    renderer:\n      unsafe: true\n")
    page = ("<!doctype html><html lang={{.Site.Language.Lang}}><head><title>{{.Title}}</title>"
            "{{range .Translations}}<link rel=alternate hreflang={{.Language.Lang}} href={{.Permalink}}>{{end}}</head><body>"
            "<nav>{{with .Parent}}{{range first 40 .Pages}}<a href={{.RelPermalink}}>{{.Title}}</a>{{end}}{{end}}</nav>"
            "<aside>{{.TableOfContents}}</aside><main><h1>{{.Title}}</h1>{{.Content}}</main></body></html>")
    (layouts / "single.html").write_text(page)
    (layouts / "list.html").write_text(page)
    return root


class Benchmark:
    """All that is measured of one project."""

    def __init__(self, docgen, floor, project, runs):
        self.docgen, self.floor, self.project, self.runs = docgen, floor, project, runs
        self.results = {row: [] for row in ROWS}

    def docgen_run(self, *arguments):
        run = measure(self.docgen, *arguments, cwd=self.project.root)
        if run.status not in (0, 1):
            sys.exit(f"docgen {' '.join(map(str, arguments))} ended with {run.status}")
        return run

    def add(self, row, run):
        self.results[row].append(run)
        print(f"  {row}: {run.cpu:.2f} s of a processor, {run.clock:.2f} s, {run.memory:.0f} MB", file=sys.stderr)

    def prime(self, trust):
        self.docgen_run("lint", "--exit-zero", "-q", "--trust", trust)
        self.docgen_run("build", "-q", "--trust", trust)
        # Times are trusted when they are two seconds old.
        time.sleep(2.1)
        self.docgen_run("lint", "--exit-zero", "-q", "--trust", trust)
        self.docgen_run("build", "-q", "--trust", trust)

    def run(self):
        root = self.project.root
        hugo = shutil.which("hugo") and write_hugo(self.project)
        for trust in ("contents", "times"):
            self.prime(trust)
            for _ in range(self.runs):
                self.add(f"lint {trust}", self.docgen_run("lint", "--exit-zero", "-q", "--trust", trust))
                self.add(f"build {trust}", self.docgen_run("build", "-q", "--trust", trust))
                self.add("floor", measure(self.floor, os.cpu_count(), "content", cwd=root))
        for _ in range(self.runs):
            self.add("floor", measure(self.floor, os.cpu_count(), "content", cwd=root))
            for row, count in (("build page", 1), ("build percent", max(1, len(self.project.files) // 100))):
                self.project.change_pages(count)
                self.add(row, self.docgen_run("build", "-q", "--trust", "times"))
            self.project.change_vocabulary()
            self.add("build vocabulary", self.docgen_run("build", "-q", "--trust", "times"))
            self.add("lint cold", self.docgen_run("lint", "--exit-zero", "-q", "--no-cache"))
            self.add("build cold", self.docgen_run("build", "-q", "--no-cache", "-o", "cold"))
            shutil.rmtree(root / "cold")
            if hugo:
                self.add("hugo", measure("hugo", "--quiet", "-d", root / "hugo-site", cwd=hugo))
                shutil.rmtree(root / "hugo-site", ignore_errors=True)
        return {row: median(runs) for row, runs in self.results.items()}


def median(runs):
    if not runs:
        return None
    return Run(*(statistics.median(getattr(run, name) for run in runs) for name in ("cpu", "clock", "memory", "status")))


# Writing

def cell(run, floor):
    if run is None:
        return "–"
    return f"{run.cpu:.2f} s ({run.cpu / floor.cpu:.2f} ×), {run.clock:.2f} s, {run.memory:.0f} MB"


def write_page(path, columns, note):
    """Fills the table and writes the plot of a page."""
    lines = path.read_text().split("\n")
    start = lines.index("<!-- benchmark: speed -->") + 1
    end = start
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    first = lines[start].split("|")[1].strip()
    labels = [line.split("|")[1].strip() for line in lines[start + 2:end]]
    table = ["| " + " | ".join([first, *(f"{count:,}" for count, _ in columns)]) + " |",
             "| --- |" + " ---: |" * len(columns)]
    for label, row in zip(labels, ROWS):
        table.append("| " + " | ".join([label, *(cell(result[row], result["floor"]) for _, result in columns)]) + " |")
    lines[start:end] = table
    if "<!-- benchmark: machine -->" in lines:
        lines[lines.index("<!-- benchmark: machine -->") + 1] = note
    path.write_text("\n".join(lines))
    path.with_suffix(".svg").write_text(plot(labels, columns))


def plot(labels, columns):
    """Bars of the time of a processor of the largest project, as multiples of the floor, on a scale of powers of ten."""
    import math
    _, result = columns[-1]
    bars = [(label, result[row].cpu / result["floor"].cpu) for label, row in zip(labels, ROWS) if result[row]]
    height, left, width = 26 * len(bars) + 10, 300, 380
    low, high = -2.0, max(1.0, math.ceil(math.log10(max(value for _, value in bars))))
    texts = []
    for index, (label, value) in enumerate(bars):
        y = 26 * index + 8
        length = max(2.0, (math.log10(max(value, 0.011)) - low) / (high - low) * width)
        texts.append(f'<text x="{left - 8}" y="{y + 14}" text-anchor="end">{label.replace("&", "&amp;")}</text>'
                     f'<rect x="{left}" y="{y}" width="{length:.0f}" height="18" rx="2"/>'
                     f'<text x="{left + length + 6:.0f}" y="{y + 14}">{value:.2f} ×</text>')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 70} {height}" '
            'font-family="system-ui, sans-serif" font-size="13">'
            "<style>text{fill:#333}rect{fill:#3b6ea8}@media(prefers-color-scheme:dark){text{fill:#ddd}rect{fill:#7fb0e8}}</style>"
            + "".join(texts) + "</svg>\n")


def machine(docgen, runs):
    names = [line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
    version = subprocess.run([docgen, "--version"], capture_output=True, text=True).stdout.strip()
    return f"{version}; {os.cpu_count()} × {names[0] if names else platform.machine()}; Linux {platform.release()}; n = {runs}"


def stages(docgen, project):
    """The time of a processor that each stage takes for a page."""
    for command in (["lint", "--exit-zero"], ["build", "-o", "cold"]):
        result = subprocess.run([docgen, *command, "-q", "--no-cache", "--timings"], cwd=project.root,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in result.stderr.split("\n\n")[0].splitlines()[1:]:
            words = line.split()
            seconds = float(words[-2])
            print(f"{command[0]}: {' '.join(words[:-4])}: {seconds / len(project.files) * 1e6:.0f} µs a page")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--docgen", required=True, type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--content", required=True, type=pathlib.Path)
    parser.add_argument("--sizes", default="1000,10000,all")
    parser.add_argument("--copies", type=int, default=1, help="make so many times as many pages of all")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", nargs="*", default=[], type=pathlib.Path)
    parser.add_argument("--stages", action="store_true")
    options = parser.parse_args()
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    columns = []
    with tempfile.TemporaryDirectory(prefix="docgen-speed-", dir=memory) as folder:
        folder = pathlib.Path(folder)
        floor = folder / "floor"
        subprocess.run(["cc", "-O2", "-pthread", "-o", floor, HERE / "floor.c", "-lcmark-gfm", "-lcmark-gfm-extensions"],
                       check=True)
        for size in options.sizes.split(","):
            root = folder / size
            project = Project(root, options.content, None if size == "all" else int(size),
                              options.copies if size == "all" else 1)
            print(f"{len(project.files)} pages", file=sys.stderr)
            if options.stages:
                stages(options.docgen, project)
            else:
                columns.append((len(project.files), Benchmark(options.docgen, floor, project, options.runs).run()))
            shutil.rmtree(root)
    if options.stages:
        return
    note = machine(options.docgen, options.runs)
    print(note)
    for row in ROWS:
        print(row, *(cell(result[row], result["floor"]) for _, result in columns), sep=" | ")
    for path in options.write:
        write_page(path, columns, note)


if __name__ == "__main__":
    main()
