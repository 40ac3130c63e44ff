"""libxml2's verdict on trees of any shape, with no more errors than are looked at."""

from __future__ import annotations

import pytest
from linting import lint_bytes
from lxml import etree

from ctct_lint.config import Settings
from ctct_lint.schema.bounded import MOST, BoundedSchema, _log_of_stream

SCHEMA = etree.XMLSchema(
    etree.fromstring(
        """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="e" type="xs:int" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
    )
)
# From so many elements on a tree is read as a stream first.
MANY = 500
NESTED = etree.XMLSchema(
    etree.fromstring(
        """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="e" type="xs:int" minOccurs="0"/>
    <xs:element ref="r" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
    )
)


def tree(*values: str) -> etree._Element:
    return etree.fromstring(f"<r>{''.join(f'<e>{v}</e>' for v in values)}</r>")


def nested(depth: int, innermost: str) -> etree._Element:
    text = "<r><e>1</e>" * depth + innermost + "</r>" * depth
    return etree.fromstring(text, etree.XMLParser(huge_tree=True))


def judged(
    root: etree._Element, by: etree.XMLSchema = SCHEMA
) -> tuple[bool, list[tuple[str, str]]]:
    """Return the verdict, and the paths and messages of the log."""
    schema = BoundedSchema(by)
    is_valid = schema.validate(root)
    return is_valid, [(error.path, error.message) for error in schema.error_log]


def said_by_libxml2(
    root: etree._Element, by: etree.XMLSchema = SCHEMA
) -> tuple[bool, list[tuple[str, str]]]:
    is_valid = by.validate(root)
    return is_valid, [(error.path, error.message) for error in by.error_log]


@pytest.mark.parametrize("right", [1, MANY - 2, MANY, 3 * MANY])
@pytest.mark.parametrize("wrong", [0, 1, 2, MOST - 3])
def test_the_verdict_is_that_of_libxml2(right: int, wrong: int) -> None:
    root = tree(*["1"] * right, *["x"] * wrong, "é" * (wrong % 2))

    assert judged(root) == said_by_libxml2(root)


@pytest.mark.parametrize("number", [MANY, 9 * MANY])
def test_of_more_errors_than_are_looked_at_none_has_a_path(number: int) -> None:
    root = tree(*["x"] * number)
    message = "Element 'e': 'x' is not a valid value of the atomic type 'xs:int'."

    assert judged(root) == (False, [(None, message)] * MOST)


def test_few_elements_are_judged_as_a_tree_however_many_errors_there_are() -> None:
    root = tree(*["x"] * (MANY - 1))

    assert judged(root) == said_by_libxml2(root)


@pytest.mark.parametrize("depth", [2, 198])
def test_errors_that_are_not_deep_have_their_paths(depth: int) -> None:
    root = nested(depth, "<r><e>x</e></r>")
    root.extend(etree.Element("r") for _ in range(MANY))

    assert judged(root, NESTED) == said_by_libxml2(root, NESTED)


def test_no_element_of_a_deep_tree_is_asked_for_its_path() -> None:
    root = nested(MANY, "<r><e>x</e></r>")
    message = "Element 'e': 'x' is not a valid value of the atomic type 'xs:int'."

    assert judged(root, NESTED) == (False, [(None, message)])
    assert judged(nested(MANY, ""), NESTED) == (True, [])


@pytest.mark.parametrize("value", ["1", "x"])
def test_a_tree_that_a_stream_is_in_doubt_about_is_judged_as_a_tree(value: str) -> None:
    """A warning about a namespace is none of the schema."""
    root = etree.fromstring('<r xmlns:x="x/y"/>')
    root.extend(tree(*["1"] * MANY, value))

    assert judged(root) == said_by_libxml2(root)


def test_a_part_of_a_tree_is_judged_alone() -> None:
    whole = etree.fromstring(f"<a>x{'<r>' + '<e>1</e>' * MANY + '</r>'}y</a>")

    assert judged(whole[0]) == (True, [])


def test_a_document_with_thousands_of_wrong_siblings_is_told_all_the_same() -> None:
    """Each of them is a payload without the elements that it needs."""
    data = (
        '<entry xmlns="http://www.w3.org/2005/Atom">'
        + "<Campaign/>" * MANY
        + "</entry>"
    )

    codes = {one.code for one in lint_bytes(data.encode(), Settings()).diagnostics}

    assert {"CTC206", "CTC207"} <= codes
    assert not codes & {"CTC299", "CTC901"}


LISTED = "v" * 60_000
LONG_PATTERN = etree.XMLSchema(
    etree.fromstring(
        f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="e" maxOccurs="unbounded"><xs:simpleType>
      <xs:restriction base="xs:string"><xs:pattern value="{LISTED}"/></xs:restriction>
    </xs:simpleType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
    )
)


@pytest.mark.parametrize("wrong", [0, 1, 9])
def test_of_a_long_schema_few_errors_have_their_paths(wrong: int) -> None:
    schema, root = BoundedSchema(SCHEMA, is_long=True), tree("1", *["x"] * wrong)

    assert schema.validate(root) is (wrong == 0)
    assert [error.path for error in schema.error_log] == [
        f"/r/e[{number + 2}]" for number in range(wrong)
    ]


def test_errors_that_say_very_much_are_not_all_looked_at() -> None:
    schema, root = BoundedSchema(LONG_PATTERN, is_long=True), tree(*["x"] * 400)

    assert not schema.validate(root)
    found = [(error.path, len(error.message)) for error in schema.error_log]
    # Some of them stand in the bytes that are read at once.
    assert 17 <= len(found) < 60
    assert {path for path, _ in found} == {None}


def test_an_element_that_lacks_very_much_is_read_without_many_others() -> None:
    attributes = "".join(
        f'<xs:attribute name="a{n}" use="required"/>' for n in range(99)
    )
    schema = etree.XMLSchema(
        etree.fromstring(
            f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="r"><xs:complexType><xs:sequence>
        <xs:element name="e" maxOccurs="unbounded"><xs:complexType>{attributes}
        </xs:complexType></xs:element>
      </xs:sequence></xs:complexType></xs:element></xs:schema>"""
        )
    )
    root = tree(*[""] * 9 * MANY)
    log, is_cut = _log_of_stream(root, schema)

    assert is_cut
    assert len(log) < 99 * 99
