"""`--schema FILE.xsd`: any XML is checked with its XSD."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from fixture_file import ROOT

from ctct_lint.config import Settings
from ctct_lint.schema.sources.trouble import SchemaTrouble, Unusable
from ctct_lint.session.files.input import Input
from ctct_lint.session.files.result import FileResult
from ctct_lint.session.files.schemas import with_schemas

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

BOOK = (
    '<shelf xmlns="urn:shelf"><book isbn="0201896834"><title>Art</title>'
    "<year>1997</year><binding>{}</binding></book></shelf>"
)


@pytest.fixture(autouse=True)
def books(tmp_path: Path) -> None:
    """Make a folder with a schema, a valid document and one with a fault."""
    shutil.copy(ROOT / "tests" / "profiles" / "shelf.xsd", tmp_path)
    (tmp_path / "good.xml").write_text(BOOK.format("hardcover"), "utf-8")
    (tmp_path / "bad.xml").write_text(BOOK.format("hardcovr"), "utf-8")


def test_documents_are_checked_with_the_schema(called: Called) -> None:
    result = called(
        "check", "--schema=shelf.xsd", "--output-format=concise", "good.xml", "bad.xml"
    )

    assert result.stdout == (
        "bad.xml:1:94: error[CTC203] `hardcovr` is not a valid binding\n"
    )
    assert result.stderr == "1 error in 2 files checked; 1 fixable with --fix\n"
    assert result.exit_code == 1


def test_it_is_for_whatever_a_document_is(called: Called, tmp_path: Path) -> None:
    (tmp_path / "entry.xml").write_text('<entry xmlns="http://www.w3.org/2005/Atom"/>')

    result = called(
        "check", "--schema=shelf.xsd", "--output-format=concise", "entry.xml"
    )

    assert result.stdout == (
        "entry.xml:1:2: error[CTC220] `entry` is no root element of this vocabulary\n"
    )


def test_no_fix_is_offered_for_a_schema_that_cannot_be_used(
    called: Called, tmp_path: Path
) -> None:
    path = tmp_path / "shelf.xsd"
    path.write_text(path.read_text("utf-8").replace("xs:complexType", "xs:complex", 1))

    result = called("check", "--schema=shelf.xsd", "good.xml")

    assert result.exit_code == 2
    assert "fix" not in result.stdout + result.stderr


@pytest.mark.parametrize("options", [["--fix"], ["--diff"], ["--fix", "--fix-only"]])
@pytest.mark.parametrize("text", ["<a/>", "<a>&</a>"])
def test_a_schema_that_cannot_be_used_is_told_where_fixes_are_made_too(
    called: Called, tmp_path: Path, options: list[str], text: str
) -> None:
    (tmp_path / "broken.xsd").write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        '<xs:element name="a" type="T"/></xs:schema>'
    )
    (tmp_path / "a.xml").write_text(text)

    result = called("check", "--schema=broken.xsd", *options, "a.xml")

    assert result.exit_code == 2
    assert (
        "ctct-lint: cannot use the schema broken.xsd: 1 document checked for the "
        "syntax only\n"
    ) in result.stderr


def test_a_schema_is_no_operation(called: Called) -> None:
    result = called("check", "--schema=shelf.xsd", "--operation=create", "good.xml")

    assert "--operation and --schema exclude each other" in result.stderr
    assert result.exit_code == 2


def test_a_schema_that_is_not_there_is_told(called: Called) -> None:
    result = called("check", "--schema=shop.xsd", "good.xml")

    assert result.stderr == "ctct-lint: cannot read shop.xsd: no such file\n"
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'type="Binding"',
            'type="Bindng"',
            "shelf.xsd:12:48: error[CTC906] the schema has no type `Bindng`\n",
        ),
        (
            "<xs:sequence>",
            "<xs:seqence>",
            (
                "shelf.xsd:17:9: error[CTC101] `</xs:sequence>` does not close "
                "`<xs:seqence>`\n"
            ),
        ),
        (
            '<xs:element name="shelf">',
            '<xs:include schemaLocation="../b.xsd"/><xs:element name="shelf">',
            (
                "shelf.xsd:4:31: error[CTC907] `../b.xsd` cannot be read: "
                "it is outside of the schema's folder\n"
            ),
        ),
        (
            '<xs:element name="shelf">',
            '<xs:elemnt name="shelf"/><xs:element name="shelf">',
            "shelf.xsd:4:4: error[CTC202] `elemnt` is not an element of `schema`\n",
        ),
        (
            '<xs:enumeration value="paperback"/>',
            "<xs:enumeration/>",
            (
                "shelf.xsd:22:8: error[CTC208] `enumeration` lacks the required "
                "attribute `value`\n"
            ),
        ),
    ],
)
def test_a_schema_that_cannot_be_used_is_told_in_its_own_file(
    called: Called, tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = tmp_path / "shelf.xsd"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    (tmp_path / "open.xml").write_text("<shelf>")

    result = called(
        "check",
        "--schema=shelf.xsd",
        "--output-format=concise",
        "good.xml",
        "bad.xml",
        "open.xml",
    )

    assert "open.xml:1:7: error[CTC104]" in result.stdout
    assert said in result.stdout
    assert result.stderr.startswith(
        "ctct-lint: cannot use the schema shelf.xsd: "
        "3 documents checked for the syntax only\n"
    )
    assert result.exit_code == 2


NO_XSD = "error[CTC906]: this is no XSD: its root is `{}`, not `schema`\n"


@pytest.mark.parametrize(
    ("root", "message", "advice"),
    [
        (
            '<grammar xmlns="http://relaxng.org/ns/structure/1.0">',
            NO_XSD.format("grammar"),
            "this is RELAX NG; only XSD is read: convert it, for example with `trang`",
        ),
        (
            '<s:schema xmlns:s="http://purl.oclc.org/dsdl/schematron">',
            "error[CTC906]: `schema` is not in the namespace of XML Schema\n",
            (
                "this is Schematron: name it with `--schematron`, or as `schematron` "
                "in a profile"
            ),
        ),
        (
            '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/">',
            NO_XSD.format("definitions"),
            "this is WSDL: save the `schema` in its `types` as a file of its own",
        ),
        (
            "<shelf>",
            NO_XSD.format("shelf"),
            "name the schema first, then the documents: `--schema FILE.xsd`",
        ),
        (
            "<schema>",
            "error[CTC906]: `schema` is not in the namespace of XML Schema\n",
            "its namespace is `http://www.w3.org/2001/XMLSchema`",
        ),
    ],
)
def test_another_document_in_place_of_a_schema(
    called: Called, tmp_path: Path, root: str, message: str, advice: str
) -> None:
    name = root[1:].partition(" ")[0].strip(">")
    (tmp_path / "other.xsd").write_text(f"{root}</{name}>")

    result = called("check", "--schema=other.xsd", "good.xml")

    assert result.stdout.startswith(message)
    assert f"= help: {advice}" in " ".join(result.stdout.split())
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("named", "why"),
    [
        (".", "it is no file"),
        (
            "http://example.org/shelf.xsd",
            "no address is opened; save it, and name the file",
        ),
    ],
)
def test_a_schema_that_is_no_file(called: Called, named: str, why: str) -> None:
    result = called("check", f"--schema={named}", "good.xml")

    assert result.stderr == f"ctct-lint: cannot read {named}: {why}\n"
    assert result.exit_code == 2


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n", b"no XML"])
def test_a_schema_that_is_no_xml_is_told(
    called: Called, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "shelf.xsd").write_bytes(data)

    result = called(
        "check", "--schema=shelf.xsd", "--output-format=concise", "good.xml"
    )

    assert result.stdout.startswith("shelf.xsd:1:1: error[CTC")
    assert result.exit_code == 2


def test_a_schema_that_goes_away_meanwhile_is_told(tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.xsd")
    unusable = Unusable(gone, (SchemaTrouble(gone, "ill-formed"),))
    found = Input("x.xml", "x.xml"), FileResult(unusable=unusable)

    _, (schema, result) = with_schemas([found], lambda _: Settings())

    assert schema.uri.endswith("/gone.xsd")
    assert [why for _, why in result.failures] == [
        "1 document checked for the syntax only",
        "no such file or directory",
    ]


# ------------------------------------------------------------------ --catalog

LIST = """<list xmlns="urn:list"><shelf xmlns="urn:shelf"/></list>"""
OF_LIST = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:shelf="urn:shelf" targetNamespace="urn:list">
  <xs:import namespace="urn:shelf" schemaLocation="http://example.org/shelf.xsd"/>
  <xs:element name="list"><xs:complexType><xs:sequence>
    <xs:element ref="shelf:shelf"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
CATALOG = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <uri name="http://example.org/shelf.xsd" uri="../shelf.xsd"/>
</catalog>"""


def test_a_catalog_finds_what_the_schema_refers_to(
    called: Called, tmp_path: Path
) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "list.xml").write_text(LIST)
    (tmp_path / "house" / "list.xsd").write_text(OF_LIST)
    (tmp_path / "house" / "catalog.xml").write_text(CATALOG)
    check = ("check", "--schema=house/list.xsd", "--output-format=concise", "list.xml")

    alone, with_catalog = called(*check), called(*check, "--catalog=house/catalog.xml")

    assert alone.exit_code == 2
    assert "house/list.xsd:3:52: error[CTC907]" in alone.stdout
    assert with_catalog.stdout == (
        "list.xml:1:25: error[CTC207] `shelf` lacks the required element `book`\n"
    )
    assert with_catalog.exit_code == 1


def test_a_catalog_is_one_of_a_schema(called: Called) -> None:
    result = called("check", "--catalog=catalog.xml", "good.xml")

    assert result.exit_code == 2
    assert "--catalog needs --schema, whose files it finds" in result.stderr


def test_a_catalog_that_is_not_there_is_told(called: Called) -> None:
    result = called("check", "--schema=shelf.xsd", "--catalog=none.xml", "good.xml")

    assert result.exit_code == 2
    assert result.stderr == "ctct-lint: cannot read none.xml: no such file\n"
