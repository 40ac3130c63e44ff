"""`ctct_lint.lint` with a schema or a profile by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fixture_file import FIXTURES

import ctct_lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = FIXTURES / "profiles" / "pom.xsd"
POM = (
    '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0'
    "</modelVersion><artifactId>a</artifactId><packaging>{}</packaging></project>"
)


def codes(found: list[ctct_lint.Diagnostic]) -> list[str]:
    return [one.code for one in found]


def test_a_schema_is_used(tmp_path: Path) -> None:
    file = tmp_path / "pom.xml"
    file.write_text(POM.format("zip"))

    assert ctct_lint.lint(POM.format("war"), schema=SCHEMA) == []
    for data in (POM.format("zip"), POM.format("zip").encode(), file):
        assert codes(ctct_lint.lint(data, schema=str(SCHEMA))) == ["CTC203"]


def test_a_catalog_says_what_stands_for_a_uri(tmp_path: Path) -> None:
    main = tmp_path / "main.xsd"
    main.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        ' targetNamespace="http://maven.apache.org/POM/4.0.0">'
        '<xs:include schemaLocation="http://localhost:1/pom.xsd"/></xs:schema>'
    )
    catalog = tmp_path / "catalog.xml"
    catalog.write_text(
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
        f'<uri name="http://localhost:1/pom.xsd" uri="{SCHEMA.as_uri()}"/></catalog>'
    )

    found = ctct_lint.lint(POM.format("zip"), schema=main, catalog=catalog)

    assert codes(found) == ["CTC203"]
    with pytest.raises(ctct_lint.SchemaError, match="no local file stands for it"):
        ctct_lint.lint(POM.format("zip"), schema=main)


def test_a_profile_has_a_name() -> None:
    assert codes(ctct_lint.lint("<bad/>", profile="ctct")) == ["CTC220"]
    assert codes(ctct_lint.lint("<bad/>")) == ["CTC224"]
    with pytest.raises(ValueError, match="no profile is called `pom`"):
        ctct_lint.lint("<bad/>", profile="pom")


@pytest.mark.parametrize(
    ("text", "why"), [("<a>", "ill-formed"), ("<a/>", "schema"), (None, "no such file")]
)
def test_a_schema_that_cannot_be_used_is_an_exception(
    tmp_path: Path, text: str | None, why: str
) -> None:
    path = tmp_path / "a.xsd"
    if text is not None:
        path.write_text(text)

    with pytest.raises(ctct_lint.SchemaError, match=why) as raised:
        ctct_lint.lint("<a/>", schema=path)

    assert str(path) in str(raised.value)
