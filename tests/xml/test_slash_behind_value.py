"""A slash behind a value without quotes ends the tag, or an address."""

from __future__ import annotations

import pytest

from ctct_lint.model.place import source_span
from ctct_lint.schema.repairing.unknown_model import model_of
from ctct_lint.xml.repair.repair import repair


@pytest.mark.parametrize(
    ("tag", "value", "mended"),
    [
        ("<a b=c/>", "c", '<a b="c"/>'),
        ("<a b=c />", "c", '<a b="c" />'),
        ("<a b=c/d/>", "c/d", '<a b="c/d"/>'),
        ("<a b=http://x/y/>", "http://x/y", '<a b="http://x/y"/>'),
        ("<a d='e' b=c/>", "c", "<a d='e' b=\"c\"/>"),
        ("<\N{LATIN SMALL LETTER E WITH ACUTE} b=c/>", "c", '<\u00e9 b="c"/>'),
    ],
)
def test_it_is_that_of_the_tag(tag: str, value: str, mended: str) -> None:
    text = f"<r>{tag}</r>"
    at = text.index(f"={value}") + 1

    found = repair(text, model_of(text))

    assert found.text == f"<r>{mended}</r>"
    assert [(fault.kind, fault.at) for fault in found.faults] == [
        ("unquoted-attribute-value", source_span(at, at + len(value)))
    ]
