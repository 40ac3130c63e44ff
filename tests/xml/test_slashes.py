"""A slash in a start tag, which makes another tag of it: the end tag tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from said import pointed_at

from ctct_lint.xml.repair.repair import repair

if TYPE_CHECKING:
    from ctct_lint.xml.model import ContentModel

OPEN = [
    # What may stand in both stands in the one that is ended behind it.
    (
        "<feed><id>1</id><entry/><id>2</id><title>x</title></entry></feed>",
        "<feed><id>1</id><entry><id>2</id><title>x</title></entry></feed>",
    ),
    (
        '<entry><content type="x"/>\n<Campaign><Name/></Campaign></content></entry>',
        '<entry><content type="x">\n<Campaign><Name/></Campaign></content></entry>',
    ),
    # Of a name that nobody knows there is no more to know.
    ("<entry><zzz/><a>x</a></zzz></entry>", "<entry><zzz><a>x</a></zzz></entry>"),
    ("<zzz><b/>x<i>y</i></b></zzz>", "<zzz><b>x<i>y</i></b></zzz>"),
]


@pytest.mark.parametrize(("text", "mended"), OPEN)
def test_an_empty_element_that_is_ended_is_none(
    model: ContentModel, text: str, mended: str
) -> None:
    result = repair(text, model)

    assert pointed_at(text, result.faults) == [("malformed-attribute", "/")]
    assert result.text == mended


BEGUN = [
    (
        "<feed><id>1</id></entry><id>2</id><title>x</title></entry></feed>",
        "<feed><id>1</id><entry><id>2</id><title>x</title></entry></feed>",
        "entry",
    ),
    (
        '</entry xmlns="u:a"><id>1</id><content/></entry>',
        '<entry xmlns="u:a"><id>1</id><content/></entry>',
        "entry",
    ),
    (
        '</a:entry xmlns:a="u:a"><a:id>1</a:id></a:entry>',
        '<a:entry xmlns:a="u:a"><a:id>1</a:id></a:entry>',
        "a:entry",
    ),
]


@pytest.mark.parametrize(("text", "mended", "name"), BEGUN)
def test_an_end_tag_that_is_ended_begins(
    model: ContentModel, text: str, mended: str, name: str
) -> None:
    result = repair(text, model)

    assert pointed_at(text, result.faults) == [("stray-end-tag", name)]
    assert result.text == mended


OTHERS = [
    # Nothing stands between them.
    (
        "<entry><link/></link><id>1</id></entry>",
        "<entry><link/><id>1</id></entry>",
        [("stray-end-tag", "link")],
    ),
    # It could not hold what follows.
    (
        "<entry><author/><id>1</id></author></entry>",
        "<entry><author/><id>1</id></entry>",
        [("stray-end-tag", "author")],
    ),
    # Written twice: the next one of its name begins another.
    (
        "<feed><entry/></entry><id>1</id><entry><id>2</id></entry></feed>",
        "<feed><entry/><id>1</id><entry><id>2</id></entry></feed>",
        [("stray-end-tag", "entry")],
    ),
]


@pytest.mark.parametrize(("text", "mended", "faults"), OTHERS)
def test_an_end_tag_that_proves_nothing_is_one_too_many(
    model: ContentModel, text: str, mended: str, faults: list[tuple[str, str]]
) -> None:
    result = repair(text, model)

    assert pointed_at(text, result.faults) == faults
    assert result.text == mended


def test_a_prefix_that_nobody_declares_is_that_of_the_end_tag(
    model: ContentModel,
) -> None:
    text = '<a:entry xmlns:a="u:a"><ab:id>1</a:id></a:entry>'
    result = repair(text, model)

    assert pointed_at(text, result.faults) == [("mismatched-end-tag", "a:id")]
    assert result.text == '<a:entry xmlns:a="u:a"><a:id>1</a:id></a:entry>'


def test_the_last_tag_ends_the_root_if_it_is_that_without_its_slash(
    model: ContentModel,
) -> None:
    text = '<entry xmlns="u:a"><id>1</id>\n<entry>\n'
    result = repair(text, model)

    assert pointed_at(text, result.faults) == [("unclosed-element", "entry")]
    assert result.text == '<entry xmlns="u:a"><id>1</id>\n</entry>\n'
