"""Words behind a value without quotes are a part of it, or attributes."""

from __future__ import annotations

import pytest

from ctct_lint.model.place import source_span
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

_MAY_HAVE = {"label", "name", "required"}


class Fields(ContentModel):
    """`field` may have three attributes; of other elements nobody knows."""

    def may_have(self, name: str, attribute: str) -> bool:
        return name != "field" or attribute in _MAY_HAVE


@pytest.mark.parametrize(
    ("attributes", "value"),
    [
        ("label=mon tue fri", "mon tue fri"),
        ("label=mon tue fri />", "mon tue fri"),
        ("label=mon\n  tue required='1'", "mon\n  tue"),
        ("label=2 3.5 required='1'", "2 3.5"),
        ("name='n' label=First name required='1'", "First name"),
        ("label=The label", "The label"),
        ("label=a, b, c required='1'", "a, b, c"),
        ("label=http://a/b http://c/d />", "http://a/b http://c/d"),
    ],
)
def test_they_are_a_part_of_it(attributes: str, value: str) -> None:
    before, _, behind = attributes.removesuffix(" />").partition(value)
    text = f"<r><field {before}{value}{behind}/></r>"
    at = text.index(value)

    found = repair(text, Fields())

    assert found.text == f'<r><field {before}"{value}"{behind}/></r>'
    assert [(fault.kind, fault.at) for fault in found.faults] == [
        ("unquoted-attribute-value", source_span(at, at + len(value)))
    ]


@pytest.mark.parametrize("text", ["", " required='1'"])
@pytest.mark.parametrize(
    ("value", "quote"),
    [
        ("First name", '"'),
        ("http://a/b http://c/d", '"'),
        ("the name", "'"),
        ("5 o'clock", '"'),
        ("a name, b/c d", "'"),
    ],
)
def test_a_quote_behind_them_closes_the_value(
    value: str, quote: str, text: str
) -> None:
    text = f"<r><field label={value}{quote}{text}/></r>"
    at = text.index(value)

    found = repair(text, Fields())

    assert found.text == text.replace(value, quote + value)
    assert [(fault.kind, fault.at) for fault in found.faults] == [
        ("unquoted-attribute-value", source_span(at, at + len(value) + 1))
    ]


@pytest.mark.parametrize(
    ("tag", "bare"),
    [
        ("<field label=First name/>", "name"),
        ("<field label=First name required='1'/>", "name"),
        ("<field label=First required/>", "required"),
        ("<td align=left nowrap/>", "nowrap"),
    ],
)
def test_what_may_be_an_attribute_is_one(tag: str, bare: str) -> None:
    text = f"<r>{tag}</r>"
    at = text.index(bare)

    found = repair(text, Fields())

    assert [(fault.kind, fault.at) for fault in found.faults] == [
        ("unquoted-attribute-value", found.faults[0].at),
        ("attribute-without-value", source_span(at, at + len(bare))),
    ]


def test_the_words_end_where_an_attribute_begins() -> None:
    text = "<r><field label=one two required/></r>"
    at = text.index("one")

    found = repair(text, Fields())

    assert [(fault.kind, fault.subject) for fault in found.faults] == [
        ("unquoted-attribute-value", "one two"),
        ("attribute-without-value", "required"),
    ]
    assert found.faults[0].at == source_span(at, at + len("one two"))
