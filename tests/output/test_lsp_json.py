from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ctct_lint.model.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Severity,
)
from ctct_lint.output.context import RenderContext
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.report import FileReport, Lines
from ctct_lint.output.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.model.diagnostic import Range

    At = Callable[..., Range]
    Rendered = Callable[..., str]

TEXT = "<a>\n<🎉>b</a>"


def span(line: int, start: int, end: int) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": line, "character": start},
        "end": {"line": line, "character": end},
    }


def test_a_diagnostic_is_an_lsp_diagnostic_in_utf16(rendered: Rendered, at: At) -> None:
    output = rendered("json", TEXT, at(TEXT, "b"))
    assert json.loads(output) == [
        {
            "uri": "file:///a.xml",
            "diagnostics": [
                {
                    "range": span(1, 4, 5),
                    "severity": 1,
                    "code": "CTC203",
                    "source": "ctct-lint",
                    "message": "`b` is wrong",
                    "data": {"name": "bad-b", "path": "", "help": [], "fixes": []},
                }
            ],
        }
    ]


def test_all_that_there_is_to_say_is_said(rendered: Rendered, at: At) -> None:
    edit = Edit(at(TEXT, "b"), "c")
    output = rendered(
        "json",
        TEXT,
        at(TEXT, "b"),
        path="/a/x",
        help=("h",),
        notes=("n",),
        related=(Label(at(TEXT, "a"), "here"),),
        fixes=(Fix("write `c`", Applicability.UNSAFE, (edit,)),),
    )
    (diagnostic,) = json.loads(output)[0]["diagnostics"]
    assert diagnostic["relatedInformation"] == [
        {
            "location": {"uri": "file:///a.xml", "range": span(0, 1, 2)},
            "message": "here",
        }
    ]
    assert diagnostic["data"] == {
        "name": "bad-b",
        "path": "/a/x",
        "help": ["h"],
        "notes": ["n"],
        "fixes": [
            {
                "title": "write `c`",
                "applicability": "unsafe",
                "edits": [{"range": span(1, 4, 5), "newText": "c"}],
            }
        ],
    }


@pytest.mark.parametrize("name", ["json", "json-lines"])
@pytest.mark.parametrize(
    ("code", "page"),
    [("CTC203", {"href": "https://docs.example.org/CTC203.html"}), ("ACME001", None)],
)
def test_a_code_leads_to_its_published_page(
    at: At, name: str, code: str, page: dict[str, str] | None
) -> None:
    """Rules of users have none there."""
    found = Diagnostic(at(TEXT, "a"), Severity.ERROR, code, "n", "m")
    report = FileReport("a", "file:///a", Lines(TEXT), (found,))
    context = RenderContext(
        Style(color=False, columns=100),
        rule_pages="https://docs.example.org/{code}.html",
    )
    read = json.loads("".join(FORMATS[name]([report], context)))
    (shape,) = read[0]["diagnostics"] if name == "json" else [read]

    assert shape.get("codeDescription") == page


def test_each_file_is_a_line_clean_ones_included() -> None:
    reports = [FileReport(n, f"file:///{n}", Lines(""), ()) for n in ("a", "b")]
    assert list(
        FORMATS["json"](reports, RenderContext(Style(color=False, columns=100)))
    ) == [
        "[",
        '\n{"uri":"file:///a","diagnostics":[]}',
        ',\n{"uri":"file:///b","diagnostics":[]}',
        "\n]",
        "\n",
    ]


def test_no_file_is_an_empty_array() -> None:
    assert (
        "".join(FORMATS["json"]([], RenderContext(Style(color=False, columns=100))))
        == "[]\n"
    )


@pytest.mark.parametrize(
    "message",
    ["\x00\x1b[31m\x7f\x9b\u202e\u2028", "\udc80", "日本🎉", '"\\\n', "##[x]###"],
)
def test_any_text_is_ascii_on_the_wire_and_itself_again_after(
    rendered: Rendered, at: At, message: str
) -> None:
    output = rendered("json", TEXT, at(TEXT, "b"), message=message)
    assert output.isascii()
    assert len(output.splitlines()) == 3
    assert "##" not in output
    assert json.loads(output)[0]["diagnostics"][0]["message"] == message


def test_colours_are_not_for_json(rendered: Rendered, at: At) -> None:
    where = at(TEXT, "b")
    plain = rendered("json", TEXT, where)
    assert rendered("json", TEXT, where, style=Style(color=True, columns=100)) == plain
