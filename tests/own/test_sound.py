"""What rules yield is checked: all that is no finding of the document is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from ctct_lint.model.place import (
    Part,
    Place,
    attribute_name,
    attribute_value,
    name_of,
    source_span,
    text_span,
)
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.own.sound import checked
from ctct_lint.rules.base import Finding, Proposal

ROOT = etree.fromstring('<a x="1"><b/>text</a>')
B = ROOT[0]
OTHER = etree.fromstring("<a><b/></a>")
AT = name_of(B)
WHOLE = Finding(
    AT,
    "a message",
    help=("help",),
    notes=("note",),
    related=((name_of(ROOT), "here"),),
    fixes=(Proposal("mend", ((AT, "c"),), Applicability.UNSAFE),),
    severity=Severity.HINT,
)


def given(**fields: Any) -> Any:
    return WHOLE._replace(**fields)


def test_a_whole_finding_stays_as_it_is() -> None:
    assert checked(WHOLE, ROOT) == WHOLE
    assert checked(WHOLE, ROOT) == WHOLE


def test_lists_do_for_tuples() -> None:
    fix = Proposal("mend", [[AT, "c"]], Applicability.UNSAFE)  # type: ignore[arg-type, list-item]
    found = given(help=["help"], notes=["note"], related=[[name_of(ROOT), "here"]])

    assert checked(found._replace(fixes=[fix]), ROOT) == WHOLE


def test_messages_and_titles_are_one_line() -> None:
    fix = Proposal("mend\nit", ())
    found = checked(given(message=" a\n  message\t", fixes=(fix,)), ROOT)

    assert found.message == "a message"
    assert found.fixes[0].title == "mend it"


@pytest.mark.parametrize("place", [attribute_name, attribute_value])
def test_an_attribute_can_be_meant(place: Callable[..., Place]) -> None:
    assert checked(given(at=place(ROOT, "x")), ROOT).at == place(ROOT, "x")


A_TUPLE = "put `(` and `,)` around it"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (None, "it yields None, not a `Finding`"),
        ("a message", "it yields a `str`, not a `Finding`"),
        (tuple(WHOLE), "it yields a `tuple`, not a `Finding`"),
        (Finding, "it yields a `type`, not a `Finding`"),
        (
            given(at=B),
            "`at` is a `_Element`, not a place, as `name_of(element)` makes one",
        ),
        (
            given(at=None),
            "`at` is None, not a place, as `name_of(element)` makes one",
        ),
        (
            given(at=Place("NAME", B)),  # type: ignore[arg-type]
            "`at` is a `Place`, not a place, as `name_of(element)` makes one",
        ),
        (given(at=name_of(None)), "`at` is a place of None, not an element"),  # type: ignore[arg-type]
        (given(at=source_span(0, 1)), "`at` is a place of None, not an element"),
        (given(at=name_of("b")), "`at` is a place of a `str`, not an element"),  # type: ignore[arg-type]
        (
            given(at=name_of(etree.Comment("b"))),
            "`at` is a place of a `_Comment`, not an element",
        ),
        (given(at=name_of(OTHER)), "`at` is a place of what is not in the document"),
        (given(at=name_of(OTHER[0])), "`at` is a place of what is not in the document"),
        (
            given(at=name_of(etree.Element("b"))),
            "`at` is a place of what is not in the document",
        ),
        (
            given(at=attribute_name(B, "x")),
            "`at` is a place of an attribute that is not there",
        ),
        (
            given(at=attribute_value(ROOT, "{urn:x}x")),
            "`at` is a place of an attribute that is not there",
        ),
        (given(at=text_span(B, -1, 2)), "`at` is a place from -1 to 2"),
        (given(at=text_span(B, 0, None)), "`at` is a place from 0 to None"),  # type: ignore[arg-type]
        (given(message=None), "`message` is None, not a text"),
        (given(message=b"a"), "`message` is a `bytes`, not a text"),
        (given(message=" \n"), "`message` is empty: it has to say what is wrong"),
        (given(severity="error"), "`severity` is a `str`, not a `Severity`"),
        (given(severity=1), "`severity` is a `int`, not a `Severity`"),
        (given(help="do it"), f"`help` is a `str`, not a tuple: {A_TUPLE}"),
        (given(help=None), f"`help` is None, not a tuple: {A_TUPLE}"),
        (given(help=(1,)), "`help` holds a `int`, not a text"),
        (given(notes="a note"), f"`notes` is a `str`, not a tuple: {A_TUPLE}"),
        (given(notes=(None,)), "`notes` holds None, not a text"),
        (given(related=AT), f"`related` is a `Place`, not a tuple: {A_TUPLE}"),
        (given(related=(AT,)), "`related` holds a `Place`, not a place with a text"),
        (given(related=("ab",)), "`related` holds a `str`, not a place with a text"),
        (
            given(related=((AT, "a", "b"),)),
            "`related` holds a `tuple`, not a place with a text",
        ),
        (given(related=((AT, 1),)), "`related` holds a `int`, not a text"),
        (
            given(related=((name_of(OTHER), "a"),)),
            "`related` is a place of what is not in the document",
        ),
        (
            given(fixes=WHOLE.fixes[0]),
            f"`fixes` is a `Proposal`, not a tuple: {A_TUPLE}",
        ),
        (given(fixes=("a",)), "`fixes` holds a `str`, not a `Proposal`"),
        (
            given(fixes=(Proposal("a", (), "safe"),)),  # type: ignore[arg-type]
            "`applicability` is a `str`, not an `Applicability`",
        ),
        (given(fixes=(Proposal(1, ()),)), "`title` holds a `int`, not a text"),  # type: ignore[arg-type]
        (
            given(fixes=(Proposal("a", (AT, "b")),)),  # type: ignore[arg-type]
            "`edits` holds a `Place`, not a place with a text",
        ),
        (
            given(fixes=(Proposal("a", ((name_of(OTHER), "b"),)),)),
            "`edits` is a place of what is not in the document",
        ),
    ],
)
def test_what_is_no_finding_of_the_document(found: Any, expected: str) -> None:
    with pytest.raises(TypeError) as error:
        checked(found, ROOT)

    assert str(error.value) == expected


def test_every_part_of_an_element_can_be_meant() -> None:
    of_attributes = {Part.ATTRIBUTE_NAME, Part.ATTRIBUTE_VALUE}
    parts = [part for part in Part if part not in of_attributes]

    assert [checked(given(at=Place(p, B)), ROOT).at.part for p in parts] == parts
