"""Mends of several faults at one place: together they make the text well-formed."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint.schema.repairing.unknown_model import model_of
from ctct_lint.xml.parsing import parsed
from ctct_lint.xml.repair.repair import repair

MENDED = [
    # The slash of a tag without its end is taken away with that tag's other faults.
    (
        '<c><b j="2" /<">x</b></c>',
        '<c><b j="2" >&lt;">x</b></c>',
        ["unfinished-start-tag", "malformed-attribute", "bare-less-than"],
    ),
    (
        '<c/<"><b/></c>',
        '<c>&lt;"><b/></c>',
        ["unfinished-start-tag", "malformed-attribute", "bare-less-than"],
    ),
    # An end tag whose name is none says nothing of the start tag's.
    ("<c><b>y</b></:c>", "<c><b>y</b></c>", ["mismatched-end-tag"]),
    ("<c><b>y</xmlns:b></c>", "<c><b>y</b></c>", ["mismatched-end-tag"]),
    # What ends a section is no part of the end tag behind it.
    (
        "<c><a>x]]>/a></c>",
        "<c><a>x]]&gt;</a></c>",
        ["unclosed-element", "cdata-end-in-text"],
    ),
    # So is a wrong slash, which touches another fault.
    (
        '<c><a i=""\\>x</a></c>'.replace("=", ""),
        '<c><a i="">x</a></c>',
        ["malformed-attribute", "malformed-attribute"],
    ),
]


@pytest.mark.parametrize(("text", "mended", "kinds"), MENDED)
def test_mends_at_one_place_do_not_meet(
    text: str, mended: str, kinds: list[str]
) -> None:
    found = repair(text, model_of(text))

    assert [kind for kind, _ in pointed_at(text, found.faults)] == kinds
    assert found.text == mended
    parsed(found.text)
