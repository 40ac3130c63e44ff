"""`ctct_lint.lint` with a schema or a profile by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from fixture_file import FIXTURES

import ctct_lint
from ctct_lint.html.content import Content
from ctct_lint.schema import judges
from ctct_lint.schema.sources.libxml2 import libxml2_schema

SCHEMA = FIXTURES / "profiles" / "pom.xsd"
XSD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</xs:schema>'
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


def schemas_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that will have the schemas which libxml2 compiles."""
    urls: list[str] = []

    def compile_(url: str, texts: Callable[[str], str]) -> Any:
        urls.append(url)
        return libxml2_schema(url, texts)

    monkeypatch.setattr(judges, "libxml2_schema", compile_)
    return urls


def test_a_schema_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = tmp_path / "one.xsd"
    schema.write_text(SCHEMA.read_text())
    urls = schemas_read(monkeypatch)
    for packaging, expected in (("war", []), ("zip", ["CTC203"]), ("jar", [])):
        found = ctct_lint.lint(POM.format(packaging), schema=schema)
        assert codes(found) == expected

    assert urls == [schema.as_uri()]


@pytest.mark.parametrize("name", ["one.xsd", "two.xsd", "rules.sch"])
def test_what_is_said_is_that_of_the_files_as_they_are(
    tmp_path: Path, name: str
) -> None:
    types = '<xs:simpleType name="t"><xs:restriction base="xs:{}"/></xs:simpleType>'
    main = '<xs:include schemaLocation="two.xsd"/><xs:element name="a" type="{}"/>'
    rules = (
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern>'
        '<rule context="a"><assert test=". {} 1">no</assert></rule></pattern></schema>'
    )
    ways = {
        "one.xsd": (XSD.format(main.format("t")), XSD.format(main.format("xs:date"))),
        "two.xsd": (XSD.format(types.format("int")), XSD.format(types.format("date"))),
        "rules.sch": (rules.format("="), rules.format("!=")),
    }
    for file, (right, _) in ways.items():
        (tmp_path / file).write_text(right)
    given = {"schema": tmp_path / "one.xsd", "schematron": tmp_path / "rules.sch"}
    wrong = ["CTC237"] if name == "rules.sch" else ["CTC215"]

    for text, expected in ((0, []), (1, wrong), (0, [])):
        (tmp_path / name).write_text(ways[name][text])
        assert codes(ctct_lint.lint("<a>1</a>", **given)) == expected


def test_a_schema_that_was_not_whole_is_read_again(tmp_path: Path) -> None:
    main = '<xs:include schemaLocation="two.xsd"/><xs:element name="a" type="xs:int"/>'
    one = tmp_path / "one.xsd"
    for _ in range(2):
        with pytest.raises(ctct_lint.SchemaError, match="no such file"):
            ctct_lint.lint("<a>1</a>", schema=one)
    one.write_text(XSD.format(main))
    with pytest.raises(ctct_lint.SchemaError, match="no such file"):
        ctct_lint.lint("<a>1</a>", schema=one)
    (tmp_path / "two.xsd").write_text(XSD.format(""))

    assert ctct_lint.lint("<a>1</a>", schema=one) == []


def test_no_more_than_eight_schemas_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls = schemas_read(monkeypatch)
    paths = [tmp_path / f"{number}.xsd" for number in range(9)]
    for path in paths:
        path.write_text(XSD.format('<xs:element name="a"/>'))
    for path in (*paths, paths[8], paths[1], paths[0]):
        assert ctct_lint.lint("<a/>", schema=path) == []

    assert urls == [path.as_uri() for path in (*paths, paths[0])]


def test_a_mail_that_stands_in_many_documents_is_judged_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts: list[str] = []
    is_sound = Content.is_sound

    def judge(content: Content, *, as_xml: bool) -> bool:
        texts.append(content.text)
        return is_sound(content, as_xml=as_xml)

    monkeypatch.setattr(Content, "is_sound", judge)
    sample = (FIXTURES / "valid" / "campaign-html.create.xml").read_text("utf-8")
    document = sample.replace("are up", "are up at last")
    for name in ("One", "Two"):
        assert ctct_lint.lint(document.replace("<Name>", f"<Name>{name}: ")) == []

    assert len([text for text in texts if "are up at last" in text]) == 1


def test_a_thread_has_schemas_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[list[str]] = []

    def check() -> None:
        for _ in range(2):
            found.append(codes(ctct_lint.lint(POM.format("zip"), schema=SCHEMA)))  # noqa: PERF401

    check()
    urls = schemas_read(monkeypatch)
    threads = [Thread(target=check) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [["CTC203"]] * 6
    assert urls == [SCHEMA.as_uri()] * 2


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
