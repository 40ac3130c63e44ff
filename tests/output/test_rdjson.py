from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from ctct_lint.model.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Severity,
)
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.report import FileReport, Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ctct_lint.model.diagnostic import Range
    from ctct_lint.output.context import RenderContext

    At = Callable[..., Range]

PATH = "x/a\n,b:%.xml"
# The messages of `proto/rdf/reviewdog.proto`: reviewdog refuses any other field.
POSITION = {"line": int, "column": int}
RANGE = {"start": POSITION, "end": POSITION}
LOCATION = {"path": str, "range": RANGE}
DIAGNOSTIC = {
    "message": str,
    "location": LOCATION,
    "severity": str,
    "code": {"value": str},
    "suggestions": [{"range": RANGE, "text": str}],
    "related_locations": [{"message": str, "location": LOCATION}],
}
RESULT = {"source": {"name": str}, "diagnostics": [DIAGNOSTIC]}


def misfits(value: Any, shape: Any) -> Iterator[Any]:
    if isinstance(shape, list):
        for each in value:
            yield from misfits(each, shape[0])
    elif isinstance(shape, dict):
        yield from value.keys() - shape.keys()
        for key in value.keys() & shape.keys():
            yield from misfits(value[key], shape[key])
    elif not isinstance(value, shape):
        yield value


def span(*numbers: int) -> dict[str, dict[str, int]]:
    line, column, end_line, end_column = numbers
    return {
        "start": {"line": line, "column": column},
        "end": {"line": end_line, "column": end_column},
    }


def result(context: RenderContext, *reports: FileReport) -> Any:
    output = "".join(FORMATS["rdjson"](reports, context))
    assert output.isascii()
    assert "##" not in output
    found = json.loads(output)
    assert list(misfits(found, RESULT)) == []
    return found


def test_a_diagnostic_has_columns_in_bytes(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    inert = (
        r"`::error::x\r\n\x23#[e]]]>\x1b[31m\x00\u202e"
        "\ufffe"
        r'\udc80<b>&"100%, [l](u){0}`'
    )
    assert result(context, *hostile) == {
        "source": {"name": "ctct-lint"},
        "diagnostics": [
            {
                "message": f"{inert} is wrong\nhelp: write `c`\nnote: not {inert}",
                "location": {"path": PATH, "range": span(2, 8, 2, 9)},
                "severity": "ERROR",
                "code": {"value": "CTC203"},
                "suggestions": [
                    {"range": span(2, 7, 2, 13), "text": ""},
                    {
                        "range": span(2, 3, 4, 12),
                        "text": "c b='&'>one\r\ntwo\rthree</c",
                    },
                ],
                "related_locations": [
                    {
                        "message": "in [this](x)",
                        "location": {"path": PATH, "range": span(1, 2, 1, 3)},
                    }
                ],
            },
            {
                "message": "m",
                "location": {"path": PATH, "range": span(2, 14, 4, 6)},
                "severity": "WARNING",
                "code": {"value": "CTC110"},
            },
            {
                "message": "n",
                "location": {"path": PATH, "range": span(5, 1, 5, 5)},
                "severity": "INFO",
                "code": {"value": "CTC901"},
            },
        ],
    }


def at_byte(lines: list[bytes], position: dict[str, int]) -> int:
    before = lines[: position["line"] - 1]
    return len(b"".join(before)) + position["column"] - 1


def test_a_suggestion_does_to_the_bytes_what_its_fix_does(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    data = hostile[0].lines.whole.encode()
    lines = re.findall(rb"[^\r\n]*(?:\r\n|\r|\n|$)", data)
    (shape, *_) = result(context, *hostile)["diagnostics"]
    changed = []
    for suggestion in shape["suggestions"]:
        where = suggestion["range"]
        start, end = at_byte(lines, where["start"]), at_byte(lines, where["end"])
        changed.append(data[:start] + suggestion["text"].encode() + data[end:])
    assert changed == [
        data.replace(b" b='&'", b""),
        data.replace("\U0001f389".encode(), b"c"),
    ]


def test_columns_are_counted_backwards_too(at: At, context: RenderContext) -> None:
    text = "é\U0001f389日abc"
    found = Diagnostic(
        at(text, "c"),
        Severity.HINT,
        "CTC203",
        "bad-c",
        "m",
        related=(Label(at(text, "\U0001f389"), "r"), Label(at(text, "b"), "s")),
    )
    report = FileReport("/w/a.xml", "file:///w/a.xml", Lines(text), (found,))
    (shape,) = result(context, report)["diagnostics"]
    related = [each["location"]["range"] for each in shape["related_locations"]]
    assert shape["location"]["range"] == span(1, 12, 1, 13)
    assert related == [span(1, 3, 1, 7), span(1, 11, 1, 12)]


def test_no_more_than_a_hundred_places_are_related(
    at: At, context: RenderContext
) -> None:
    related = (Label(at("b", "b"), "r"),) * 101
    found = Diagnostic(
        at("b", "b"), Severity.ERROR, "CTC104", "n", "m", related=related
    )
    report = FileReport("a", "file:///w/a", Lines("b"), (found,))
    (shape,) = result(context, report)["diagnostics"]
    assert len(shape["related_locations"]) == 100


def suggestions(
    context: RenderContext, text: str, *edits: Edit, is_plain: bool = True
) -> list[Any]:
    fix = Fix("t", Applicability.SAFE, edits)
    found = Diagnostic(edits[0].range, Severity.ERROR, "CTC203", "n", "m", fixes=(fix,))
    report = FileReport("a", "file:///a", Lines(text), (found,), is_plain)
    (shape,) = result(context, report)["diagnostics"]
    return list(shape.get("suggestions", []))


def test_edits_are_joined_in_the_order_of_the_text(
    at: At, context: RenderContext
) -> None:
    later, earlier = Edit(at("abcd", "d"), "D"), Edit(at("abcd", "b"), "")
    assert suggestions(context, "abcd", later, earlier) == [
        {"range": span(1, 2, 1, 5), "text": "cD"}
    ]


def test_there_is_none_for_a_file_with_other_bytes(
    at: At, context: RenderContext
) -> None:
    edit = Edit(at("ab", "b"), "c")
    assert len(suggestions(context, "ab", edit)) == 1
    assert suggestions(context, "ab", edit, is_plain=False) == []


@pytest.mark.parametrize(("lines", "number"), [(49, 1), (50, 0)])
def test_there_is_none_that_repeats_half_the_file(
    at: At, context: RenderContext, lines: int, number: int
) -> None:
    text = "a" + "\n" * lines + "b"
    edits = Edit(at(text, "a"), "A"), Edit(at(text, "b"), "B")
    assert len(suggestions(context, text, *edits)) == number


def test_nothing_found_is_a_result_all_the_same(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    empty = {"source": {"name": "ctct-lint"}, "diagnostics": []}
    assert result(context) == result(context, hostile[1]) == empty
