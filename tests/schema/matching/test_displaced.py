"""Where a child belongs that lacks among others of its name."""

from __future__ import annotations

from lxml import etree

from ctct_lint.schema.content.automaton import Automaton
from ctct_lint.schema.matching.sequence import match_ordered
from ctct_lint.schema.schema import Schema

# libxml2 refuses it, as a child may be one of several.
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="b" maxOccurs="2"/>
    <xs:element name="a" minOccurs="2" maxOccurs="3"/>
    <xs:element name="a" minOccurs="0"/>
    <xs:choice minOccurs="2" maxOccurs="3"><xs:element name="a" maxOccurs="2"/>
    </xs:choice>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


def test_it_belongs_after_what_the_model_has_before_it(compiled: Schema) -> None:
    root = compiled.root("r")
    assert root is not None
    model = compiled.model(root)
    assert isinstance(model, Automaton)
    children = etree.fromstring("<r><a/><b/><b/><a/><b/><b/></r>")

    match = match_ordered(list(children), model)

    assert [(one.child.tag, one.after) for one in match.misplaced] == [("a", "a")]
