"""The commands of the tutorial and of the pages that tell how: each is run as it stands, in every language.

A block of a shell is run line by line. The text block after it is what it prints. A block in another language, below a line
that ends in the name of a file and a colon, becomes that file."""
import re
import shutil
import subprocess
import unittest

from workplace import ROOT, Workplace, commands, damaged_project, steps

LOCALES = sorted(path.name for path in (ROOT / "content").iterdir() if (path / "guide/tutorial.md").exists())


# Does at once what Slurm does when there is room, one task of an array after the other.
SBATCH = """count= script=
while [ $# -gt 0 ]; do
  case "$1" in --array=1-*) count=${1#--array=1-};; --wrap) script=$2; shift;; esac
  shift
done
if [ -n "$count" ]; then
  export SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=$count SLURM_CPUS_PER_TASK=1
  for number in $(seq "$count"); do SLURM_ARRAY_TASK_ID=$number sh -ec "$script" >&2 || exit; done
else
  sh -ec "$script" >&2 || exit
fi
echo 1"""


def blocks(name, locale):
    """The blocks of code of a page: their language, their text, and the last line of text before each."""
    lines = (ROOT / "content" / locale / "guide" / f"{name}.md").read_text().splitlines()
    found, before, number = [], "", 0
    while number < len(lines):
        fence = re.match(r"(`{3,})(\w+)$", lines[number])
        if fence:
            end = lines.index(fence[1], number + 1)
            found.append((fence[2], "\n".join(lines[number + 1:end]) + "\n", before))
            before, number = "", end
        elif lines[number].strip():
            before = lines[number]
        number += 1
    return found


def file_named(before):
    """The file that the line before a block names at its end."""
    names = re.findall(r"`([^`]+)`", before)
    return names[-1] if names and re.search(r":$", before) else None


class Pages(unittest.TestCase):
    def follow(self, place, name, locale):
        """Does what a page says, and returns the files that it had written."""
        written = {}
        found = blocks(name, locale)
        self.assertTrue(found)
        for number, (language, text, before) in enumerate(found):
            file = file_named(before)
            if language == "sh":
                after = found[number + 1] if number + 1 < len(found) else ("", "", "")
                expected = after[1] if after[0] == "text" and not after[2] else None
                run = place.run(text, shell=("bash", "-o", "pipefail"))
                said = f"{locale}/{name}: {text}{run.stdout}{run.stderr}"
                if expected is not None:
                    self.assertEqual(run.stdout + run.stderr, expected, said)
                # Findings are what the page wants to show.
                self.assertIn(run.returncode, (0, 1) if " error[" in (expected or "") else (0,), said)
            elif language != "text" and file and not file.startswith("/"):
                there = place.project / file
                key = text.split(":")[0]
                if there.exists() and re.search(rf"^{key}:", there.read_text(), re.MULTILINE):
                    # What is there already is changed by key.
                    text = re.sub(rf"(?ms)^{key}:.*?(?=^\S|\Z)", lambda _, new=text: new, there.read_text())
                place.write(file, text)
                written[file] = text
        return written

    def test_tutorial(self):
        for locale in LOCALES:
            with self.subTest(locale):
                place = Workplace(self)
                self.follow(place, "tutorial", locale)
                self.assertTrue((place.project / "public/de/open-door.html").exists())
                self.assertIn("*floor*", (place.project / "content/de/open-door.md").read_text())
                self.assertEqual(place.run("git status --short").stdout, "")

    def test_installing(self):
        for locale in LOCALES:
            with self.subTest(locale):
                place = Workplace(self, has_docgen=False)
                for name in ("sudo", "docker", "make"):
                    place.program(name, f'echo "$@" >>{place.temporary}/{name}.txt')
                archive = place.project / "docgen-0-linux-x86_64.tar.gz"
                shutil.copy(place.archive(), archive)
                place.run("sha256sum *.tar.gz >SHA256SUMS")
                place.environment["PATH"] = f"{place.home}/.local/bin:" + place.environment["PATH"]
                self.follow(place, "installing", locale)
                self.assertTrue((place.home / ".local/share/man/man1/docgen-lint.1").exists())
                self.assertEqual((place.temporary / "make.txt").read_text(), "docgen\ndist\n")

    def test_adopting(self):
        for locale in LOCALES:
            with self.subTest(locale):
                place = Workplace(self)
                damaged_project(place)
                shutil.rmtree(place.project / "site")
                place.write("docusaurus.config.js", "module.exports = { title: 'T', i18n: { locales: ['en', 'de'] } }\n")
                (place.project / "content/en").rename(place.project / "docs")
                translations = place.project / "i18n/de/docusaurus-plugin-content-docs"
                translations.mkdir(parents=True)
                (place.project / "content/de").rename(translations / "current")
                written = self.follow(place, "adopting-a-tree", locale)
                self.assertIn("site/config.yml", written)
                # The old finding is silent by the configuration alone, without what the command line said.
                self.assertEqual(place.run("docgen lint --exit-zero").returncode, 0)

    def test_model(self):
        for locale in LOCALES:
            with self.subTest(locale):
                place = Workplace(self)
                damaged_project(place)
                self.follow(place, "using-the-model", locale)
                self.assertTrue((place.project / "objects.inv").exists())

    def test_machines(self):
        for locale in LOCALES:
            with self.subTest(locale):
                place = Workplace(self)
                self.assertEqual(place.run("docgen init --ci none").returncode, 0)
                self.assertEqual(place.run("docgen build --no-cache -q --output whole").returncode, 0)
                self.follow(place, "many-machines", locale)
                self.expect_same(place, "whole", "public")
                scripts = {language: text for language, text, _ in reversed(blocks("many-machines", locale))}
                shutil.rmtree(place.project / "public")
                place.program("sbatch", SBATCH)
                run = place.run(scripts["bash"])
                self.assertEqual(run.returncode, 0, run.stderr)
                self.expect_same(place, "whole", "public")

    def expect_same(self, place, one, other):
        run = place.run(f"diff -r {one} {other}")
        self.assertEqual((run.returncode, run.stdout), (0, ""))

    def test_publishing(self):
        for locale in LOCALES:
            with self.subTest(locale):
                place = Workplace(self)
                (place.project / "www").mkdir()
                self.assertEqual(place.run("docgen init --ci none").returncode, 0)
                if not shutil.which("rsync"):
                    place.program("rsync", 'cp -r site-new/. www/')
                written = self.follow(place, "publishing-on-hosts", locale)
                self.assertTrue((place.project / "www/headers/nginx.conf").exists())
                (place.programs / "docgen").unlink()
                address = place.archive().as_uri()
                self.publish_on_github(place, written[".github/workflows/site.yml"], address)
                for file in (".gitlab-ci.yml", "netlify.toml"):
                    shutil.rmtree(place.project / "public")
                    text = written[file]
                    if file == "netlify.toml":
                        script = re.search(r'^command = "(.*)"$', text, re.MULTILINE)[1]
                    else:
                        lines = commands(text, "pages", "before_script") + commands(text, "pages", "script")
                        script = "\n".join(lines)
                    run = place.run(script, DOCGEN_URL=address)
                    self.assertEqual(run.returncode, 0, run.stderr)
                    self.assertTrue((place.project / "public/index.html").exists())
                self.check_nginx(place, dict((block[0], block[1]) for block in blocks("publishing-on-hosts", locale)))

    def publish_on_github(self, place, workflow, address):
        for step in steps(workflow):
            if "run" in step:
                run = place.run(step["run"], shell=("bash", "-e"), DOCGEN_URL=address)
                self.assertEqual(run.returncode, 0, run.stderr)
        self.assertTrue((place.project / "public/index.html").exists())
        (place.temporary / "GITHUB_PATH").write_text("")

    def check_nginx(self, place, found):
        nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin")
        if not nginx:
            print("nginx is not installed: its configuration is not tried")
            return
        server = found["nginx"].replace("/srv/docs", str(place.project / "www")).replace("listen 80", "listen 18080")
        place.write("nginx.conf", f"pid {place.base}/nginx.pid;\nerror_log stderr;\nevents {{}}\n"
                    f"http {{\naccess_log off;\n{server}}}\n")
        run = subprocess.run([nginx, "-t", "-p", place.base, "-c", place.project / "nginx.conf"],
                             capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)


if __name__ == "__main__":
    unittest.main()
