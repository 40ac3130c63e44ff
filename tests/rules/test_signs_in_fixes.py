"""Values and namespaces with signs of markup: fixes write them so that XML is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from rulebook import mended

from ctct_lint import lint

VALUES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="shelf"><xs:restriction base="xs:string">
    <xs:enumeration value="R&amp;D papers"/>
    <xs:enumeration value="over &lt; 9 cm"/>
    <xs:enumeration value="end ]]&gt; of all"/>
    <xs:enumeration value="Joe's &quot;own&quot; books"/>
  </xs:restriction></xs:simpleType>
  <xs:element name="shelf"><xs:complexType><xs:simpleContent>
    <xs:extension base="shelf"><xs:attribute name="by" type="shelf"/></xs:extension>
  </xs:simpleContent></xs:complexType></xs:element></xs:schema>"""


def fixed(text: str, schema: Path) -> list[str]:
    """Return what each fix makes of a document."""
    return [mended(text, fix) for one in lint(text, schema=schema) for fix in one.fixes]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("<shelf>R&amp;D paper</shelf>", "<shelf>R&amp;D papers</shelf>"),
        ("<shelf>over &lt; 9 km</shelf>", "<shelf>over &lt; 9 cm</shelf>"),
        ("<shelf>end ]]&gt; of al</shelf>", "<shelf>end ]]&gt; of all</shelf>"),
        (
            '<shelf>Joe\'s "own" book</shelf>',
            '<shelf>Joe\'s "own" books</shelf>',
        ),
        # References cannot stand in a section, quotes can.
        ("<shelf><![CDATA[R&D paper]]></shelf>", "<shelf>R&amp;D papers</shelf>"),
        (
            '<shelf><![CDATA[Joe\'s "own" book]]></shelf>',
            '<shelf><![CDATA[Joe\'s "own" books]]></shelf>',
        ),
        (
            '<shelf by="R&amp;D paper">R&amp;D papers</shelf>',
            '<shelf by="R&amp;D papers">R&amp;D papers</shelf>',
        ),
        (
            '<shelf by="Joe\'s &quot;own&quot; book">R&amp;D papers</shelf>',
            '<shelf by="Joe\'s &quot;own&quot; books">R&amp;D papers</shelf>',
        ),
        (
            "<shelf by='Joe&apos;s \"own\" book'>R&amp;D papers</shelf>",
            "<shelf by='Joe&apos;s \"own\" books'>R&amp;D papers</shelf>",
        ),
    ],
)
def test_value_is_written_as_its_surroundings_need_it(
    written: str, right: str, tmp_path: Path
) -> None:
    schema = tmp_path / "values.xsd"
    schema.write_text(VALUES, encoding="utf-8")

    assert lint(right, schema=schema) == []
    assert fixed(written, schema) == [right]


OWN, OTHER = "http://example.org/?a=1&amp;b=2", "http://example.org/other?a&amp;b"
HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
SHOP = f"""{HEAD} targetNamespace="{OWN}" xmlns:other="{OTHER}"
    elementFormDefault="qualified">
  <xs:import namespace="{OTHER}" schemaLocation="other.xsd"/>
  <xs:element name="shop"><xs:complexType><xs:sequence>
    <xs:element name="name" type="xs:QName"/>
    <xs:element ref="other:owner" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
OWNER = f"""{HEAD} targetNamespace="{OTHER}" elementFormDefault="qualified">
  <xs:element name="owner"><xs:complexType><xs:sequence>
    <xs:element name="who" type="xs:NCName"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
SOUND = f'<shop xmlns="{OWN}"><name>a</name><owner xmlns="{OTHER}"><who>b</who></owner>'


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        # Another namespace, in whatever quotes, and none.
        (f'<shop xmlns="{OWN}">', '<shop xmlns="http://example.org/?a=1&amp;b=3">'),
        (f"<shop xmlns='{OWN}'>", "<shop xmlns='http://example.org/?a=1&amp;b=3'>"),
        (f'<shop xmlns="{OWN}">', "<shop>"),
        (f'<owner xmlns="{OTHER}">', '<owner xmlns="http://example.org/other?a">'),
        # A start tag that is lost, in and around others.
        (f'<shop xmlns="{OWN}">', ""),
        (f'<owner xmlns="{OTHER}">', ""),
    ],
)
def test_namespace_is_declared_as_xml_has_it(
    right: str, wrong: str, tmp_path: Path
) -> None:
    (tmp_path / "other.xsd").write_text(OWNER, encoding="utf-8")
    schema = tmp_path / "shop.xsd"
    schema.write_text(SHOP, encoding="utf-8")
    start = SOUND.index("<owner") if right.startswith("<owner") else 0
    end = SOUND.index(">", start) + 1
    text, broken = (
        f"{SOUND[:start]}{tag}{SOUND[end:]}</shop>" for tag in (right, wrong)
    )

    assert lint(text, schema=schema) == []
    assert text in fixed(broken, schema)


def test_declaration_of_a_prefix_in_a_value_is_advised_as_xml_has_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "other.xsd").write_text(OWNER, encoding="utf-8")
    schema = tmp_path / "shop.xsd"
    schema.write_text(SHOP, encoding="utf-8")
    inner = f'<who xmlns="{OTHER}">b</who>'
    text = f'<shop xmlns="{OWN}"><name>a</name>{inner}</shop>'

    (found,) = lint(text, schema=schema)
    assert found.help == (f'wrap it in `<owner xmlns="{OTHER}">`',)
    whole = text.replace(inner, f'<owner xmlns="{OTHER}">{inner}</owner>')
    assert fixed(text, schema) == [whole]


FIXED = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="firm"><xs:complexType><xs:simpleContent>
    <xs:extension base="name"><xs:attribute name="as" type="xs:string"
      fixed="Joe's &quot;R&amp;D&quot;"/></xs:extension>
  </xs:simpleContent></xs:complexType></xs:element>
  <xs:simpleType name="name"><xs:restriction base="xs:string">
    <xs:pattern value="[A-Z&amp;]+"/></xs:restriction></xs:simpleType></xs:schema>"""


@pytest.mark.parametrize(
    ("written", "right"),
    [
        # The only value that there is.
        (
            '<firm as="Joe">A</firm>',
            '<firm as="Joe\'s &quot;R&amp;D&quot;">A</firm>',
        ),
        (
            "<firm as='Joe'>A</firm>",
            "<firm as='Joe&apos;s \"R&amp;D\"'>A</firm>",
        ),
        # White space goes, and what else stands there stays as it is.
        ("<firm> A&amp;B</firm>", "<firm>A&amp;B</firm>"),
        ("<firm>A&amp;B\n</firm>", "<firm>A&amp;B</firm>"),
        ("<firm> <![CDATA[A&B]]> </firm>", "<firm><![CDATA[A&B]]></firm>"),
        ("<firm><![CDATA[ A&B ]]></firm>", "<firm><![CDATA[A&B]]></firm>"),
        ("<firm> <!-- a -->A&amp;B </firm>", "<firm><!-- a -->A&amp;B</firm>"),
    ],
)
def test_value_that_is_known_is_written_and_no_more_is_changed(
    written: str, right: str, tmp_path: Path
) -> None:
    schema = tmp_path / "fixed.xsd"
    schema.write_text(FIXED, encoding="utf-8")

    assert lint(right, schema=schema) == []
    assert fixed(written, schema) == [right]
