"""Texts of mixed content have the order of the document; Saxon has the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from rulebook import Rulebook

DOCUMENT = "<a>t<b>u<c>v</c>w</b>x<b/>y</a>"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("string(.)", "tuvwxy"),
        ("string(/)", "tuvwxy"),
        ("string(b[1])", "uvw"),
        ("string(b[2])", ""),
        ("concat(b[1], '!')", "uvw!"),
        ("data(b[1])", "uvw"),
        ("string-join(.//text(), '|')", "t|u|v|w|x|y"),
        ("string-join(//text(), '|')", "t|u|v|w|x|y"),
        ("(.//text())[last()]", "y"),
        ("string-join(.//(c, text())/string(), '|')", "t|u|v|v|w|x|y"),
        ("text()", "txy"),
        ("(text(), 'z', 'z', text())", "txy z z txy"),
        ("(b[1]/text(), b[1])", "uw uvw"),
        ("idref('x')", ""),
    ],
)
def test_texts_have_the_order_of_the_document(
    tmp_path: Path, expression: str, value: str
) -> None:
    report = f'<report test="true()">[<value-of select="{expression}"/>]</report>'
    book = Rulebook(tmp_path).rules(f'<rule context="a">{report}</rule>')

    assert book.messages(DOCUMENT) == [f"[{value}]"]


def test_functions_join_texts_with_their_separator(tmp_path: Path) -> None:
    book = Rulebook(tmp_path).write(
        '<ns prefix="f" uri="urn:f"/><xsl:function xmlns:f="urn:f" name="f:texts">'
        '<xsl:param name="of"/><xsl:value-of select="$of" separator="-"/>'
        "</xsl:function><pattern><rule context='a'><report test='true()'>"
        '[<value-of select="f:texts((b, text(), b))"/>]</report></rule></pattern>'
    )

    assert book.messages(DOCUMENT) == ["[uvw--txy-uvw-]"]
