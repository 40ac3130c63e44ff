"""Default namespaces that catch elements which belong in none, and what mends them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import Diagnostic, lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

START = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:s"'
# An order with elements that are not qualified, and an item that is global.
ORDERS = f"""{START} targetNamespace="urn:s">
  <xs:element name="orders"><xs:complexType><xs:sequence>
    <xs:element ref="s:order" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="order"><xs:complexType><xs:sequence>
    <xs:element name="id" type="xs:int"/>
    <xs:element name="who" type="s:Person" minOccurs="0"/>
    <xs:element ref="s:item" minOccurs="0" maxOccurs="9"/>
    <xs:element name="line" type="xs:int" minOccurs="0" maxOccurs="9"/>
  </xs:sequence><xs:attribute name="no"/></xs:complexType></xs:element>
  <xs:element name="item" type="xs:int"/>
  <xs:element name="line"><xs:complexType><xs:sequence>
    <xs:element name="order" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="Person"><xs:sequence>
    <xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
  <xs:complexType name="Clerk"><xs:complexContent><xs:extension base="s:Person">
    <xs:sequence><xs:element name="desk" type="xs:int"/></xs:sequence>
  </xs:extension></xs:complexContent></xs:complexType></xs:schema>"""
DOCS = f"""{START} targetNamespace="urn:doc" elementFormDefault="qualified">
  <xs:import namespace="urn:s" schemaLocation="orders.xsd"/>
  <xs:element name="doc"><xs:complexType><xs:sequence>
    <xs:element name="title" type="xs:string" minOccurs="0" maxOccurs="9"/>
    <xs:element ref="s:order" maxOccurs="9"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
C = "<id>1</id><line>1</line>"


def linted(document: str, folder: Path) -> list[Diagnostic]:
    """Lint a document by the schema of its root."""
    (folder / "orders.xsd").write_text(ORDERS)
    (folder / "docs.xsd").write_text(DOCS)
    is_doc = document.startswith(("<doc", "<d:doc"))
    return lint(document, schema=folder / ("docs.xsd" if is_doc else "orders.xsd"))


def told(document: str, folder: Path) -> list[tuple[str, str, str]]:
    """Return of each diagnostic the code, the help, and what the first fix makes."""
    found = []
    for one in linted(document, folder):
        chosen = [ChosenFix(one, fix) for fix in one.fixes[:1]]
        made = apply_edits(document, edits_of(chosen)) if chosen else ""
        found.append((one.code, "; ".join(one.help), made))
    return found


NEW = 'write `<s:order xmlns:s="urn:s">`'


@pytest.mark.parametrize(
    ("document", "code", "advice", "mended"),
    [
        pytest.param(
            f"<order>{C}</order>",
            "CTC213",
            NEW,
            f'<s:order xmlns:s="urn:s">{C}</s:order>',
            id="no namespace",
        ),
        pytest.param(
            f'<order no="1" xmlns:t="urn:s">{C}</order>',
            "CTC213",
            "write `t:order`",
            f'<t:order no="1" xmlns:t="urn:s">{C}</t:order>',
            id="no namespace, but a prefix",
        ),
        pytest.param(
            f'<order no="1" xmlns="urn:s">{C}</order>',
            "CTC213",
            NEW,
            f'<s:order no="1" xmlns:s="urn:s">{C}</s:order>',
            id="default namespace",
        ),
        pytest.param(
            f'<order xmlns="urn:s" xmlns:t="urn:s">{C}</order>',
            "CTC213",
            'write `t:order`, without `xmlns="urn:s"`',
            f'<t:order xmlns:t="urn:s">{C}</t:order>',
            id="default namespace, and a prefix",
        ),
        pytest.param(
            f'<order xmlns="urn:S">{C}</order>',
            "CTC212",
            NEW,
            f'<s:order xmlns:s="urn:s">{C}</s:order>',
            id="wrong default namespace",
        ),
        pytest.param(
            f"<orders><order>{C}</order><order><id>2</id><item>1</item></order></orders>",
            "CTC213",
            'write `<s:orders xmlns:s="urn:s">`',
            f'<s:orders xmlns:s="urn:s"><s:order>{C}</s:order><s:order><id>2</id>'
            "<s:item>1</s:item></s:order></s:orders>",
            id="no namespace, and others of it inside",
        ),
        pytest.param(
            f'<orders xmlns="urn:s" {XSI}><order><id>1</id><who xsi:type="Clerk">'
            "<name>n</name><desk>1</desk></who></order></orders>",
            "CTC213",
            'write `<s:orders xmlns:s="urn:s">`',
            f'<s:orders xmlns:s="urn:s" {XSI}><s:order><id>1</id>'
            '<who xsi:type="s:Clerk"><name>n</name><desk>1</desk></who></s:order>'
            "</s:orders>",
            id="a type without a prefix",
        ),
        pytest.param(
            f'<s:orders xmlns:s="urn:s"><s:order xmlns="urn:s">{C}</s:order>'
            "</s:orders>",
            "CTC213",
            'add `xmlns=""` to `s:order`',
            f'<s:orders xmlns:s="urn:s"><s:order xmlns="">{C}</s:order></s:orders>',
            id="a default namespace that nothing needs",
        ),
        pytest.param(
            '<s:order xmlns:s="urn:s"><id xmlns="urn:s">1</id></s:order>',
            "CTC213",
            'add `xmlns=""`',
            '<s:order xmlns:s="urn:s"><id xmlns="">1</id></s:order>',
            id="its own declaration",
        ),
        pytest.param(
            '<s:order xmlns:s="urn:s" xmlns="urn:s"><id>1</id><item>1</item>'
            "<line>1</line></s:order>",
            "CTC213",
            'write `s:item`, without `xmlns="urn:s"`',
            '<s:order xmlns:s="urn:s"><id>1</id><s:item>1</s:item>'
            "<line>1</line></s:order>",
            id="one inside needs it",
        ),
        pytest.param(
            f'<doc xmlns="urn:doc"><order xmlns="urn:s">{C}</order></doc>',
            "CTC213",
            NEW,
            f'<doc xmlns="urn:doc"><s:order xmlns:s="urn:s" xmlns="">{C}</s:order>'
            "</doc>",
            id="default namespace in another one",
        ),
        pytest.param(
            f'<doc xmlns="urn:doc"><order xmlns="urn:s" xmlns:t="urn:s">{C}</order>'
            "</doc>",
            "CTC213",
            'write `t:order`, without `xmlns="urn:s"`',
            f'<doc xmlns="urn:doc"><t:order xmlns="" xmlns:t="urn:s">{C}</t:order>'
            "</doc>",
            id="default namespace and a prefix in another one",
        ),
        pytest.param(
            f'<doc xmlns="urn:doc"><s:order xmlns:s="urn:s">{C}</s:order></doc>',
            "CTC213",
            'write `<d:doc xmlns:d="urn:doc">`',
            f'<d:doc xmlns:d="urn:doc"><s:order xmlns:s="urn:s">{C}</s:order></d:doc>',
            id="default namespace of what is round it",
        ),
        pytest.param(
            '<doc xmlns="urn:doc"><title/><title/><title/>'
            f'<s:order xmlns:s="urn:s">{C}</s:order>'
            f'<s:order xmlns:s="urn:s">{C}</s:order></doc>',
            "CTC213",
            'add `xmlns=""` to these 2',
            '<doc xmlns="urn:doc"><title/><title/><title/>'
            f'<s:order xmlns="" xmlns:s="urn:s">{C}</s:order>'
            f'<s:order xmlns="" xmlns:s="urn:s">{C}</s:order></doc>',
            id="of which others have need",
        ),
        pytest.param(
            '<doc xmlns="urn:doc"><order xmlns="urn:s" xmlns:s="urn:other" '
            'xmlns:s1="urn:more"><id>1</id></order></doc>',
            "CTC213",
            'write `<s2:order xmlns:s2="urn:s">`',
            '<doc xmlns="urn:doc"><s2:order xmlns:s2="urn:s" xmlns="" '
            'xmlns:s="urn:other" xmlns:s1="urn:more"><id>1</id></s2:order></doc>',
            id="prefixes that are taken",
        ),
    ],
)
def test_it_is_one_fault_and_its_fix_mends_all(
    document: str, code: str, advice: str, mended: str, tmp_path: Path
) -> None:
    assert told(document, tmp_path) == [(code, advice, mended)]
    assert linted(mended, tmp_path) == []


def test_it_is_told_at_the_root_that_has_none(tmp_path: Path) -> None:
    document = f"<order>{C}</order>"
    (found,) = linted(document, tmp_path)

    assert found.message == "`order` is in no namespace, not in `urn:s`"
    assert document[found.range.start.offset :].startswith("order>")
    assert [fix.applicability.value for fix in found.fixes] == ["safe"]


def test_it_is_told_at_the_first_that_is_caught(tmp_path: Path) -> None:
    document = f'<order xmlns="urn:s">{C}</order>'
    (found,) = linted(document, tmp_path)

    assert found.message == "`id` is in `urn:s`, but belongs in none"
    assert document[found.range.start.offset :].startswith("id>")
    assert [fix.applicability.value for fix in found.fixes] == ["safe"]


@pytest.mark.parametrize(
    ("content", "code", "mended"),
    [
        ("<id>x</id>", "CTC215", "<id>x</id>"),
        ("<idd>1</idd><line>1</line>", "CTC202", "<idd>1</idd><line>1</line>"),
        ("<id>1</id><id>2</id>", "CTC205", "<id>1</id><id>2</id>"),
        ("<line>1</line><id>1</id>", "CTC206", "<line>1</line><id>1</id>"),
        ("<line>1</line>", "CTC207", "<line>1</line>"),
        ("<id>1</id><other/>", "CTC201", "<id>1</id><s:other/>"),
        ("<id>1</id><itm>1</itm>", "CTC202", "<id>1</id><s:itm>1</s:itm>"),
    ],
)
def test_other_faults_are_told_as_they_are_without_it(
    content: str, code: str, mended: str, tmp_path: Path
) -> None:
    document = f'<order xmlns="urn:s">{content}</order>'
    right = f'<s:order xmlns:s="urn:s">{mended}</s:order>'
    found = told(document, tmp_path)

    assert [one[2] for one in found if one[0] == "CTC213"] == [right]
    assert [one[0] for one in found if one[0] != "CTC213"] == [code]
    assert [one[0] for one in told(right, tmp_path)] == [code]


def test_what_is_unknown_stays_in_no_namespace(tmp_path: Path) -> None:
    found = told("<order><id>1</id><other/></order>", tmp_path)
    right = '<s:order xmlns:s="urn:s"><id>1</id><other/></s:order>'

    assert [one[0] for one in found] == ["CTC213", "CTC201"]
    assert found[0][2] == right


def test_a_misspelt_root_gets_name_and_prefix_at_once(tmp_path: Path) -> None:
    mended = f'<s:order xmlns:s="urn:s">{C}</s:order>'

    found = told(f"<ordr>{C}</ordr>", tmp_path)
    assert found[0] == ("CTC213", NEW, mended)
    assert [one[0] for one in found] == ["CTC213", "CTC220"]


@pytest.mark.parametrize(
    ("document", "mended"),
    [
        ("<order/>", '<s:order xmlns:s="urn:s"/>'),
        ("<orders/>", '<orders xmlns="urn:s"/>'),
        ("<item>1</item>", '<item xmlns="urn:s">1</item>'),
        ("<doc/>", '<doc xmlns="urn:doc"/>'),
    ],
)
def test_a_root_alone_has_a_prefix_if_it_may_catch_something(
    document: str, mended: str, tmp_path: Path
) -> None:
    found = {one[0]: one[2] for one in told(document, tmp_path)}

    assert found["CTC213"] == mended


def test_a_document_in_another_element_is_left_where_it_is(tmp_path: Path) -> None:
    document = f'<round xmlns="urn:s"><orders><order>{C}</order></orders></round>'

    assert [one[:2] for one in told(document, tmp_path)] == [
        ("CTC220", "take away the tags of `round`, not what it holds"),
        ("CTC213", 'add `xmlns=""`'),
    ]


def test_where_nothing_is_caught_the_default_namespace_is_declared(
    tmp_path: Path,
) -> None:
    found = told("<orders><order/></orders>", tmp_path)

    assert [(one[0], one[2]) for one in found] == [
        ("CTC213", '<orders xmlns="urn:s"><order/></orders>'),
        ("CTC207", ""),
    ]


def test_an_unknown_type_gets_no_prefix(tmp_path: Path) -> None:
    who = '<who xsi:type="Nobody"><name>n</name></who>'
    found = told(f'<order xmlns="urn:s" {XSI}><id>1</id>{who}</order>', tmp_path)

    mended = f'<s:order xmlns:s="urn:s" {XSI}><id>1</id>{who}</s:order>'
    assert [(one[0], one[2]) for one in found if one[0] == "CTC213"] == [
        ("CTC213", mended)
    ]
