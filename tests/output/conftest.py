"""How the tests of the formats make ranges, diagnostics and output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from ctct_lint.model.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Position,
    Range,
    Severity,
)
from ctct_lint.output.context import RenderContext, RuleInfo
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


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
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
        context = RenderContext(style or Style(color=False, columns=100))
        return "".join(FORMATS[format_]([report], context))

    return render


@pytest.fixture(scope="session")
def snippet(rendered: Rendered) -> Callable[..., list[str]]:
    """Return the rows of the `full` format below `-->`, from the first line on."""

    def rows(text: str, where: Range, width: int = 100, **more: Any) -> list[str]:
        output = rendered(
            "full", text, where, style=Style(color=False, columns=width), **more
        )
        return output.removesuffix("\n\n").split("\n")[3:]

    return rows


# An astral character, a tab, line ends of all kinds, and in what the document says
# all that a reader of reports might take for its own.
HOSTILE = "<a>\r\n\t<\U0001f389 b='&'>one\r\ntwo\rthree</\U0001f389>\n</a>"
INJECTION = '::error::x\r\n##[e]]]>\x1b[31m\x00\u202e\ufffe\udc80<b>&"100%, [l](u){0}'


@pytest.fixture
def hostile(at: Callable[..., Range]) -> tuple[FileReport, FileReport]:
    """Return the reports of a hostile document and of a clean one in `/w`."""
    rename = (
        Edit(at(HOSTILE, "\U0001f389"), "c"),
        Edit(at(HOSTILE, "\U0001f389", 1), "c"),
    )
    error = Diagnostic(
        at(HOSTILE, "b"),
        Severity.ERROR,
        "CTC203",
        "bad-b",
        f"`{INJECTION}` is wrong",
        path="/a/\U0001f389",
        help=("write `c`",),
        notes=(f"not `{INJECTION}`",),
        related=(Label(at(HOSTILE, "a"), "in [this](x)"),),
        fixes=(
            Fix("remove `b`", Applicability.SAFE, (Edit(at(HOSTILE, " b='&'"), ""),)),
            Fix("rename both", Applicability.UNSAFE, rename),
            Fix(
                "write what cannot be",
                Applicability.SAFE,
                (Edit(rename[0].range, "\udc80"),),
            ),
            Fix("write nothing", Applicability.SAFE, ()),
        ),
    )
    warning = Diagnostic(
        at(HOSTILE, "one\r\ntwo\rthree"), Severity.WARNING, "CTC110", "bad-text", "m"
    )
    note = Diagnostic(at(HOSTILE, "</a>"), Severity.INFORMATION, "CTC901", "odd", "n")
    found = (error, warning, note)
    return (
        FileReport(
            "/w/x/a\n,b:%.xml", "file:///w/x/a%0A%2Cb%3A%25.xml", Lines(HOSTILE), found
        ),
        FileReport("/w/clean.xml", "file:///w/clean.xml", Lines("<a/>"), ()),
    )


@pytest.fixture
def context() -> RenderContext:
    """Return a context whose root is `/w`, with the rules of `hostile`."""
    manual = "Bs.\n\n## Why\n\nThey are\nbad.\n\n## How to fix it\n\nNo bs.\n"
    rules = [
        RuleInfo("CTC110", "bad-text", Severity.WARNING, "Text.", "Text.\n", "syntax"),
        RuleInfo("CTC203", "bad-b", Severity.ERROR, "Bs.", manual, "schema"),
        RuleInfo("CTC901", "odd", Severity.INFORMATION, "Odd.", "Odd.\n", "linter"),
    ]
    return RenderContext(Style(color=False, columns=100), lambda: rules, "/w")
