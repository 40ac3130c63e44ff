"""What is said where an element lacks that only a wildcard asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

ANY = '<xs:any namespace="##other" processContents="lax"/>'
B = '<xs:element name="b"/>'
CONTENTS = {"one": ANY + B, "both": ANY * 2 + B, "any": "<xs:any/>"}
OTHER = "of a namespace other than `urn:t`"
ADD = "add the element that this place is for"


@pytest.mark.parametrize(
    ("name", "content", "message", "advice"),
    [
        (
            "one",
            "",
            "`r` lacks the required elements `b` and one of any name",
            ("add `<b>`", ADD),
        ),
        ("one", "<b/>", f"`r` lacks an element {OTHER}", (ADD,)),
        ("any", "", "`r` lacks an element that may have any name", (ADD,)),
        ("one", "<o:x/>", "`r` lacks the required element `b`", ("add `<b>`",)),
        (
            "both",
            "",
            "`r` lacks the required elements `b` and one of any name (2)",
            ("add `<b>`", "add one of any name 2 times"),
        ),
        (
            "both",
            "<b/>",
            f"`r` lacks 2 elements {OTHER}",
            ("add the elements that these places are for",),
        ),
    ],
)
def test_it_is_one_of_any_name(
    name: str, content: str, message: str, advice: tuple[str, ...], tmp_path: Path
) -> None:
    schema = tmp_path / "s.xsd"
    schema.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"'
        ' elementFormDefault="qualified"><xs:element name="r"><xs:complexType>'
        f"<xs:sequence>{CONTENTS[name]}</xs:sequence></xs:complexType></xs:element>"
        "</xs:schema>"
    )
    document = f'<r xmlns="urn:t" xmlns:o="urn:o">{content}</r>'

    (found,) = lint(document, schema=schema)

    assert (found.message, found.help, found.fixes) == (message, advice, ())
