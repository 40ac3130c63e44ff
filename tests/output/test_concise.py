from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


@pytest.mark.parametrize(
    ("severity", "word"),
    [
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
        (Severity.INFORMATION, "info"),
        (Severity.HINT, "hint"),
    ],
)
def test_a_diagnostic_is_one_line(
    rendered: Rendered, at: At, severity: Severity, word: str
) -> None:
    text = "<a>\n  <b/>"
    output = rendered("concise", text, at(text, "b"), severity=severity)
    assert output == f"a.xml:2:4: {word}[CTC203] `b` is wrong\n"


def test_columns_count_code_points(rendered: Rendered, at: At) -> None:
    output = rendered("concise", "🎉e\u0301b", at("🎉e\u0301b", "b"))
    assert output == "a.xml:1:4: error[CTC203] `b` is wrong\n"


def test_a_file_is_written_at_once_and_a_clean_one_not_at_all(at: At) -> None:
    found = Diagnostic(at("b", "b"), Severity.ERROR, "CTC203", "n", "m")
    reports = [
        FileReport("clean.xml", "file:///clean.xml", Lines("b"), ()),
        FileReport("two.xml", "file:///two.xml", Lines("b"), (found, found)),
    ]
    chunks = list(
        FORMATS["concise"](reports, RenderContext(Style(color=False, columns=100)))
    )
    assert chunks == ["two.xml:1:1: error[CTC203] m\n" * 2]


def test_a_message_stays_on_its_line(rendered: Rendered, at: At) -> None:
    output = rendered("concise", "b", at("b", "b"), message="a\r\n::error::\u2028\x1b")
    assert output == "a.xml:1:1: error[CTC203] a\\r\\n::error::\\u2028\\x1b\n"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\n::error::b.xml", "a\\n::error::b.xml"),
        ("::error::b.xml", "\\x3a:error::b.xml"),
        ("\xa0 ::error::b.xml", "\xa0 \\x3a:error::b.xml"),
        ("a ##[error]b.xml", "a \\x23#[error]b.xml"),
        ("a::b##c[1].xml", "a::b\\x23#c[1].xml"),
        ("\udcff\u202e.xml", "\\udcff\\u202e.xml"),
        ("<stdin>", "<stdin>"),
    ],
)
def test_a_name_is_no_command_and_no_line(
    rendered: Rendered, at: At, name: str, shown: str
) -> None:
    output = rendered("concise", "b", at("b", "b"), name=name)
    assert output == f"{shown}:1:1: error[CTC203] `b` is wrong\n"


def test_colours(rendered: Rendered, at: At) -> None:
    output = rendered(
        "concise", "b", at("b", "b"), style=Style(color=True, columns=100)
    )
    assert output == (
        "\x1b[1ma.xml\x1b[0m:1:1: \x1b[1;31merror[CTC203]\x1b[0m `b` is wrong\n"
    )
