from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ctct_lint.model.diagnostic import Diagnostic, Severity
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.report import FileReport, Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.model.diagnostic import Range
    from ctct_lint.output.context import RenderContext

    At = Callable[..., Range]

PATH = "x/a\n,b:%.xml"


def test_a_diagnostic_is_an_issue(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    output = "".join(FORMATS["gitlab"](hostile, context))
    assert output.isascii()
    assert "##" not in output
    assert len(output.splitlines()) == 5
    assert json.loads(output) == [
        {
            "description": r"CTC203: `::error::x\r\n\x23#[e]]]>\x1b[31m\x00\u202e"
            "\ufffe"
            r'\udc80<b>&"100%, [l](u){0}` is wrong',
            "check_name": "CTC203",
            "fingerprint": "094c341fc4b8dd20ceefc7a52b9a58ea",
            "severity": "major",
            "location": {"path": PATH, "lines": {"begin": 2, "end": 2}},
        },
        {
            "description": "CTC110: m",
            "check_name": "CTC110",
            "fingerprint": "47f3e382ffd5d67f6ca46d828155ed15",
            "severity": "minor",
            "location": {"path": PATH, "lines": {"begin": 2, "end": 4}},
        },
        {
            "description": "CTC901: n",
            "check_name": "CTC901",
            "fingerprint": "b1592e109de7dd9c23259706e537eb02",
            "severity": "info",
            "location": {"path": PATH, "lines": {"begin": 5, "end": 5}},
        },
    ]


@pytest.mark.parametrize(
    ("severity", "word"),
    [
        (Severity.ERROR, "major"),
        (Severity.WARNING, "minor"),
        (Severity.INFORMATION, "info"),
        (Severity.HINT, "info"),
    ],
)
def test_severities(
    at: At, context: RenderContext, severity: Severity, word: str
) -> None:
    found = Diagnostic(at("b", "b"), severity, "CTC203", "bad-b", "m")
    report = FileReport("/w/\udcff.xml", "file:///w/%FF.xml", Lines("b"), (found,))
    (issue,) = json.loads("".join(FORMATS["gitlab"]([report], context)))
    assert issue["severity"] == word
    assert issue["location"]["path"] == "\\udcff.xml"


def test_nothing_found_is_an_empty_array(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    assert "".join(FORMATS["gitlab"](hostile[1:], context)) == "[]\n"
    assert "".join(FORMATS["gitlab"]([], context)) == "[]\n"
