"""Misspelt names that have lost the prefix which the right ones need, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

START = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:c"'
LINES = f"""{START} targetNamespace="urn:c" elementFormDefault="qualified">
  <xs:element name="InvoiceLine" type="xs:int"/></xs:schema>"""
INVOICE = f"""{START} targetNamespace="urn:i" elementFormDefault="qualified">
  <xs:import namespace="urn:c" schemaLocation="lines.xsd"/>
  <xs:element name="Invoice"><xs:complexType><xs:sequence>
    <xs:element name="ID" type="xs:int"/>
    <xs:element ref="c:InvoiceLine" maxOccurs="9"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("written", "code", "advice"),
    [
        ("cacInvoiceLine", "CTC202", "did you mean `cac:InvoiceLine`?"),
        ("InvoiceLin", "CTC202", "did you mean `cac:InvoiceLine`?"),
        ("Invoiceline", "CTC204", "write `cac:InvoiceLine`"),
        ("cac:InvoiceLin", "CTC202", "did you mean `InvoiceLine`?"),
        ("cac:Invoiceline", "CTC204", "write `InvoiceLine`"),
    ],
)
def test_the_fix_writes_name_and_prefix_at_once(
    written: str, code: str, advice: str, tmp_path: Path
) -> None:
    (tmp_path / "lines.xsd").write_text(LINES)
    (tmp_path / "invoice.xsd").write_text(INVOICE)
    start = "<Invoice xmlns='urn:i' xmlns:cac='urn:c'><ID>1</ID>"
    document = start + "<{0}>1</{0}></Invoice>"
    text = document.format(written)

    (found,) = lint(text, schema=tmp_path / "invoice.xsd")

    assert (found.code, found.help) == (code, (advice,))
    made = apply_edits(text, edits_of([ChosenFix(found, found.fixes[0])]))
    assert made == document.format("cac:InvoiceLine")
