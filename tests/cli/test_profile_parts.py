"""The schema of a profile, named among documents: it is no document of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
CONFIGURATION = """[[profiles]]
name = "rules"
root = "rules"
schematron = "rules.sch"

[[profiles]]
name = "note"
root = "note"
schema = "xsd/note.xsd"
catalog = "catalog.xml"
"""
SCHEMATRON = '<schema xmlns="http://purl.oclc.org/dsdl/schematron">{}</schema>'
WRONG_RULE = '<pattern><rule context="a"><assert test="b(">b</assert></rule></pattern>'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """Make a profile of a schema that includes another, a catalog and rules."""
    (tmp_path / "ctct-lint.toml").write_text(CONFIGURATION)
    (tmp_path / "xsd").mkdir()
    (tmp_path / "xsd" / "note.xsd").write_text(
        f'{HEAD}<xs:include schemaLocation="types.xsd"/>'
        '<xs:element name="note" type="Note"/></xs:schema>'
    )
    types(tmp_path, "Note")
    (tmp_path / "other.xsd").write_text(f"{HEAD}</xs:schema>")
    (tmp_path / "catalog.xml").write_text(
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"/>'
    )
    (tmp_path / "rules.sch").write_text(SCHEMATRON.format(""))
    (tmp_path / "note.xml").write_text("<note>a</note>")
    return tmp_path


def types(folder: Path, name: str) -> None:
    """Write the included schema, with a type of a name."""
    (folder / "xsd" / "types.xsd").write_text(
        f'{HEAD}<xs:simpleType name="{name}">'
        '<xs:restriction base="xs:string"/></xs:simpleType></xs:schema>'
    )


@pytest.mark.parametrize(
    "path", ["xsd/note.xsd", "xsd/types.xsd", "catalog.xml", "rules.sch"]
)
def test_it_is_of_no_unknown_vocabulary(called: Called, path: str) -> None:
    result = called("check", path)

    assert (result.stdout, result.stderr, result.exit_code) == (
        "",
        "1 file checked, nothing found\n",
        0,
    )


@pytest.mark.parametrize("options", [[], ["--schema=xsd/note.xsd"]])
def test_the_schema_that_is_asked_for_counts_too(
    called: Called, options: list[str]
) -> None:
    result = called("check", *options, "xsd/note.xsd", "note.xml")

    assert result.stderr == "2 files checked, nothing found\n"


def test_other_schemas_are_judged_by_themselves(called: Called, folder: Path) -> None:
    wrong = (folder / "other.xsd").read_text().replace("</", "<xs:a/></", 1)
    (folder / "other.xsd").write_text(wrong)

    result = called("check", "--output-format=concise", "other.xsd")

    assert "error[CTC201] `a` is not a known element of" in result.stdout
    assert "1 error in 1 file checked" in result.stderr


def test_what_is_wrong_with_a_schema_is_told_of_each_of_its_files(
    called: Called, folder: Path
) -> None:
    types(folder, "Not")
    wrong = "xsd/note.xsd:1:126: error[CTC906] the schema has no type `Note`\n"

    for path in ("xsd/note.xsd", "xsd/types.xsd"):
        result = called("check", "--output-format=concise", path)

        assert (result.stdout, result.exit_code) == (wrong, 2)
        assert "ctct-lint: cannot use the schema xsd/note.xsd: " in result.stderr


def test_a_part_at_fault_is_told_once_and_is_no_document(
    called: Called, folder: Path
) -> None:
    types(folder, "Not")

    result = called("check", "--output-format=concise", "xsd/note.xsd", "note.xml")

    assert result.stdout.count("CTC906") == 1
    assert "xsd/note.xsd: 1 document checked for the syntax only\n" in result.stderr


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [("rules.sch", "</schema>", f"{WRONG_RULE}</schema>"), ("xsd/note.xsd", "/>", ">")],
)
def test_without_a_document_none_is_counted(
    called: Called, folder: Path, path: str, old: str, new: str
) -> None:
    text = (folder / path).read_text()
    (folder / path).write_text(text.replace(old, new))

    result = called("check", "--output-format=concise", path)

    assert f"ctct-lint: cannot use the schema {path}: documents are" in result.stderr
    assert result.exit_code == 2


def test_a_document_of_stdin_is_no_part(called: Called, folder: Path) -> None:
    types(folder, "Not")

    result = called("check", "--schema=xsd/note.xsd", "-", data="<note/>")

    assert "xsd/note.xsd: 1 document checked for the syntax only\n" in result.stderr


def test_a_folder_is_no_schema(called: Called, folder: Path) -> None:
    path = folder / "ctct-lint.toml"
    path.write_text(path.read_text().replace("xsd/note.xsd", "xsd"))

    result = called("check", "note.xml")

    assert result.stderr.splitlines()[0] == (
        "ctct-lint: cannot use the schema xsd: is a directory; 1 document checked for "
        "the syntax only"
    )


def test_a_profile_of_no_files_has_no_parts(called: Called, folder: Path) -> None:
    (folder / "ctct-lint.toml").write_text('[[profiles]]\nname = "ctct"\nfiles = "*.e"')
    types(folder, "Not")

    result = called("check", "--output-format=concise", "xsd/note.xsd")

    assert "error[CTC906] the schema has no type `Note`" in result.stdout
    assert result.stderr == "1 error in 1 file checked\n"


def test_who_names_all_files_wants_no_word_on_each(called: Called) -> None:
    result = called("check", "--force-exclude", "other.xsd", "note.xml")

    assert result.stdout == ""
    assert result.stderr == (
        "2 files checked, nothing found\n1 file of no known vocabulary: syntax only\n"
    )
