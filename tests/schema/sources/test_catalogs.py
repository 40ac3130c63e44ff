"""OASIS catalogs: which local file stands for a URI, and what is never done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ctct_lint.schema.sources.catalog import Catalogs

OPEN = '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"{}>'
TYPES = "http://example.org/v1/types.xsd"


def found(
    folder: Path, entries: str, uri: str = TYPES, attributes: str = ""
) -> str | None:
    """Return the file that a catalog has for a URI, relative to its folder."""
    file = folder / "catalog.xml"
    file.write_text(OPEN.format(attributes) + entries + "</catalog>", "utf-8")
    path = Catalogs(str(file)).find(uri)
    return None if path is None else os.path.relpath(path, folder)


@pytest.mark.parametrize(
    "entries",
    [
        f'<uri name="{TYPES}" uri="a.xsd"/>',
        f'<system systemId="{TYPES}" uri="a.xsd"/>',
        f'<uri name="{TYPES}" uri="./x/../a.xsd"/>',
        '<rewriteURI uriStartString="http://example.org/v1/types" rewritePrefix="a"/>',
        (
            '<rewriteSystem systemIdStartString="http://example.org/v1/types"'
            ' rewritePrefix="a"/>'
        ),
        '<uriSuffix uriSuffix="/types.xsd" uri="a.xsd"/>',
        '<systemSuffix systemIdSuffix="types.xsd" uri="a.xsd"/>',
        f'<group><uri name="{TYPES}" uri="a.xsd"/></group>',
        (
            f'<group><group prefer="public"><uri name="{TYPES}" uri="a.xsd"/></group>'
            "</group>"
        ),
        f'<uri name="{TYPES}" uri="a.xsd"/><uri name="{TYPES}" uri="b.xsd"/>',
        (
            '<rewriteURI uriStartString="http://" rewritePrefix="b/"/>'
            '<rewriteURI uriStartString="http://example.org/v1/types"'
            ' rewritePrefix="a"/>'
        ),
        (
            '<rewriteURI uriStartString="http://example.org/" rewritePrefix="b/"/>'
            f'<uri name="{TYPES}" uri="a.xsd"/>'
        ),
        f'<!-- <uri name="{TYPES}" uri="b.xsd"/> --><uri name="{TYPES}" uri="a.xsd"/>',
    ],
)
def test_a_local_file_stands_for_a_uri(tmp_path: Path, entries: str) -> None:
    assert found(tmp_path, entries) == "a.xsd"


@pytest.mark.parametrize(
    ("entries", "attributes", "expected"),
    [
        (f'<uri name="{TYPES}" uri="a.xsd"/>', ' xml:base="xsd/"', "xsd/a.xsd"),
        (
            f'<group xml:base="one/"><uri name="{TYPES}" uri="a.xsd"/></group>',
            ' xml:base="xsd/"',
            "xsd/one/a.xsd",
        ),
        (f'<uri name="{TYPES}" uri="a.xsd" xml:base="one/"/>', "", "one/a.xsd"),
        (f'<uri name="{TYPES}" uri="a%20b.xsd"/>', "", "a b.xsd"),
        (f'<uri name="{TYPES}" uri="a b.xsd"/>', "", "a b.xsd"),
        (
            '<rewriteURI uriStartString="http://example.org/" rewritePrefix="w3/"/>',
            "",
            "w3/v1/types.xsd",
        ),
        (f'<uri name="{TYPES}" uri="file:///opt/a.xsd"/>', "", None),
    ],
)
def test_what_it_leads_to_is_relative_to_what_says_it(
    tmp_path: Path, entries: str, attributes: str, expected: str | None
) -> None:
    right = os.path.relpath("/opt/a.xsd", tmp_path) if expected is None else expected

    assert found(tmp_path, entries, attributes=attributes) == right


@pytest.mark.parametrize(
    "entries",
    [
        "",
        '<uri name="http://example.org/other.xsd" uri="a.xsd"/>',
        f'<uri name="{TYPES}" uri="http://example.org/elsewhere.xsd"/>',
        f'<uri name="{TYPES}" uri="//host/share/a.xsd"/>',
        f'<uri name="{TYPES}" uri="file://host/a.xsd"/>',
        f'<uri name="{TYPES}" uri="file:///a%00.xsd"/>',
        f'<uri name="{TYPES}" uri="http://[bad/a.xsd"/>',
        f'<uri name="{TYPES}"/>',
        '<uri uri="a.xsd"/>',
        f'<uri xmlns="urn:other" name="{TYPES}" uri="a.xsd"/>',
        '<nextCatalog catalog="missing.xml"/>',
        '<nextCatalog catalog="http://localhost:1/catalog.xml"/>',
        '<nextCatalog catalog="catalog.xml"/>',
        '<delegateURI uriStartString="http://other/" catalog="next.xml"/>',
    ],
)
def test_nothing_stands_for_it(tmp_path: Path, entries: str) -> None:
    (tmp_path / "next.xml").write_text(
        OPEN.format("") + f'<uri name="{TYPES}" uri="a.xsd"/></catalog>'
    )

    assert found(tmp_path, entries) is None


@pytest.mark.parametrize(
    "entry",
    [
        '<nextCatalog catalog="sub/next.xml"/>',
        '<group xml:base="sub/"><nextCatalog catalog="next.xml"/></group>',
        '<delegateURI uriStartString="http://example.org/" catalog="sub/next.xml"/>',
        '<delegateSystem systemIdStartString="http://" catalog="sub/next.xml"/>',
        '<nextCatalog catalog="missing.xml"/><nextCatalog catalog="sub/next.xml"/>',
    ],
)
def test_another_catalog_is_asked(tmp_path: Path, entry: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "next.xml").write_text(
        OPEN.format("")
        + f'<nextCatalog catalog="../catalog.xml"/><uri name="{TYPES}" uri="a.xsd"/>'
        "</catalog>"
    )

    assert found(tmp_path, entry) == os.path.join("sub", "a.xsd")


def test_own_entries_win_over_those_of_other_catalogs(tmp_path: Path) -> None:
    (tmp_path / "next.xml").write_text(
        OPEN.format("") + f'<uri name="{TYPES}" uri="b.xsd"/></catalog>'
    )
    entries = (
        '<nextCatalog catalog="next.xml"/>'
        '<rewriteURI uriStartString="http://example.org/v1/types" rewritePrefix="a"/>'
    )

    assert found(tmp_path, entries) == "a.xsd"


def test_no_more_than_a_hundred_catalogs_are_read(tmp_path: Path) -> None:
    for number in range(150):
        (tmp_path / f"{number}.xml").write_text(
            OPEN.format("") + f'<nextCatalog catalog="{number + 1}.xml"/></catalog>'
        )
    catalogs = Catalogs(str(tmp_path / "0.xml"))

    assert catalogs.find(TYPES) is None
    assert len(catalogs.paths) == 100
    assert len(Catalogs(str(tmp_path / "0.xml")).every()) == 100


def test_every_catalog_is_known_be_it_asked_or_not(tmp_path: Path) -> None:
    entries = (
        '<nextCatalog catalog="missing.xml"/><nextCatalog catalog="main.xml"/>'
        '<delegateURI uriStartString="urn:" catalog="other.xml"/>'
    )
    main, other = tmp_path / "main.xml", tmp_path / "other.xml"
    main.write_text(f"{OPEN.format('')}{entries}</catalog>")
    other.write_text(f"{OPEN.format('')}</catalog>")

    every = {str(path) for path in (main, other, tmp_path / "missing.xml")}
    assert set(Catalogs(str(main)).every()) == every
    assert Catalogs("").every() == ()


def test_every_catalog_is_known_in_an_order_that_lasts(tmp_path: Path) -> None:
    """What tells a schema from all others is made of them, in whatever process."""
    names = [f"{number}.xml" for number in range(9)]
    named = "".join(f'<nextCatalog catalog="{name}"/>' for name in names)
    (tmp_path / "main.xml").write_text(f"{OPEN.format('')}{named}</catalog>")

    every = Catalogs(str(tmp_path / "main.xml")).every()
    assert [Path(path).name for path in every] == ["main.xml", *reversed(names)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not well-formed in line 1"),
        (OPEN.format("") + "\n<uri></catalog>", "not well-formed in line 2"),
        ("<entry/>", "it is no OASIS catalog"),
        (
            (
                '<!DOCTYPE catalog [<!ENTITY a SYSTEM "/etc/hostname">]>'
                f"{OPEN.format('')}&a;</catalog>"
            ),
            "not well-formed in line 1",
        ),
    ],
)
def test_what_cannot_be_read_knows_nothing_and_says_why(
    tmp_path: Path, text: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "catalog.xml").write_text(text)
    catalogs = Catalogs(str(tmp_path / "catalog.xml"))

    assert catalogs.find(TYPES) is None
    assert catalogs.troubles == [f"cannot read the catalog catalog.xml: {why}"]


def test_a_document_type_of_a_catalog_is_inert(tmp_path: Path) -> None:
    (tmp_path / "catalog.xml").write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE catalog PUBLIC "-//OASIS//DTD XML Catalogs '
        'V1.1//EN" "http://localhost:1/catalog.dtd">'
        f'{OPEN.format("")}<uri name="{TYPES}" uri="a.xsd"/></catalog>'
    )

    path = Catalogs(str(tmp_path / "catalog.xml")).find(TYPES)

    assert path == str(tmp_path / "a.xsd")


@pytest.mark.parametrize("name", ["missing.xml", "."])
def test_a_catalog_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    catalogs = Catalogs(str(tmp_path / name))

    assert catalogs.find(TYPES) is None
    (trouble,) = catalogs.troubles
    assert trouble.startswith("cannot read the catalog ")


def test_without_a_catalog_nothing_stands_for_anything() -> None:
    assert Catalogs().find(TYPES) is None
