"""An element that nobody knows, is never closed, and has what the parent holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from said import pointed_at

from ctct_lint.xml.repair.repair import repair

if TYPE_CHECKING:
    from ctct_lint.xml.model import ContentModel

DOCUMENTS = [
    (
        "<entry><zzz><id>1</id><title>x</title></entry>",
        [("unclosed-element", "zzz")],
        "<entry><zzz></zzz><id>1</id><title>x</title></entry>",
    ),
    (
        "<entry><zzz>a<id>1</id></entry>",
        [("unclosed-element", "zzz")],
        "<entry><zzz>a</zzz><id>1</id></entry>",
    ),
    # It is closed: that was meant to be round what it holds.
    ("<entry><zzz><id>1</id></zzz></entry>", [], None),
    (
        "<entry><zzz><y/><id>1</id></entry>",
        [("unclosed-element", "zzz")],
        "<entry><zzz><y/><id>1</id></zzz></entry>",
    ),
    # An end tag of another name may be its own.
    (
        "<entry><zzz><id>1</id></yyy></entry>",
        [("mismatched-end-tag", "yyy")],
        "<entry><zzz><id>1</id></zzz></entry>",
    ),
    # The parent has no place for it.
    (
        "<entry><zzz><Name>1</Name></entry>",
        [("unclosed-element", "zzz")],
        "<entry><zzz><Name>1</Name></zzz></entry>",
    ),
    ("<zzz><id>1</id>", [("truncated-document", ">")], "<zzz><id>1</id></zzz>"),
]


@pytest.mark.parametrize(("text", "faults", "mended"), DOCUMENTS)
def test_it_ends_before_that(
    model: ContentModel, text: str, faults: list[tuple[str, str]], mended: str | None
) -> None:
    result = repair(text, model)

    assert pointed_at(text, result.faults) == faults
    assert result.text == (mended or text)


def test_an_escape_stands_for_the_first_sign_of_a_tag(model: ContentModel) -> None:
    text = '<entry>&lt;link rel="a">x</link><id>&lt;b>x</id></entry>'
    result = repair(text, model)

    assert pointed_at(text, result.faults) == [("unfinished-start-tag", "link")]
    assert result.text == '<entry><link rel="a">x</link><id>&lt;b>x</id></entry>'
