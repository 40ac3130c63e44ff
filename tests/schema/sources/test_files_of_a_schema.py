"""The files of a schema are read from its folder and its catalog, and nowhere else."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from ctct_lint.config import Settings
from ctct_lint.engine.schema_file import lint_schema_file
from ctct_lint.schema.bounded import BoundedSchema
from ctct_lint.schema.facts.facts import NO_FACTS
from ctct_lint.schema.sources.trouble import SchemaTrouble
from ctct_lint.schema.user_schema import UserSchema
from ctct_lint.text.encoding import decode

HEAD = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:a"'
    ' targetNamespace="urn:a" elementFormDefault="qualified">'
)
ROOT = '<xs:element name="r" type="T"/>'
TYPES = f'{HEAD}<xs:simpleType name="T"><xs:restriction base="xs:int"/></xs:simpleType>'
END = "</xs:schema>"


@pytest.fixture(autouse=True)
def _no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)


def schema(folder: Path, body: str, catalog: str = "") -> UserSchema:
    """Return a schema in a folder `in` of the one that is given."""
    home = folder / "in"
    home.mkdir(exist_ok=True)
    (home / "main.xsd").write_text(HEAD + body + END, "utf-8")
    if catalog:
        (folder / "catalog.xml").write_text(
            '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
            f"{catalog}</catalog>"
        )
    return UserSchema(
        str(home / "main.xsd"), str(folder / "catalog.xml") if catalog else ""
    )


def judged(made: UserSchema, *values: str) -> list[bool]:
    """Say of documents with these values whether they are valid; both readers do."""
    assert made.troubles == ()
    compiled = made.compiled(NO_FACTS)
    assert compiled is not None
    root = compiled.root("{urn:a}r")
    assert root is not None
    return [
        made.judge.validate(etree.fromstring(f'<r xmlns="urn:a">{value}</r>'))
        for value in values
    ]


@pytest.mark.parametrize(
    ("location", "file"),
    [
        ("types.xsd", "types.xsd"),
        ("./types.xsd", "types.xsd"),
        ("sub/types.xsd", "sub/types.xsd"),
        ("sub/../types.xsd", "types.xsd"),
        ("../in/types.xsd", "types.xsd"),
        ("my types.xsd", "my types.xsd"),
        ("my%20types.xsd", "my types.xsd"),
        ("t&amp;pes.xsd", "t&pes.xsd"),
        (" types.xsd ", "types.xsd"),
        ("typ\u00e9s.xsd", "typ\u00e9s.xsd"),
    ],
)
def test_a_file_of_its_folder_is_read(tmp_path: Path, location: str, file: str) -> None:
    made = schema(tmp_path, f'<xs:include schemaLocation="{location}"/>{ROOT}')
    path = tmp_path / "in" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(TYPES + END, "utf-8")

    assert judged(made, "1", "x") == [True, False]


def test_files_may_include_each_other(tmp_path: Path) -> None:
    made = schema(tmp_path, f'<xs:include schemaLocation="types.xsd"/>{ROOT}')
    other = TYPES.replace(HEAD, f'{HEAD}<xs:include schemaLocation="main.xsd"/>')
    (tmp_path / "in" / "types.xsd").write_text(other + END)

    assert judged(made, "1", "x") == [True, False]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"]
)
def test_files_are_read_in_their_encoding(tmp_path: Path, encoding: str) -> None:
    made = schema(tmp_path, f'<xs:include schemaLocation="types.xsd"/>{ROOT}')
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?>\n<!-- \u00e9 -->{TYPES}{END}'
    (tmp_path / "in" / "types.xsd").write_bytes(text.encode(encoding))

    assert judged(made, "1", "x") == [True, False]


@pytest.mark.parametrize(
    "location",
    [
        "missing.xsd",
        "../outside.xsd",
        "sub/../../outside.xsd",
        "%2e%2e/outside.xsd",
        "link.xsd",
        "folder/outside.xsd",
        "{outside}",
        "file://{outside}",
        "file://localhost{outside}",
        "file://host{outside}",
        "http://localhost:1/types.xsd",
        "https://localhost:1/types.xsd",
        "ftp://localhost:1/types.xsd",
        "//localhost/types.xsd",
        "urn:types",
        "http://[bad/types.xsd",
        ".",
        "/dev/zero",
        "/etc/hostname",
    ],
)
@pytest.mark.parametrize("kind", ["include", "redefine"])
def test_nothing_else_is_read(tmp_path: Path, location: str, kind: str) -> None:
    outside = tmp_path / "outside.xsd"
    outside.write_text(TYPES + END)
    written = location.format(outside=outside)
    made = schema(tmp_path, f'<xs:{kind} schemaLocation="{written}"/>{ROOT}')
    (tmp_path / "in" / "sub").mkdir()
    (tmp_path / "in" / "link.xsd").symlink_to(outside)
    (tmp_path / "in" / "folder").symlink_to(tmp_path)

    (trouble,) = made.troubles
    assert trouble[1:5] == (
        "unresolved-schema",
        f"/xs:schema/xs:{kind}",
        "schemaLocation",
        written,
    )


def test_a_link_inside_of_the_folder_is_followed(tmp_path: Path) -> None:
    made = schema(tmp_path, f'<xs:include schemaLocation="link.xsd"/>{ROOT}')
    (tmp_path / "in" / "types.xsd").write_text(TYPES + END)
    (tmp_path / "in" / "link.xsd").symlink_to("types.xsd")

    assert judged(made, "1", "x") == [True, False]


@pytest.mark.parametrize(
    ("reference", "catalog"),
    [
        (
            '<xs:include schemaLocation="http://localhost:1/t.xsd"/>',
            '<uri name="http://localhost:1/t.xsd" uri="outside.xsd"/>',
        ),
        (
            '<xs:include schemaLocation="http://localhost:1/v1/outside.xsd"/>',
            '<rewriteURI uriStartString="http://localhost:1/v1/" rewritePrefix="./"/>',
        ),
        (
            '<xs:include schemaLocation="urn:types"/>',
            '<system systemId="urn:types" uri="outside.xsd"/>',
        ),
        ('<xs:include schemaLocation="../outside.xsd"/>', "<group/>"),
    ],
)
def test_the_catalog_says_what_may_be_read_besides(
    tmp_path: Path, reference: str, catalog: str
) -> None:
    (tmp_path / "outside.xsd").write_text(TYPES + END)
    made = schema(tmp_path, reference + ROOT, catalog)

    assert judged(made, "1", "x") == [True, False]


IMPORTED = TYPES.replace("urn:a", "urn:b") + END


@pytest.mark.parametrize(
    ("place", "catalog"),
    [
        ("", '<uri name="urn:b" uri="b.xsd"/>'),
        (
            'schemaLocation="http://localhost:1/b.xsd"',
            '<uri name="urn:b" uri="b.xsd"/>',
        ),
        (
            'schemaLocation="http://localhost:1/b.xsd"',
            '<uriSuffix uriSuffix="/b.xsd" uri="b.xsd"/>',
        ),
        ('schemaLocation="../b.xsd"', '<uri name="urn:c" uri="c.xsd"/>'),
    ],
)
def test_an_import_is_found_by_its_place_or_its_namespace(
    tmp_path: Path, place: str, catalog: str
) -> None:
    (tmp_path / "b.xsd").write_text(IMPORTED)
    body = (
        f'<xs:import namespace="urn:b" {place}/>'
        '<xs:element name="r" type="b:T" xmlns:b="urn:b"/>'
    )

    assert judged(schema(tmp_path, body, catalog), "1", "x") == [True, False]


@pytest.mark.parametrize(
    "place", ["", ' schemaLocation="http://www.w3.org/2001/xml.xsd"']
)
def test_the_attributes_of_xml_are_always_there(tmp_path: Path, place: str) -> None:
    made = schema(
        tmp_path,
        f'<xs:import namespace="http://www.w3.org/XML/1998/namespace"{place}/>'
        '<xs:element name="r"><xs:complexType><xs:attribute ref="xml:lang"/>'
        "</xs:complexType></xs:element>",
    )

    assert judged(made, "") == [True]


def test_an_import_that_nobody_needs_may_lead_nowhere(tmp_path: Path) -> None:
    made = schema(
        tmp_path,
        '<xs:import namespace="urn:b" schemaLocation="http://localhost:1/b.xsd"/>'
        '<xs:element name="r" type="xs:int"/>',
    )

    assert judged(made, "1", "x") == [True, False]


def test_an_import_that_is_needed_and_leads_nowhere_is_the_only_trouble(
    tmp_path: Path,
) -> None:
    made = schema(
        tmp_path,
        '<xs:import namespace="urn:b" schemaLocation="b.xsd"/>'
        '<xs:element name="r" type="b:T" xmlns:b="urn:b"/>'
        '<xs:element name="s" type="b:U" xmlns:b="urn:b"/>',
    )

    (trouble,) = made.troubles
    assert trouble[1:5] == (
        "unresolved-schema",
        "/xs:schema/xs:import",
        "schemaLocation",
        "b.xsd",
    )


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE xs:schema [<!ENTITY t "&u;"><!ENTITY u "&t;">]>',
        '<!DOCTYPE xs:schema [<!ENTITY % t "int">]>',
        '<!DOCTYPE xs:schema [<!ENTITY t SYSTEM "/etc/hostname">]>',
        '<!DOCTYPE xs:schema [<!ENTITY % p SYSTEM "http://localhost:1/p"> %p;]>',
        '<!DOCTYPE xs:schema SYSTEM "http://localhost:1/schema.dtd">',
    ],
)
def test_no_entity_is_expanded_that_is_no_text_of_the_file(
    tmp_path: Path, doctype: str
) -> None:
    made = schema(tmp_path, '<xs:element name="r" type="xs:&t;"/>')
    path = tmp_path / "in" / "main.xsd"
    path.write_text(doctype + path.read_text())

    assert [one.kind for one in made.troubles] == ["ill-formed"]


def declared(**entities: str) -> str:
    every = "\n".join(f"<!ENTITY {name} {value}>" for name, value in entities.items())
    return f"<!DOCTYPE xs:schema [\n<!-- texts -->{every}]>"


def test_texts_that_a_schema_declares_as_entities_are_put_in(tmp_path: Path) -> None:
    made = schema(
        tmp_path,
        '<xs:element name="r"><xs:simpleType><xs:restriction base="xs:string">'
        '<xs:pattern value="&name;(,&name;)*&amp;"/></xs:restriction></xs:simpleType>'
        "</xs:element>&more;",
    )
    path = tmp_path / "in" / "main.xsd"
    texts = declared(
        name="'(&letter;|\")+'",
        letter='"[a-z&#x5f;]"',
        more="""'<xs:element name="s" type="xs:int"/>'""",
        amp='"&#38;#38;"',
        name2='"unused"',
    )
    path.write_text(texts + path.read_text())

    assert judged(made, '_,"&amp;', "a,b&amp;", "A&amp;", "a") == [
        *(True, True, False, False)
    ]
    assert made.judge.validate(etree.fromstring('<s xmlns="urn:a">1</s>'))


@pytest.mark.parametrize(
    "entities",
    [
        {"t": f'"{"&u;" * 1100}"', "u": f'"{"int" * 400}"'},
        {f"t{n or ''}": f'"&t{n + 1};"' for n in range(25)} | {"t25": '"int"'},
    ],
)
def test_entities_have_limits(tmp_path: Path, entities: dict[str, str]) -> None:
    made = schema(tmp_path, '<xs:element name="r" type="xs:&t;"/>')
    path = tmp_path / "in" / "main.xsd"
    path.write_text(declared(**entities) + path.read_text())

    assert [one.kind for one in made.troubles] == ["ill-formed"]


def test_an_entity_that_is_not_expanded_is_told(tmp_path: Path) -> None:
    made = schema(tmp_path, '<xs:element name="r" type="xs:int"/>&t;')
    path = tmp_path / "in" / "main.xsd"
    doctype = '<!DOCTYPE xs:schema [<!ENTITY t SYSTEM "/etc/hostname">]>\n'
    path.write_text(doctype + path.read_text())

    _, (told,) = lint_schema_file(decode(path.read_bytes()), made.troubles, Settings())
    assert (told.code, told.range.start.line, told.message) == (
        "CTC906",
        1,
        "its entities cannot be expanded: only texts that it declares itself are",
    )


def test_files_are_those_that_may_be_read_be_they_there_or_not(tmp_path: Path) -> None:
    references = (
        '<xs:include schemaLocation="missing.xsd"/>'
        '<xs:include schemaLocation="../outside.xsd"/>'
    )
    made = schema(tmp_path, references)

    folder = tmp_path / "in"
    assert made.sources.paths() == (
        str(folder / "main.xsd"),
        str(folder / "missing.xsd"),
    )


def test_a_document_type_of_a_schema_is_inert(tmp_path: Path) -> None:
    made = schema(tmp_path, '<xs:element name="r" type="xs:int"/>')
    path = tmp_path / "in" / "main.xsd"
    path.write_text(
        '<?xml version="1.0"?>\n<!-- > --><!DOCTYPE xs:schema PUBLIC "-//W3C//DTD '
        "XMLSCHEMA 200102//EN\" 'http://localhost:1/x.dtd' [\n"
        "<!ENTITY % p ''> <!-- ]> --> <!ATTLIST xs:schema id ID #IMPLIED>\n]>"
        + path.read_text()
    )

    assert judged(made, "1", "x") == [True, False]


def test_a_comment_refers_to_nothing(tmp_path: Path) -> None:
    made = schema(
        tmp_path,
        '<!-- <xs:include schemaLocation="missing.xsd"/> -->'
        '<xs:element name="r" type="xs:int"/>',
    )

    assert judged(made, "1", "x") == [True, False]


def test_a_document_type_in_a_comment_is_none(tmp_path: Path) -> None:
    """The `xmldsig-core-schema.xsd` that many have begins like this."""
    path = tmp_path / "main.xsd"
    comment = "<!--\n<!DOCTYPE schema [\n <!ENTITY a 'b'>\n]>\n-->\n"
    schema = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        ' targetNamespace="urn:a"><xs:element name="r" type="xs:int"/></xs:schema>'
    )
    path.write_text(f"{comment * 40}{' ' * 400}{schema}", "utf-8")

    assert judged(UserSchema(str(path), ""), "1", "x") == [True, False]


def test_a_schema_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    made = UserSchema(str(tmp_path / "none.xsd"), "")

    why = "no such file or directory"
    assert made.troubles == (SchemaTrouble(made.path, "unreadable", detail=why),)


def test_a_catalog_that_is_not_there_is_told(tmp_path: Path) -> None:
    made = schema(tmp_path, '<xs:element name="r" type="xs:int"/>', "<group/>")
    (tmp_path / "catalog.xml").unlink()

    (trouble,) = made.troubles
    assert trouble.detail.endswith("catalog.xml: no such file or directory")


@pytest.mark.parametrize(
    ("body", "version"),
    [
        ('<xs:element name="r" type="xs:int"/>', "libxml2"),
        (
            (
                '<xs:element name="r"><xs:simpleType><xs:restriction base="xs:int">'
                '<xs:assertion test="$value ge 0"/></xs:restriction></xs:simpleType>'
                "</xs:element>"
            ),
            "xmlschema",
        ),
    ],
)
def test_libxml2_judges_what_it_can_and_xmlschema_the_rest(
    tmp_path: Path, body: str, version: str
) -> None:
    made = schema(tmp_path, body)

    assert judged(made, "1", "x") == [True, False]
    is_libxml2 = isinstance(made.judge, BoundedSchema)
    assert version == ("libxml2" if is_libxml2 else "xmlschema")
