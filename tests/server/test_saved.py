"""Files that are saved in the editor: what depends on them is checked anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from server.conftest import Served

XSD = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
    '<xs:element name="a" type="xs:{}"/></xs:schema>'
)
TOML = '[[profiles]]\nname = "a"\nroot = "a"\nschema = "a.xsd"\n'
WATCHING = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ctct-lint.toml").write_text(TOML)
    (tmp_path / "a.xsd").write_text(XSD.format("int"))
    return tmp_path


def saved(client: Served, path: Path) -> None:
    document = {"textDocument": {"uri": path.as_uri()}}
    client.tell("textDocument/didSave", document)


def codes(found: list[dict[str, Any]]) -> list[str]:
    return [one["code"] for one in found]


def is_told(client: Served, uri: str, expected: list[str]) -> None:
    """Wait until that is told of a document."""
    client.wait(
        "textDocument/publishDiagnostics",
        lambda told: told["uri"] == uri and codes(told["diagnostics"]) == expected,
    )


def begun(client: Served, folder: Path, capabilities: Any = None) -> str:
    """Open a document that is wrong; return its URI."""
    uri = (folder / "a.xml").as_uri()
    client.start(capabilities, rootUri=folder.as_uri())
    client.open(uri, "<a>x</a>")
    assert codes(client.diagnostics(uri, 1)) == ["CTC215"]
    return uri


def test_the_client_is_asked_to_tell_what_is_saved(client: Served) -> None:
    capabilities = client.start()

    assert "save" in capabilities["textDocumentSync"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.xsd", XSD.format("string")),
        ("ctct-lint.toml", TOML.replace('"a.xsd"', '"b.xsd"')),
    ],
)
def test_a_schema_or_a_configuration_that_is_saved_is_read_again(
    client: Served, folder: Path, name: str, text: str
) -> None:
    uri = begun(client, folder)

    (folder / "b.xsd").write_text(XSD.format("string"))
    (folder / name).write_text(text)
    saved(client, folder / name)

    is_told(client, uri, [])


def test_a_rule_that_is_saved_is_read_again(client: Served, folder: Path) -> None:
    (folder / "rules").mkdir()
    (folder / "ctct-lint.toml").write_text(f'{TOML}rules = ["rules"]\n')
    client.start(rootUri=folder.as_uri(), initializationOptions={"runRules": True})
    uri = (folder / "a.xml").as_uri()
    client.open(uri, "<a>x</a>")
    is_told(client, uri, ["CTC215"])
    rule = folder / "rules" / "broken.py"
    rule.write_text("def")

    saved(client, folder / "other.py")
    saved(client, rule)

    assert "not Python" in client.wait("window/showMessage")["message"]
    is_told(client, uri, ["CTC215"])


def test_a_document_that_is_saved_is_known_already(
    client: Served, folder: Path
) -> None:
    uri = begun(client, folder)
    (folder / "a.xsd").write_text(XSD.format("string"))

    saved(client, folder / "a.xml")
    client.tell("textDocument/didSave", {"textDocument": {"uri": "untitled:a"}})
    client.change(uri, 2, {"text": "<a>y</a>"})

    assert codes(client.diagnostics(uri, 2)) == ["CTC215"]


def test_who_watches_files_tells_it_otherwise(client: Served, folder: Path) -> None:
    uri = begun(client, folder, WATCHING)
    (folder / "a.xsd").write_text(XSD.format("string"))

    saved(client, folder / "a.xsd")
    client.change(uri, 2, {"text": "<a>y</a>"})
    assert codes(client.diagnostics(uri, 2)) == ["CTC215"]

    changes = {"changes": [{"uri": (folder / "a.xsd").as_uri(), "type": 2}]}
    client.tell("workspace/didChangeWatchedFiles", changes)
    is_told(client, uri, [])


def test_what_is_saved_outside_of_the_folder_nobody_watches(
    client: Served, folder: Path
) -> None:
    inside = folder / "in"
    inside.mkdir()
    (inside / "ctct-lint.toml").write_text(TOML.replace('"a.xsd"', '"../a.xsd"'))
    uri = begun(client, inside, WATCHING)
    (folder / "a.xsd").write_text(XSD.format("string"))

    saved(client, folder / "a.xsd")

    is_told(client, uri, [])
