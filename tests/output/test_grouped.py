from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.diagnostic import Diagnostic, Severity
from ctct_lint.output.context import RenderContext
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.report import FileReport, Lines
from ctct_lint.output.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.model.diagnostic import Range

    At = Callable[..., Range]
    Rendered = Callable[..., str]

TEXT = "<a>\n" * 9 + "<\U0001f389>    b</a>"


def grouped(at: At, style: Style, message: str = "`b` is wrong") -> str:
    found = (
        Diagnostic(at(TEXT, "a"), Severity.ERROR, "CTC203", "bad-a", message),
        Diagnostic(at(TEXT, "b"), Severity.WARNING, "CTC110", "bad-b", "m"),
    )
    reports = [
        FileReport("clean.xml", "file:///clean.xml", Lines("b"), ()),
        FileReport("a.xml", "file:///a.xml", Lines(TEXT), found),
        FileReport("b.xml", "file:///b.xml", Lines(TEXT), found[1:]),
    ]
    return "".join(FORMATS["grouped"](reports, RenderContext(style)))


def test_a_file_is_a_heading_and_its_lines_are_aligned(at: At) -> None:
    assert grouped(at, Style(color=False, columns=100)) == (
        "a.xml\n"
        "   1:2  error[CTC203]    `b` is wrong\n"
        "  10:8  warning[CTC110]  m\n"
        "\n"
        "b.xml\n"
        "  10:8  warning[CTC110]  m\n"
        "\n"
    )


def test_a_long_message_is_wrapped_below_itself(at: At) -> None:
    message = "`b` is wrong for more reasons than a line has room for"
    assert grouped(at, Style(color=False, columns=60), message).split("\n")[1:3] == [
        "   1:2  error[CTC203]    `b` is wrong for more reasons than",
        "                         a line has room for",
    ]


def test_in_a_narrow_window_a_message_has_its_own_lines(at: At) -> None:
    message = "`b` is wrong for more reasons than a line has room for"
    assert grouped(at, Style(color=False, columns=40), message).split("\n")[:7] == [
        "a.xml",
        "   1:2  error[CTC203]",
        "    `b` is wrong for more reasons than a",
        "    line has room for",
        "  10:8  warning[CTC110]",
        "    m",
        "",
    ]


def test_colours_change_no_column(at: At) -> None:
    colored = grouped(at, Style(color=True, columns=100))
    assert colored.startswith(
        "\x1b[1ma.xml\x1b[0m\n"
        "   1:2  \x1b[1;31merror[CTC203]\x1b[0m    `b` is wrong\n"
        "  10:8  \x1b[1;33mwarning[CTC110]\x1b[0m  m\n"
    )


def test_names_and_messages_are_no_commands(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    name = hostile[0]._replace(name="::error::a.xml")
    wide = context._replace(style=Style(color=False, columns=200))
    assert "".join(FORMATS["grouped"]([name], wide)) == (
        "\\x3a:error::a.xml\n"
        "  2:5   error[CTC203]    `::error::x\\r\\n\\x23#[e]]]>\\x1b[31m\\x00"
        '\\u202e\ufffe\\udc80<b>&"100%, [l](u){0}` is wrong\n'
        "  2:11  warning[CTC110]  m\n"
        "  5:1   info[CTC901]     n\n"
        "\n"
    )
