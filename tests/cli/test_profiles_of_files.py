"""`ctct-lint profiles PATH...`: which profile each file has, and what decides it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from systems import posix

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:x"><xs:element name="order"/></xs:schema>"""
CATALOG = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
<uri name="urn:y" uri="x.xsd"/></catalog>"""
RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron">
<pattern><rule context="/*"><assert test="true()">no</assert></rule></pattern>
</schema>"""
CONFIGURATION = """[[profiles]]
name = "named"
files = ["named.xml"]
schema = "x.xsd"

[[profiles]]
name = "rooted"
root = "{urn:x}order"
schema = "x.xsd"
schematron = "x.sch"

[[profiles]]
name = "catalogued"
catalog = "catalog.xml"

[[profiles]]
name = "ctct"
files = ["mine.xml"]
"""
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
DOCUMENTS = {
    "named.xml": "<other/>",
    "rooted.xml": '<order xmlns="urn:x"/>',
    "catalogued.xml": (
        f'<a xmlns:i="{INSTANCE}" i:schemaLocation="urn:y http://localhost:1/y.xsd"/>'
    ),
    "entry.xml": '<entry xmlns="http://www.w3.org/2005/Atom"/>',
    "mine.xml": "<mine/>",
    "none.xml": '<none xmlns="urn:none"/>',
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path) -> None:
    """Make a folder with three profiles, their files, and documents of each kind."""
    (tmp_path / "x.xsd").write_text(SCHEMA)
    (tmp_path / "x.sch").write_text(RULES)
    (tmp_path / "catalog.xml").write_text(CATALOG)
    (tmp_path / "ctct-lint.toml").write_text(CONFIGURATION)
    for name, text in DOCUMENTS.items():
        (tmp_path / name).write_text(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "named.xml",
            """
  profile    named
  because    the path of the file, by `files`
  schema     x.xsd
  from       ctct-lint.toml
""",
        ),
        (
            "rooted.xml",
            """
  profile    rooted
  because    the root `{urn:x}order`
  schema     x.xsd
  schematron x.sch
  from       ctct-lint.toml
""",
        ),
        (
            "catalogued.xml",
            """
  profile    catalogued
  because    the catalog, which has a key that the document names
  schema     x.xsd
  from       ctct-lint.toml
""",
        ),
        (
            "entry.xml",
            """
  profile    ctct
  because    the profile itself, which recognises the document
""",
        ),
        (
            "mine.xml",
            """
  profile    ctct
  because    the path of the file, by `files`
  from       ctct-lint.toml
""",
        ),
        (
            "x.xsd",
            """
  profile    named
  because    it is a file of that profile
  schema     x.xsd
  from       ctct-lint.toml
""",
        ),
        (
            "none.xml",
            """
  profile    none
  because    none is for the root `{urn:none}none`: only the syntax is checked
""",
        ),
    ],
)
def test_each_file_has_its_profile(called: Called, name: str, expected: str) -> None:
    result = called("profiles", name)

    assert result.stdout == name + expected
    assert result.stderr == ""
    assert result.exit_code == 0


def test_programs_get_an_object_for_each_file(called: Called, tmp_path: Path) -> None:
    result = called("profiles", "--output-format=json", "rooted.xml", "none.xml")

    assert json.loads(result.stdout) == [
        {
            "file": "rooted.xml",
            "profile": "rooted",
            "by": "root",
            "root": "{urn:x}order",
            "schema": str(tmp_path / "x.xsd"),
            "schematron": str(tmp_path / "x.sch"),
            "origin": "ctct-lint.toml",
        },
        {
            "file": "none.xml",
            "profile": None,
            "by": None,
            "root": "{urn:none}none",
            "schema": None,
            "schematron": None,
            "origin": None,
        },
    ]


def test_a_folder_stands_for_its_documents(called: Called) -> None:
    result = called("profiles", "--output-format=json", ".")

    names = {one["file"]: one["profile"] for one in json.loads(result.stdout)}
    assert names == {
        "./catalog.xml": "catalogued",
        "./catalogued.xml": "catalogued",
        "./entry.xml": "ctct",
        "./mine.xml": "ctct",
        "./named.xml": "named",
        "./none.xml": None,
        "./rooted.xml": "rooted",
    }


def test_stdin_is_a_document(called: Called) -> None:
    result = called("profiles", "-", data=b'<order xmlns="urn:x"/>')

    assert result.stdout.startswith("<stdin>\n  profile    rooted\n")


def test_what_cannot_be_read_is_told_after_the_others(
    called: Called, tmp_path: Path
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "ctct-lint.toml").write_text("[[profiles")
    (tmp_path / "broken" / "a.xml").write_text("<a/>")
    (tmp_path / "folder.xml").mkdir()

    result = called("profiles", "gone.xml", "broken/a.xml", "entry.xml")

    assert result.stdout.startswith("entry.xml\n  profile    ctct\n")
    gone, broken = result.stderr.split("ctct-lint: ")[1:]
    assert gone == "cannot read gone.xml: no such file or directory\n"
    assert "broken/ctct-lint.toml" in broken
    assert result.exit_code == 2


@posix
def test_a_pipe_is_no_document(called: Called, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xml")

    result = called("profiles", "pipe.xml")

    assert result.stderr == ("ctct-lint: cannot read pipe.xml: is a pipe, not a file\n")
    assert result.exit_code == 2


def test_an_empty_folder_has_no_document(called: Called, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    result = called("profiles", "empty")

    assert result.stdout == ""
    assert result.stderr.startswith("ctct-lint: cannot find a document in empty: ")
    assert result.exit_code == 2
