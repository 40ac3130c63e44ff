"""What libxml2 refuses and nobody explains is said in its words, beside the rest."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of, source_span, tail_of
from ctct_lint.schema.sources.trouble import Refusal
from ctct_lint.schema.verdict.unexplained import unexplained

SCHEMA = etree.XMLSchema(
    etree.fromstring(
        """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="root"><xs:complexType><xs:sequence>
    <xs:element name="a" type="xs:int"/>
    <xs:element name="b"><xs:complexType><xs:sequence>
      <xs:element name="c" type="xs:date"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
    )
)


def said(root: etree._Element, *faults: Fault) -> list[str]:
    """Return the names of the elements of which libxml2's own words are passed on."""
    assert not SCHEMA.validate(root)
    found = list(unexplained(root, SCHEMA.error_log, faults))
    assert {fault.kind for fault in found} <= {"schema-violation"}
    return [fault.subject for fault in found]


def test_each_element_is_told_once() -> None:
    root = etree.fromstring("<root><a>x</a><b><c>y</c></b></root>")

    assert said(root) == ["a", "c"]


def test_what_is_explained_is_not_said_again() -> None:
    root = etree.fromstring("<root><a>x</a><b><c>y</c></b></root>")
    a, b = root

    assert said(root, Fault("malformed-value", name_of(a))) == ["c"]
    assert said(root, Fault("malformed-value", source_span(0, 9))) == ["a", "c"]
    assert said(root, Fault("missing-attribute", name_of(b))) == ["a", "c"]


@pytest.mark.parametrize(
    "kind", ["duplicate-element", "misplaced-element", "unknown-element"]
)
def test_inside_of_what_has_no_place_nothing_is_said(kind: str) -> None:
    root = etree.fromstring("<root><a>x</a><b><c>y</c></b></root>")

    assert said(root, Fault(kind, name_of(root[1]))) == ["a"]


def test_a_fault_of_the_children_accounts_for_what_is_not_expected() -> None:
    root = etree.fromstring("<root><a>1</a><z/><b><c>y</c></b></root>")

    assert said(root) == ["z"]
    assert said(root, Fault("missing-element", name_of(root))) == []
    assert said(root, Fault("duplicate-element", name_of(root[0]))) == []
    assert said(root, Fault("malformed-value", name_of(root[2][0]))) == ["z"]


def test_of_two_elements_the_first_may_be_wrong_without_a_word() -> None:
    root = etree.fromstring("<root><a>x</a><b><c>2011-01-01</c></b></root>")
    related = ((name_of(root[0]), "a"),)

    assert (
        said(root, Fault("duplicate-element", name_of(root[1]), related=related)) == []
    )


def test_what_stands_elsewhere_is_not_missing() -> None:
    root = etree.fromstring("<root><a>1</a><b/></root>")
    elsewhere = Fault("misplaced-element", name_of(root[0]), "c", "a", ("b",))

    assert said(root) == ["b"]
    assert said(root, elsewhere) == []


def test_text_between_elements_is_of_the_parent() -> None:
    root = etree.fromstring("<root><a>1</a>text<b><c>2011-01-01</c></b></root>")

    assert said(root) == ["root"]
    assert said(root, Fault("unexpected-text", tail_of(root[0]))) == []


def test_a_padded_date_has_been_judged_without_its_blanks() -> None:
    root = etree.fromstring("<root><a>1</a><b><c> 2011-01-01 </c></b></root>")

    assert said(root) == []


def test_of_errors_without_a_path_nothing_is_said_where_a_fault_is_told() -> None:
    root = etree.fromstring("<root><a>x</a><b><c>y</c></b></root>")
    errors = [Refusal("", 1, "Element 'a': no"), Refusal("", 1, "Element 'c': no")]

    found = list(unexplained(root, errors, ()))
    beside = unexplained(root, errors, [Fault("malformed-value", name_of(root[0]))])

    at = name_of(root)
    assert found == [Fault("schema-violation", at, "root", detail="Element 'a': no")]
    assert list(beside) == []


def test_children_in_a_text_account_for_the_text_that_is_not_there() -> None:
    root = etree.fromstring("<root><a><z/></a><b><c>2011-01-01</c></b></root>")

    assert said(root) == ["a"]
    assert said(root, Fault("misplaced-element", name_of(root[0][0]))) == []
