"""How the tests of the formats make ranges, diagnostics and output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from ctct_lint.diagnostic import Diagnostic, Position, Range, Severity
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.report import FileReport, Lines
from ctct_lint.output.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

LINE_END = re.compile(r"\r\n?|\n")


class Rendered(Protocol):
    """What the `rendered` fixture is."""

    def __call__(self, format_: str, text: str, where: Range, **more: Any) -> str: ...


def position(text: str, offset: int) -> Position:
    """Count lines and columns anew, by another way than the program."""
    ends = [match.end() for match in LINE_END.finditer(text) if match.end() <= offset]
    start = ends[-1] if ends else 0
    before = text[start:offset].encode("utf-16-le", "surrogatepass")
    return Position(offset, len(ends), offset - start, len(before) // 2)


@pytest.fixture
def between() -> Callable[[str, int, int], Range]:
    """Return the range between two offsets of a text."""
    return lambda text, start, end: Range(position(text, start), position(text, end))


@pytest.fixture
def at() -> Callable[..., Range]:
    """Return the range of the nth (from 0) occurrence of a string."""

    def find(text: str, needle: str, nth: int = 0) -> Range:
        start = -1
        for _ in range(nth + 1):
            start = text.index(needle, start + 1)
        end = start + len(needle)
        return Range(position(text, start), position(text, end))

    return find


@pytest.fixture
def rendered() -> Rendered:
    """Return the output of a format for one diagnostic of one file."""

    def render(  # noqa: PLR0913
        format_: str,
        text: str,
        where: Range,
        *,
        message: str = "`b` is wrong",
        name: str = "a.xml",
        severity: Severity = Severity.ERROR,
        style: Style | None = None,
        **more: Any,
    ) -> str:
        found = Diagnostic(where, severity, "CTC203", "bad-b", message, **more)
        report = FileReport(name, f"file:///{name}", Lines(text), (found,))
        return "".join(FORMATS[format_]([report], style or Style.plain()))

    return render


@pytest.fixture
def snippet(rendered: Rendered) -> Callable[..., list[str]]:
    """Return the rows of the `full` format below `-->`, from the first line on."""

    def rows(text: str, where: Range, width: int = 100, **more: Any) -> list[str]:
        output = rendered("full", text, where, style=Style.plain(width), **more)
        return output.removesuffix("\n\n").split("\n")[3:]

    return rows
