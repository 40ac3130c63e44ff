"""What is wrong with a schema is told in its own file, as a run tells it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from fixture_file import FIXTURES

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called
    from server.conftest import Served

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <artifactId>greenhouse</artifactId>
</project>
"""
RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron">
  <pattern>
    <rule context="project">
      <assert test="{}">a project has a name</assert>
    </rule>
  </pattern>
</schema>
"""
UNKNOWN_TYPE = "CTC906 42:40"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a POM, whose schema names a type that there is not."""
    (tmp_path / "xsd").mkdir()
    text = (FIXTURES / "profiles" / "pom.xsd").read_text("utf-8")
    broken = text.replace("xs:boolean", "xs:boolen", 1)
    (tmp_path / "xsd" / "pom.xsd").write_text(broken, "utf-8")
    (tmp_path / "pom.xml").write_text(POM, "utf-8")
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "pom"\nfiles = "pom.xml"\nschema = "xsd/pom.xsd"\n',
        "utf-8",
    )
    return tmp_path


def brief(found: list[dict[str, Any]]) -> list[str]:
    """Return what is said: the code, and where from zero."""
    starts = (one["range"]["start"] for one in found)
    return [
        f"{one['code']} {start['line']}:{start['character']}"
        for one, start in zip(found, starts, strict=True)
    ]


def files_of(folder: Path) -> tuple[str, str, str, str]:
    """Return the URIs of the document and of its schema, and the text of that."""
    schema = folder / "xsd" / "pom.xsd"
    text = schema.read_text("utf-8")
    good = text.replace("xs:boolen", "xs:boolean")
    return (folder / "pom.xml").as_uri(), schema.as_uri(), text, good


def reported(client: Served, before: list[Any] | None = None) -> dict[str, Any]:
    params = {"previousResultIds": before or []}
    return {
        one["uri"]: one for one in client.ask("workspace/diagnostic", params)["items"]
    }


def changed_on_the_disk(client: Served, uri: str) -> None:
    changes = {"changes": [{"uri": uri, "type": 2}]}
    client.tell("workspace/didChangeWatchedFiles", changes)


def closed(client: Served, uri: str) -> None:
    client.tell("textDocument/didClose", {"textDocument": {"uri": uri}})


def test_document_brings_what_is_wrong_with_its_schema(
    client: Served, folder: Path
) -> None:
    pom, xsd, _, good = files_of(folder)
    client.start(rootUri=folder.as_uri())
    client.open(pom, POM)
    assert brief(client.diagnostics(pom, 1)) == []
    assert brief(client.diagnostics(xsd)) == [UNKNOWN_TYPE]

    (folder / "xsd" / "pom.xsd").write_text(good, "utf-8")
    changed_on_the_disk(client, xsd)
    assert brief(client.diagnostics(xsd)) == []


def test_it_goes_with_the_last_document(client: Served, folder: Path) -> None:
    pom, xsd, *_ = files_of(folder)
    (folder / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "pom"\nroot = "project"\nschema = "xsd/pom.xsd"\n',
        "utf-8",
    )
    other = (folder / "other.xml").as_uri()
    client.start(rootUri=folder.as_uri())
    client.open(pom, POM)
    assert brief(client.diagnostics(xsd)) == [UNKNOWN_TYPE]
    client.open(other, POM)
    client.diagnostics(other, 1)
    closed(client, pom)
    client.replace(other, 2, POM + "\n")
    client.diagnostics(other, 2)
    assert all(one["params"].get("uri") != xsd for one in client.kept())

    closed(client, other)
    assert brief(client.diagnostics(xsd)) == []


def test_schema_that_is_open_is_told_of_as_it_is_typed(
    client: Served, folder: Path
) -> None:
    pom, xsd, broken, good = files_of(folder)
    client.start(rootUri=folder.as_uri())
    client.open(xsd, good)
    assert brief(client.diagnostics(xsd, 1)) == []
    client.open(pom, POM)
    assert brief(client.diagnostics(pom, 1)) == []
    client.replace(xsd, 2, broken)
    assert brief(client.diagnostics(xsd, 2)) == [UNKNOWN_TYPE]
    client.replace(xsd, 3, f"\n{broken}")
    assert brief(client.diagnostics(xsd, 3)) == ["CTC125 1:0", "CTC906 43:40"]
    client.replace(xsd, 4, good.replace("</xs:schema>", ""))
    assert [one["code"] for one in client.diagnostics(xsd, 4)] == ["CTC104"]

    closed(client, xsd)
    assert brief(client.diagnostics(xsd)) == []
    assert brief(client.diagnostics(xsd)) == [UNKNOWN_TYPE]


def test_schema_that_is_open_is_told_of_as_a_run_does(
    client: Served, called: Called, folder: Path
) -> None:
    _, xsd, broken, good = files_of(folder)
    client.start(rootUri=folder.as_uri())
    for version, text in enumerate((broken, good), 1):
        (folder / "xsd" / "pom.xsd").write_text(text, "utf-8")
        run = called("check", "xsd/pom.xsd", "--output-format=json")
        printed = {one["uri"]: one["diagnostics"] for one in json.loads(run.stdout)}
        client.open(xsd, text, version)
        assert client.diagnostics(xsd, version) == printed.get(xsd, [])


def test_client_that_pulls_a_schema(client: Served, folder: Path) -> None:
    pom, xsd, broken, _ = files_of(folder)
    client.start({"textDocument": {"diagnostic": {}}}, rootUri=folder.as_uri())
    client.open(xsd, broken)
    assert brief(client.pull(xsd)["items"]) == [UNKNOWN_TYPE]
    client.open(pom, POM)
    assert brief(client.pull(pom)["items"]) == []


def test_workspace_has_the_schema_where_a_run_has_it(
    client: Served, called: Called, folder: Path
) -> None:
    pom, xsd, *_ = files_of(folder)
    run = called("check", ".", "--output-format=json")
    printed = {one["uri"]: one["diagnostics"] for one in json.loads(run.stdout)}
    client.start(rootUri=folder.as_uri())
    reports = reported(client)

    assert {uri: one["items"] for uri, one in reports.items()} == printed
    assert list(reports) == [pom, xsd]
    assert brief(reports[xsd]["items"]) == [UNKNOWN_TYPE]
    assert reports[xsd]["version"] is None


def test_schema_that_is_mended_is_reported_once_more(
    client: Served, folder: Path
) -> None:
    _, xsd, _, good = files_of(folder)
    client.start(rootUri=folder.as_uri())
    before = [{"uri": xsd, "value": reported(client)[xsd]["resultId"]}]
    (folder / "xsd" / "pom.xsd").write_text(good, "utf-8")
    changed_on_the_disk(client, xsd)
    mended = reported(client, before)[xsd]
    assert mended["kind"] == "full"
    assert mended["items"] == []

    before = [{"uri": xsd, "value": mended["resultId"]}]
    assert xsd not in reported(client, before)


def test_text_of_an_open_schema_wins_in_the_workspace(
    client: Served, folder: Path
) -> None:
    _, xsd, _, good = files_of(folder)
    client.start(rootUri=folder.as_uri())
    client.open(xsd, good, 7)
    report = reported(client)[xsd]
    assert report["items"] == []
    assert report["version"] == 7


@pytest.mark.parametrize(
    ("test", "said"), [("name", []), ("name[", ["CTC909 3:20"])], ids=["good", "bad"]
)
def test_rules_of_schematron(
    client: Served, folder: Path, test: str, said: list[str]
) -> None:
    (folder / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "pom"\nfiles = "pom.xml"\nschematron = "pom.sch"\n',
        "utf-8",
    )
    (folder / "pom.sch").write_text(RULES.format("name"), "utf-8")
    uri = (folder / "pom.sch").as_uri()
    client.start(rootUri=folder.as_uri())
    client.open(uri, RULES.format(test))
    assert brief(client.diagnostics(uri, 1)) == said


def test_included_file_at_fault_is_told_in_its_own_place(
    client: Served, folder: Path
) -> None:
    schema = folder / "xsd" / "all.xsd"
    text = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n'
        '<xs:include schemaLocation="part.xsd"/>\n<xs:element name="{}"/></xs:schema>'
    )
    schema.write_text(text.format("a"), "utf-8")
    part = folder / "xsd" / "part.xsd"
    part.write_text(text.format("b").replace('"part.xsd"', '"none.xsd"'), "utf-8")
    (folder / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "a"\nroot = "a"\nschema = "xsd/all.xsd"\n', "utf-8"
    )
    client.start(rootUri=folder.as_uri())
    client.open(schema.as_uri(), text.format("a"))
    assert brief(client.diagnostics(schema.as_uri(), 1)) == []
    assert brief(client.diagnostics(part.as_uri())) == ["CTC907 1:28"]


@pytest.mark.parametrize("declared", ["UTF-16", "US-ASCII", "ISO-8859-1", "none"])
def test_encoding_that_a_text_declares_is_no_matter(
    client: Served, folder: Path, declared: str
) -> None:
    _, xsd, broken, _ = files_of(folder)
    text = broken.replace("UTF-8", declared, 1) + "<!-- \u20ac -->"
    client.start(rootUri=folder.as_uri())
    client.open(xsd, text)
    assert brief(client.diagnostics(xsd, 1)) == [UNKNOWN_TYPE]


def test_schema_is_told_of_though_documents_there_are_left_out(
    client: Served, folder: Path
) -> None:
    _, xsd, broken, _ = files_of(folder)
    configuration = folder / "ctct-lint.toml"
    own = configuration.read_text("utf-8")
    configuration.write_text(f'exclude = ["xsd"]\n{own}', "utf-8")
    client.start(rootUri=folder.as_uri())
    client.open(xsd, broken)
    assert brief(client.diagnostics(xsd, 1)) == [UNKNOWN_TYPE]


def test_catalog_that_cannot_be_read(client: Served, folder: Path) -> None:
    _, xsd, broken, _ = files_of(folder)
    with (folder / "ctct-lint.toml").open("a", encoding="utf-8") as configuration:
        configuration.write('catalog = "none.xml"\n')
    client.start(rootUri=folder.as_uri())
    client.open(xsd, broken)
    assert brief(client.diagnostics(xsd, 1)) == []
    assert "none.xml" in client.wait("window/showMessage")["message"]


def test_what_the_baseline_knows_of_a_schema_is_not_told(
    client: Served, called: Called, folder: Path
) -> None:
    pom, xsd, broken, _ = files_of(folder)
    called("check", "--baseline=known.json", "--update-baseline", ".")
    options = {"baseline": "known.json"}
    client.start(rootUri=folder.as_uri(), initializationOptions=options)
    client.open(pom, POM)
    assert brief(client.diagnostics(xsd)) == []
    client.open(xsd, broken)
    assert brief(client.diagnostics(xsd, 1)) == []
    client.replace(xsd, 2, broken.replace("xs:string", "xs:strng", 1))
    assert [one["code"] for one in client.diagnostics(xsd, 2)] == ["CTC906"]


def test_rules_in_a_file_that_is_found_as_a_document(
    client: Served, called: Called, folder: Path
) -> None:
    (folder / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "pom"\nfiles = "pom.xml"\nschematron = "rules.xml"\n',
        "utf-8",
    )
    (folder / "rules.xml").write_text(RULES.format("name["), "utf-8")
    run = called("check", ".", "--output-format=json")
    printed = {one["uri"]: one["diagnostics"] for one in json.loads(run.stdout)}
    client.start(rootUri=folder.as_uri())
    reports = reported(client)

    assert {uri: one["items"] for uri, one in reports.items()} == printed
    assert brief(reports[(folder / "rules.xml").as_uri()]["items"]) == ["CTC909 3:20"]
