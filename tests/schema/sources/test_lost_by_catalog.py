"""A catalog that names a file that is not there: it is told which, and once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from ctct_lint.schema.user_schema import UserSchema

if TYPE_CHECKING:
    from pathlib import Path

CATALOG = (
    '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
    '<uri name="{}" uri="gone.xsd"/></catalog>'
)
XSD = "http://www.w3.org/2001/XMLSchema"
URL = "http://example.org/o.xsd"
USED = '<xs:element name="a" type="o:T"/><xs:element name="b" type="o:U"/>'


@pytest.mark.parametrize(
    ("reference", "key", "subject"),
    [
        ('import namespace="urn:o"', "urn:o", "urn:o"),
        ('import namespace="urn:o" schemaLocation="o.xsd"', "urn:o", "o.xsd"),
        (f'import namespace="urn:o" schemaLocation="{URL}"', URL, URL),
        (f'include schemaLocation="{URL}"', URL, URL),
    ],
)
def test_the_file_is_named_and_nothing_is_said_of_what_it_would_have(
    tmp_path: Path, reference: str, key: str, subject: str
) -> None:
    schema, catalog = tmp_path / "s.xsd", tmp_path / "catalog.xml"
    catalog.write_text(CATALOG.format(key))
    schema.write_text(
        f'<xs:schema xmlns:xs="{XSD}" xmlns:o="urn:o"><xs:{reference}/>{USED}'
        "</xs:schema>"
    )
    made = UserSchema(str(schema), str(catalog))
    gone = tmp_path / "gone.xsd"

    (trouble,) = made.troubles

    shown = min(str(gone), os.path.relpath(gone), key=len)
    why = f"the catalog has `{shown}` for it: no such file or directory"
    assert (trouble.kind, trouble.subject) == ("unresolved-schema", subject)
    assert trouble.detail == why
    assert str(gone) in made.sources.paths()
