"""Drives Debian's Chromium over a pipe, with nothing beside Python's own library.

A page remembers what went wrong in it (console messages, failed and foreign requests) and what it loaded.
"""
import base64
import fcntl
import json
import os
import select
import shutil
import signal
import tempfile
import time
import urllib.parse

CHROMIUM = os.environ.get("DOCGEN_CHROMIUM") or shutil.which("chromium")
TIMEOUT = 60  # seconds; machines of a CI may be slow
KEYS = {"Enter": 13, "Escape": 27, "Tab": 9, "ArrowDown": 40, "ArrowUp": 38, "End": 35, "Home": 36}


class BrowserError(Exception):
    """The browser did not do what it was asked to."""


class LeftPage(BrowserError):
    """The page was left for another while it was asked."""


# What the protocol answers to what it was asked of a page that is left meanwhile; it has no codes for it.
LEFT_PAGE = ("Inspected target navigated or closed", "Execution context was destroyed", "Cannot find context")


class Browser:
    """One run of Chromium, to be used in a 'with' statement."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="docgen-browser-")
        command = [CHROMIUM, "--headless=new", "--remote-debugging-pipe", f"--user-data-dir={self.folder}",
                   "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                   "--disable-component-update", "--hide-scrollbars", "--force-color-profile=srgb"]
        if os.geteuid() == 0:
            command.append("--no-sandbox")
        # The browser reads commands from descriptor 3 and answers on 4; ours must not be in their way.
        ends = []
        for end in os.pipe() + os.pipe():
            ends.append(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10))
            os.close(end)
        commands_in, self.commands, self.answers, answers_out = ends
        actions = [(os.POSIX_SPAWN_DUP2, commands_in, 3), (os.POSIX_SPAWN_DUP2, answers_out, 4)]
        actions += [(os.POSIX_SPAWN_OPEN, number, "/dev/null", os.O_RDWR, 0) for number in (0, 1, 2)]
        self.process = os.posix_spawn(command[0], command, os.environ, file_actions=actions, setpgroup=0)
        os.close(commands_in)
        os.close(answers_out)
        self.buffer, self.number, self.replies, self.pages = b"", 0, {}, {}
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except (BrowserError, OSError):
            os.killpg(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.commands)
        os.close(self.answers)
        shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, method, session=None, **parameters):
        """Sends a command of the DevTools protocol and returns its result."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        number = self.number
        data = memoryview(json.dumps(message).encode() + b"\0")
        while data:
            data = data[os.write(self.commands, data):]
        self.wait(lambda: number in self.replies, method)
        reply = self.replies.pop(number)
        if "error" in reply:
            text = reply["error"]["message"]
            error = LeftPage if any(words in text for words in LEFT_PAGE) else BrowserError
            raise error(f"{method}: {text}")
        return reply["result"]

    def wait(self, condition, what):
        """Takes what the browser says until a condition holds."""
        end = time.monotonic() + TIMEOUT
        while not condition():
            if not select.select([self.answers], [], [], max(0, end - time.monotonic()))[0]:
                raise BrowserError(f"{what}: nothing happened for {TIMEOUT} seconds")
            part = os.read(self.answers, 1 << 16)
            if not part:
                raise BrowserError(f"{what}: the browser ended")
            *messages, self.buffer = (self.buffer + part).split(b"\0")
            for message in map(json.loads, messages):
                if "id" in message:
                    self.replies[message["id"]] = message
                elif message.get("sessionId") in self.pages:
                    self.pages[message["sessionId"]].take(message["method"], message["params"])

    def open(self, url, **settings):
        """Opens a page in a context of its own, and waits until it is loaded; settings are those of Page."""
        return Page(self, **settings).go(url)


class Page:
    """A page in the browser, with a storage of its own."""

    def __init__(self, browser, width=1280, height=900, is_dark=False, scripts=True, languages=None,
                 on_new_document=None):
        self.browser, self.problems, self.requests = browser, [], {}
        self.is_loaded = False
        context = browser.call("Target.createBrowserContext")["browserContextId"]
        target = browser.call("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.context = context
        browser.pages[self.session] = self
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.look(width, height, is_dark)
        if not scripts:
            self.call("Emulation.setScriptExecutionDisabled", value=True)
        if on_new_document:
            self.call("Page.addScriptToEvaluateOnNewDocument", source=on_new_document)
        if languages:
            agent = browser.call("Browser.getVersion")["userAgent"]
            self.call("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=languages)

    def look(self, width=1280, height=900, is_dark=False, media=""):
        """Shows the page on a screen of a size (a phone, if it is narrow), in light or dark, or in print."""
        is_phone = width < 600
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=2 if is_phone else 1, mobile=is_phone)
        features = {"prefers-color-scheme": "dark" if is_dark else "light", "prefers-reduced-motion": "reduce"}
        self.call("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": name, "value": value} for name, value in features.items()])

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def take(self, method, event):
        """Takes an event of the page."""
        if method == "Page.loadEventFired":
            self.is_loaded = True
        elif method == "Runtime.consoleAPICalled":
            self.problems.append("console: " + " ".join(str(item.get("value")) for item in event["args"]))
        elif method == "Runtime.exceptionThrown":
            details = event["exceptionDetails"]
            self.problems.append("uncaught: " + details.get("exception", details).get("description", details["text"]))
        elif method == "Log.entryAdded":
            self.problems.append(f"{event['entry']['source']}: {event['entry']['text']}")
        elif method == "Network.requestWillBeSent":
            url = event["request"]["url"]
            self.requests[event["requestId"]] = [url, 0]
            host = urllib.parse.urlsplit(url).hostname
            if host not in (None, "", "127.0.0.1"):
                self.problems.append(f"request to another host: {url}")
        elif method == "Network.dataReceived":
            self.requests.get(event["requestId"], [None, 0])[1] += event["dataLength"]
        elif method == "Network.loadingFailed" and not event.get("canceled"):
            url = self.requests.get(event["requestId"], ["?"])[0]
            self.problems.append(f"{event['errorText']}: {url}")

    def go(self, url):
        self.is_loaded = False
        reply = self.call("Page.navigate", url=url)
        if "errorText" in reply:
            raise BrowserError(f"{url}: {reply['errorText']}")
        if "loaderId" in reply:  # not only another place on the same page
            self.browser.wait(lambda: self.is_loaded, url)
        return self

    def follow(self, act, *arguments, **modifiers):
        """Does what leads to another page, and waits until that is loaded."""
        self.is_loaded = False
        result = act(*arguments, **modifiers)
        self.browser.wait(lambda: self.is_loaded, "the page that is led to")
        return result

    def close(self):
        self.browser.call("Target.disposeBrowserContext", browserContextId=self.context)
        self.browser.pages.pop(self.session, None)

    def eval(self, expression):
        """The value of an expression in JavaScript; promises are awaited."""
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise BrowserError(details.get("exception", details).get("description", details["text"]))
        return result["result"].get("value")

    def until(self, expression):
        """Waits until an expression holds, and returns its value; the page may lead to another meanwhile."""
        end = time.monotonic() + TIMEOUT
        value = None
        while not value:
            if time.monotonic() > end:
                raise BrowserError(f"never came true: {expression}")
            try:
                value = self.eval(expression)
            except LeftPage:  # asked of a page that was just left
                pass
            if not value:
                time.sleep(0.01)
        return value

    def press(self, key, **modifiers):
        """Presses and releases a key: a character, or a name of KEYS."""
        bits = sum(bit for name, bit in (("alt", 1), ("ctrl", 2), ("meta", 4), ("shift", 8)) if modifiers.get(name))
        code = KEYS.get(key) or (ord(key.upper()) if key.isascii() else 0)
        event = {"key": key, "windowsVirtualKeyCode": code, "modifiers": bits}
        text = "\r" if key == "Enter" else key if key not in KEYS and not bits & 6 else None
        down = dict(event, type="keyDown" if text else "rawKeyDown")
        if text:
            down["text"] = text
        self.call("Input.dispatchKeyEvent", **down)
        self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    def type(self, text):
        for character in text:
            self.press(character)

    def click(self, selector):
        """Clicks into the middle of the first element that a selector finds, as a mouse does."""
        x, y = self.eval(f"""(() => {{
            const element = document.querySelector({json.dumps(selector)});
            element.scrollIntoView({{ block: 'center' }});
            const box = element.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
          }})()""")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def screenshot(self, path, whole=False):
        """Writes a picture of what is seen, or of the whole page, as PNG."""
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
