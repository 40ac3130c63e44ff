"""How the tests of the HTML report make pages, and a browser that shows them.

The browser is Chromium by way of ChromeDriver, which is spoken to as W3C WebDriver
says: JSON over HTTP.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import closing
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

import pytest

from ctct_lint.model.diagnostic import Diagnostic, Range, Severity
from ctct_lint.output.context import RenderContext
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.report import FileReport, Lines
from ctct_lint.output.style import Style
from ctct_lint.text.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from ctct_lint.output.context import RuleInfo

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
OPTIONS = {
    "perfLoggingPrefs": {"enablePage": False},
    "args": [
        "--headless",
        "--window-size=1280,900",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--no-first-run",
        *(["--no-sandbox"] if getattr(os, "geteuid", int)() == 0 else []),
    ],
}
CAPABILITIES = {
    "browserName": "chrome",
    "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
}


def file(
    text: str, *found: tuple[str, Severity, str, dict[str, Any]], name: str = "a.xml"
) -> FileReport:
    """Return the report of a file; each diagnostic is at a text that stands once."""
    index = LineIndex(text)
    diagnostics = []
    for needle, severity, code, more in found:
        start = text.index(needle)
        span = index.range(start, start + len(needle))
        message = more.pop("message", "`it` is wrong")
        each = Diagnostic(span, severity, code, "bad-thing", message, **more)
        diagnostics.append(each)
    diagnostics.sort(key=lambda each: each.sort_key)
    return FileReport(name, f"file:///{name}", Lines(text), tuple(diagnostics))


@pytest.fixture(scope="session")
def report() -> Callable[..., FileReport]:
    return file


@pytest.fixture(scope="session")
def at() -> Callable[[str, str], Range]:
    """Return the range of a string that stands once in a text."""

    def find(text: str, needle: str) -> Range:
        start = text.index(needle)
        return LineIndex(text).range(start, start + len(needle))

    return find


@pytest.fixture(scope="session")
def page() -> Callable[..., str]:
    """Return the page of some files."""

    def render(*reports: FileReport, rules: Sequence[RuleInfo] = ()) -> str:
        context = RenderContext(Style(color=False, columns=100), lambda: rules)
        return "".join(FORMATS["html"](reports, context))

    return render


# Blocks are laid out when they come into view, and move what is below them.
IN_VIEW = """
const [selector, done] = arguments;
document.querySelector(selector).scrollIntoView({ block: "nearest" });
requestAnimationFrame(() => requestAnimationFrame(() => done()));
"""


class Browser:
    """One window of a browser without a screen."""

    def __init__(self, connection: HTTPConnection) -> None:
        self._connection = connection
        always = {**CAPABILITIES, "goog:chromeOptions": {**OPTIONS, "binary": found()}}
        asked = {"capabilities": {"alwaysMatch": always}}
        session = self._send("POST", "/session", asked)
        self._session = f"/session/{session['sessionId']}"

    def _send(self, method: str, path: str, body: Any = None) -> Any:
        content = None if body is None else json.dumps(body)
        self._connection.request(method, path, content)
        value = json.loads(self._connection.getresponse().read())["value"]
        assert not isinstance(value, dict) or "error" not in value, value
        return value

    def _post(self, path: str, **body: Any) -> Any:
        return self._send("POST", self._session + path, body)

    def close(self) -> None:
        self._send("DELETE", self._session)

    def open(self, url: str) -> None:
        """Open a page and wait until it is loaded; forget what was logged before."""
        self.logged("performance")
        self.logged("browser")
        self._post("/url", url=url)

    def run(self, script: str, *args: Any) -> Any:
        """Return what a function body returns in the page."""
        return self._post("/execute/sync", script=script, args=args)

    def find(self, selector: str) -> str:
        using = {"using": "css selector", "value": selector}
        return str(self._post("/element", **using)[ELEMENT])

    def click(self, selector: str) -> None:
        """Click where the element is once all that is in view with it is laid out."""
        self._post("/execute/async", script=IN_VIEW, args=[selector])
        self._post(f"/element/{self.find(selector)}/click")

    def type(self, selector: str, keys: str) -> None:
        """Press keys as a user would, in an element that takes them."""
        self._post(f"/element/{self.find(selector)}/value", text=keys)

    def devtools(self, command: str, **params: Any) -> Any:
        return self._post("/goog/cdp/execute", cmd=command, params=params)

    def logged(self, kind: str) -> list[str]:
        """Return the messages of a log and forget them."""
        return [entry["message"] for entry in self._post("/se/log", type=kind)]

    def requested(self) -> list[str]:
        """Return the URLs that were asked for since a page was opened."""
        events = [json.loads(each)["message"] for each in self.logged("performance")]
        return [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]


def found() -> str | None:
    """Return the path of a Chromium, if there is one."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not found():
        pytest.skip(f"no browser: none of {', '.join(CHROMIUM)} is installed")
    if not shutil.which("chromedriver"):
        pytest.skip("no way to drive the browser: chromedriver is not installed")
    command = ["chromedriver", "--port=0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as driver:
        assert driver.stdout
        started = next(line for line in driver.stdout if "successfully" in line)
        port = int(started.rpartition("on port ")[2].strip(" .\n"))
        try:
            with (
                closing(HTTPConnection("127.0.0.1", port, timeout=600)) as connection,
                closing(Browser(connection)) as window,
            ):
                yield window
        finally:
            driver.terminate()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Callable[..., Browser]:
    """Return the browser with a page opened, at an anchor of it if one is given."""

    def open_(content: str, anchor: str = "") -> Browser:
        path = tmp_path / "report.html"
        path.write_bytes(content.encode("ascii"))
        browser.open(path.as_uri() + anchor)
        return browser

    return open_
