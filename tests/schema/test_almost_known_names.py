"""Names of types and attributes that almost are: what is suggested for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
TYPES = "".join(
    f'<xs:complexType name="{name}"><xs:complexContent><xs:extension base="t:Any"/>'
    "</xs:complexContent></xs:complexType>"
    for name in ("Iron", "Wood", "Ax", "Pine", "Pint")
)
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t"
    targetNamespace="urn:t">
  <xs:complexType name="Any"/>{TYPES}
  <xs:element name="stuff" type="t:Any"/>
  <xs:attribute name="ga"/><xs:attribute name="other"/>
  <xs:element name="own"><xs:complexType><xs:attribute name="id"/>
    <xs:anyAttribute namespace="##targetNamespace"/></xs:complexType></xs:element>
  <xs:element name="lax"><xs:complexType>
    <xs:anyAttribute namespace="##other" processContents="lax"/></xs:complexType>
  </xs:element></xs:schema>"""


def help_of(document: str, folder: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Return the code and the help of each diagnostic."""
    (folder / "s.xsd").write_text(SCHEMA)
    return [(one.code, one.help) for one in lint(document, schema=folder / "s.xsd")]


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("Irom", "did you mean `t:Iron`?"),
        ("Wod", "did you mean `t:Wood`?"),
        # Either of two, or of too few letters.
        ("Pinx", "expected one of `Any`, `Iron`, `Wood`, `Ax`, `Pine`, `Pint`"),
        ("By", "expected one of `Any`, `Iron`, `Wood`, `Ax`, `Pine`, `Pint`"),
    ],
)
def test_a_type_with_one_slip_is_meant(
    written: str, advice: str, tmp_path: Path
) -> None:
    document = f'<t:stuff xmlns:t="urn:t" {XSI} xsi:type="t:{written}"/>'

    assert help_of(document, tmp_path) == [("CTC229", (advice,))]


@pytest.mark.parametrize(
    ("attribute", "advice"),
    [
        ("t:gb", "expected one of `id`, `t:ga`, `t:other`"),
        ("gb", "expected `id`; also attributes of the namespace `urn:t`"),
    ],
)
def test_global_attributes_that_a_wildcard_lets_in_are_known(
    attribute: str, advice: str, tmp_path: Path
) -> None:
    document = f'<t:own xmlns:t="urn:t" {attribute}="1"/>'

    assert help_of(document, tmp_path) == [("CTC209", (advice,))]


def test_a_lax_wildcard_lets_in_any(tmp_path: Path) -> None:
    document = '<t:lax xmlns:t="urn:t" t:gb="1"/>'
    ((code, (advice,)),) = help_of(document, tmp_path)

    assert code == "CTC209"
    assert advice.startswith("remove it: only attributes of ")
