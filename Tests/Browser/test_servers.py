"""What servers do with the files that a site has for them: nginx and Apache check them, and answer requests."""
import functools
import http.client
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.parse

import website

NEW = "new.html"
ODD = "sub/odd%20name;%20%22x%22%20%23%20%3F%20100%25.html"
# Old addresses, and where they lead: below the folder of each language, or elsewhere.
REDIRECTS = {
    "plain": ("new", NEW),
    "with.dots/v1.2": ("new", NEW),
    "kept.html": ("new", NEW),
    "kept.md.md": ("new", NEW),
    "of-old.htm": ("new", NEW),
    "of-old.php": ("new", NEW),
    "folder/": ("new", NEW),
    "folder/page": ("new#top", NEW + "#top"),
    "semi;colon": ("new", NEW),
    "dollar$x $1 $uri": ("new", NEW),
    "env${PATH}": ("new", NEW),
    "percent%{HOST}": ("new", NEW),
    'quote"s': ("new", NEW),
    "apo'strophe": ("new", NEW),
    "br{ac}es": ("new", NEW),
    "brack[et]s": ("new", NEW),
    "(paren)theses": ("new", NEW),
    "back\\slash": ("new", NEW),
    "end\\": ("new", NEW),
    "new\nline": ("new", NEW),
    "tab\tand\rreturn": ("new", NEW),
    "escape\x1b": ("new", NEW),
    "sp ace": ("new", NEW),
    " leading": ("new", NEW),
    "caf%C3%A9": ("new", NEW),
    "ä/ö ü": ("new", NEW),
    "日本語/語": ("new", NEW),
    "emoji😀": ("new", NEW),
    "e\u0301": ("new", NEW),
    "100%": ("new", NEW),
    "double%2541": ("new", NEW),
    "plus+plus": ("new", NEW),
    "c#": ("new", NEW),
    "what?": ("new", NEW),
    "st*ar": ("new", NEW),
    ":name/x:y": ("new", NEW),
    "~tilde^caret|bar": ("new", NEW),
    "a&b=c,d@e!": ("new", NEW),
    "<b>": ("new", NEW),
    "= x": ("new", NEW),
    "^~ y": ("new", NEW),
    "long/" + 9 * ("x" * 120 + "/") + "y": ("new", NEW),
    "to odd": ('sub/odd name; "x" %23 %3F 100%25', ODD),
    "to odd part": ('sub/odd name; "x" %23 %3F 100%25#a$b', ODD + "#a$b"),
    "away": ("https://example.org/a$b/%41?x=$1&y=%20#z$", "https://example.org/a$b/%41?x=$1&y=%20#z$"),
    "away too": ("https://example.org", "https://example.org/"),
}
# Addresses beside those of before, which lead nowhere.
NOT_MOVED = ["plain.html/x", "plain.htmlx", "stXar.html", "st.html", "folder/other", "kept.md.html/", "semi", "Plain.html",
             "what", "xplain.html"]
BASE = "/docs$1 (v2;é)"


@functools.cache
def odd_site():
    """A site with old addresses of all kinds, below a path of the host that is odd itself; and what the build said."""
    website.need(website.DOCGEN, f"no docgen here: 'make docgen' builds {website.DOCGEN}")
    folder = website.temporary("servers")
    folder.mkdir(parents=True, exist_ok=True)
    for part in (folder, folder.parent):
        part.chmod(0o755)
    (folder / "site").mkdir()
    (folder / "site/config.yml").write_text(
        f"title: Odd\nsource-locale: en\nbase-url: {json.dumps('https://docs.example.org' + urllib.parse.quote(BASE, safe='/$()'))}\n")
    (folder / "site/redirects.yml").write_text(
        "".join(f"? {quoted(old)}\n: {quoted(target)}\n" for old, (target, _) in REDIRECTS.items()))
    pages = {
        "en/new.md": "# New\n",
        'en/sub/odd name; "x" # ? 100%.md': "# Odd\n",
        "en/sub/gone.md": "---\ntitle: Gone\nredirect_url: ../new.md\n---\n",
        "en/sub/moved.md": "---\ntitle: Moved\naliases:\n- /was/here\n- ./be side\n---\n# Moved\n",
        "de-AT/new.md": "# Neu\n",
    }
    for path, text in pages.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    # Where the host finds the site.
    output = folder / ("www" + BASE)
    output.parent.mkdir(parents=True)
    done = subprocess.run(
        [website.DOCGEN, "build", "--config", str(folder / "site/config.yml"), "--output", str(output)], cwd=folder,
        check=True, capture_output=True, text=True)
    return folder, done.stderr


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class ServerCase(unittest.TestCase):
    """A server of its own on this machine, with what the site has for it."""

    PROGRAM = PACKAGE = None

    @classmethod
    def setUpClass(cls):
        if cls.PROGRAM is None:
            raise unittest.SkipTest("the part that all servers share")
        program = shutil.which(cls.PROGRAM, path=os.environ["PATH"] + ":/usr/sbin:/sbin")
        website.need(program, f"no {cls.PROGRAM} here: install the package '{cls.PACKAGE}'")
        cls.folder, cls.said = odd_site()
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="docgen-server-"))
        cls.work.chmod(0o755)
        cls.addClassCleanup(shutil.rmtree, cls.work, ignore_errors=True)
        cls.port = free_port()
        configuration = cls.work / "server.conf"
        configuration.write_text(cls.configuration())
        cls.checked = subprocess.run([program, *cls.arguments(configuration), "-t"], capture_output=True, text=True)
        cls.server = subprocess.Popen([program, *cls.arguments(configuration), *cls.FOREGROUND],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        cls.addClassCleanup(cls.stop)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", cls.port)) == 0:
                    return
            if cls.server.poll() is not None:
                raise AssertionError(f"{cls.PROGRAM} does not start: {cls.server.stderr.read()}")
            time.sleep(0.05)
        raise AssertionError(f"{cls.PROGRAM} does not answer")

    @classmethod
    def stop(cls):
        cls.server.terminate()
        cls.server.wait(10)
        cls.server.stderr.close()

    @classmethod
    def site_file(cls, name):
        return cls.folder / ("www" + BASE) / "headers" / name

    def get(self, path, query=""):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        self.addCleanup(connection.close)
        connection.request("GET", urllib.parse.quote(path, safe="/") + query)
        response = connection.getresponse()
        response.read()
        return response

    def where(self, path, query=""):
        """Where an address leads, without the host of the server."""
        response = self.get(path, query)
        location = response.headers.get("Location", "")
        return response.status, location.removeprefix(f"http://127.0.0.1:{self.port}")

    def old_paths(self, old):
        """The addresses of an old path: that of its page, and what it is called besides."""
        path = urllib.parse.unquote(old)
        if path.endswith("/"):
            return [path, path + "index.html"]
        if path.endswith((".html", ".htm")):
            return [path]
        return [path.removesuffix(".md") + ".html"] + ([path] if path.endswith(".php") else [])

    def test_the_configuration_is_valid(self):
        self.assertEqual(self.checked.returncode, 0, self.checked.stderr)
        self.assertNotRegex(self.checked.stderr, r"\[(warn|emerg|error)\]")

    def test_old_addresses_lead_on(self):
        self.maxDiff = None
        wrong = []
        for locale in ("en", "de-AT"):
            home = f"{BASE}/{locale}/"
            for old, (_, target) in REDIRECTS.items():
                if "://" not in target:
                    target = urllib.parse.quote(home, safe="/") + target
                for path in self.old_paths(old):
                    found = self.where(home + path)
                    # A character and its code are the same place.
                    if (found[0], urllib.parse.unquote(found[1])) != (301, urllib.parse.unquote(target)):
                        wrong.append((path, *found))
        self.assertEqual(wrong, [])

    def test_pages_that_only_lead_on_do(self):
        home = f"{BASE}/en/"
        for old, new in (("sub/gone.html", NEW), ("was/here.html", "sub/moved.html"),
                         ("sub/be side.html", "sub/moved.html")):
            status, location = self.where(home + old)
            self.assertEqual((status, urllib.parse.unquote(location)), (301, home + new))

    def test_other_addresses_stay(self):
        for path in NOT_MOVED:
            self.assertEqual(self.get(f"{BASE}/en/{path}").status, 404, path)
        self.assertEqual(self.get(f"{BASE}/en/{NEW}").status, 200)

    def test_a_query_is_handed_on(self):
        home = f"{BASE}/en/"
        status, location = self.where(home + "plain.html", "?a=b%20c")
        self.assertEqual((status, location.rpartition("?")[2]), (301, "a=b%20c"))
        # What a target asks for itself stands.
        self.assertEqual(urllib.parse.unquote(self.where(home + "away.html", "?a=b")[1]),
                         urllib.parse.unquote(REDIRECTS["away"][1]))
        self.assertRegex(self.where(home + "folder/page.html", "?a=b")[1], r"(\?a=b)?#top$")

    def test_headers_are_sent(self):
        page = self.get(f"{BASE}/en/{NEW}")
        policy = page.headers.get_all("Content-Security-Policy")
        self.assertEqual(len(policy), 1)
        self.assertTrue(policy[0].startswith("default-src 'none'; script-src 'self'; "), policy)
        self.assertEqual(page.headers["X-Content-Type-Options"], "nosniff")
        self.assertIsNone(page.headers["Cache-Control"])
        asset = self.get(f"{BASE}/assets/docgen.css")
        self.assertEqual(asset.headers.get_all("Cache-Control"), ["public, max-age=3600, stale-while-revalidate=86400"])
        self.assertEqual(asset.headers.get_all("Content-Security-Policy"), policy)
        self.assertIsNone(self.get(f"{BASE}/en/assets/docgen.css").headers["Cache-Control"])


class Nginx(ServerCase):
    PROGRAM, PACKAGE = "nginx", "nginx"
    FOREGROUND = ["-g", "daemon off;"]

    @classmethod
    def arguments(cls, configuration):
        return ["-p", str(cls.work), "-c", str(configuration), "-e", str(cls.work / "error.log")]

    @classmethod
    def configuration(cls):
        places = "".join(f"  {name}_temp_path {cls.work}/{name};\n"
                         for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        shutil.copy(cls.site_file("nginx.conf"), cls.work / "site.conf")
        return f"""
{"user root;" if os.geteuid() == 0 else ""}
worker_processes 1;
pid {cls.work}/nginx.pid;
events {{ worker_connections 64; }}
http {{
  access_log off;
{places}
  types {{ text/html html htm; text/css css; }}
  server {{
    listen 127.0.0.1:{cls.port};
    root {cls.folder}/www;
    include {cls.work}/site.conf;
  }}
}}
"""


class Apache(ServerCase):
    PROGRAM, PACKAGE = "apache2", "apache2-bin"
    FOREGROUND = ["-DFOREGROUND"]

    @classmethod
    def arguments(cls, configuration):
        return ["-f", str(configuration)]

    @classmethod
    def site_part(cls):
        shutil.copy(cls.site_file("apache.conf"), cls.work / "site.conf")
        return f"Include {cls.work}/site.conf", "None"

    @classmethod
    def configuration(cls):
        part, override = cls.site_part()
        modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
                            for name in ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite"))
        return f"""
ServerRoot {cls.work}
ServerName 127.0.0.1
Listen 127.0.0.1:{cls.port}
PidFile {cls.work}/apache.pid
ErrorLog {cls.work}/error.log
{modules}
{"User nobody" if os.geteuid() == 0 else ""}
{"Group nogroup" if os.geteuid() == 0 else ""}
TypesConfig /dev/null
AddType text/html .html
DocumentRoot {cls.folder}/www
<Directory {cls.folder}/www>
  Require all granted
  AllowOverride {override}
</Directory>
<VirtualHost 127.0.0.1:{cls.port}>
  {part}
</VirtualHost>
"""


class ApacheByFolder(Apache):
    """The same as a file in the folder of the site."""

    @classmethod
    def site_part(cls):
        file = cls.folder / "www/.htaccess"
        shutil.copy(cls.site_file("apache.conf"), file)
        cls.addClassCleanup(file.unlink)
        return "", "All"


class StaticHosts(unittest.TestCase):
    """What has no server here that could be asked."""

    def test_what_cannot_be_named_is_left_out_and_told(self):
        folder, said = odd_site()
        output = folder / ("www" + BASE)
        lines = (output / "_redirects").read_text().splitlines()
        for line in lines:
            source, target, status = line.split(" ")
            self.assertEqual(status, "301")
            self.assertNotRegex(source, r"[*]|:[a-z]|/:")
            self.assertTrue(line.isascii() and len(line) <= 1000, line)
        for old in ("st*ar", ":name/x:y"):
            self.assertIn(urllib.parse.quote(f"/en/{old}.html", safe="/*:"), said)
        for name in ("firebase", "vercel", "staticwebapp.config"):
            json.loads((output / f"headers/{name}.json").read_text())


if __name__ == "__main__":
    unittest.main()
