"""Whose word counts: the client's settings, the files of configuration, the folders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from fixture_file import BAD

if TYPE_CHECKING:
    from pathlib import Path

    from server.conftest import Served

ALL = ["CTC401", "CTC405", "CTC203"]
URI = "untitled:Untitled-1"


def codes(diagnostics: list[dict[str, Any]]) -> list[str]:
    return [one["code"] for one in diagnostics]


def folders(*paths: Path) -> list[dict[str, str]]:
    return [{"uri": path.as_uri(), "name": path.name} for path in paths]


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Return two folders, each with a configuration and a bad document."""
    paths = tmp_path / "first", tmp_path / "second"
    for path, ignored in zip(paths, ("CTC203", "CTC401"), strict=True):
        path.mkdir()
        (path / "ctct-lint.toml").write_text(f'ignore = ["{ignored}"]', "utf-8")
        (path / "a.xml").write_text(BAD, "utf-8")
    return paths


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"select": ["CTC2"]}, ["CTC203"]),
        ({"ctct-lint": {"ignore": "CTC203,CTC405"}}, ["CTC401"]),
        ({"settings": 7}, ALL),
        (None, ALL),
        ([1], ALL),
    ],
)
def test_options_at_the_start_count(
    client: Served, options: Any, found: list[str]
) -> None:
    client.start(initializationOptions=options)
    client.open(URI, BAD)

    assert codes(client.diagnostics(URI, 1)) == found


def test_options_that_are_wrong_are_told(client: Served) -> None:
    client.start(initializationOptions={"select": ["CTX"], "ignore": ["CTC4"]})
    shown = client.wait("window/showMessage")
    client.open(URI, BAD)

    assert shown["type"] == 2
    assert shown["message"].startswith("settings of ctct-lint: `select`: no rule has")
    assert codes(client.diagnostics(URI, 1)) == ["CTC203"]


def test_settings_that_change_count_at_once(client: Served) -> None:
    client.start()
    client.open(URI, BAD)
    assert codes(client.diagnostics(URI, 1)) == ALL
    change = {"settings": {"ctct-lint": {"select": ["CTC4"]}}}
    client.tell("workspace/didChangeConfiguration", change)

    assert codes(client.diagnostics(URI, 1)) == ["CTC401", "CTC405"]


def test_settings_that_are_all_gone_do_not_count(client: Served) -> None:
    client.start()
    client.open(URI, BAD)
    assert codes(client.diagnostics(URI, 1)) == ALL
    for settings, found in (({"select": ["CTC4"]}, ["CTC401", "CTC405"]), ({}, ALL)):
        client.tell("workspace/didChangeConfiguration", {"settings": settings})

        assert codes(client.diagnostics(URI, 1)) == found


def test_client_is_asked_for_the_settings_of_each_folder(
    client: Served, two: tuple[Path, Path]
) -> None:
    of_scope = {
        None: {"ignore": ["CTC405"]},
        two[0].as_uri(): None,
        two[1].as_uri(): {"select": ["CTC203", "CTC401"]},
    }
    client.answering["workspace/configuration"] = lambda params: [
        of_scope[item.get("scopeUri")] for item in params["items"]
    ]
    can = {
        "configuration": True,
        "didChangeConfiguration": {"dynamicRegistration": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    }
    registered: list[Any] = []
    client.answering["client/registerCapability"] = lambda params: registered.extend(
        params["registrations"]
    )
    client.start({"workspace": can}, workspaceFolders=folders(*two))
    texts = [(path / "a.xml").as_uri() for path in two]
    for uri in texts:
        client.open(uri, BAD)

    def is_so(uri: str, found: list[str]) -> None:
        client.wait(
            "textDocument/publishDiagnostics",
            lambda p: p["uri"] == uri and codes(p["diagnostics"]) == found,
        )

    is_so(texts[0], ["CTC401"])
    of_scope[two[1].as_uri()] = {}
    client.tell("workspace/didChangeConfiguration", {"settings": None})
    is_so(texts[1], ["CTC203"])
    assert [one["method"] for one in registered] == [
        "workspace/didChangeConfiguration",
        "workspace/didChangeWatchedFiles",
    ]


@pytest.mark.parametrize("answer", [None, [], [{"ignore": "CTC4"}] * 5])
def test_answer_of_another_length_is_no_harm(client: Served, answer: Any) -> None:
    client.answering["workspace/configuration"] = lambda _: answer
    client.start({"workspace": {"configuration": True}})
    client.open(URI, BAD)
    client.tell("workspace/didChangeConfiguration", {"settings": {}})
    expected = ["CTC203"] if answer else ALL

    client.wait(
        "textDocument/publishDiagnostics", lambda p: codes(p["diagnostics"]) == expected
    )


def test_each_folder_has_its_configuration(
    client: Served, two: tuple[Path, Path], tmp_path: Path
) -> None:
    client.start(workspaceFolders=folders(*two))
    found = {}
    for path in (*two, tmp_path):
        uri = (path / "a.xml").as_uri()
        client.open(uri, BAD)
        found[path.name] = codes(client.diagnostics(uri, 1))
    client.open(URI, BAD)

    assert found == {
        "first": ["CTC401", "CTC405"],
        "second": ["CTC405", "CTC203"],
        tmp_path.name: ALL,
    }
    # What has no name yet is in the first folder.
    assert codes(client.diagnostics(URI, 1)) == ["CTC401", "CTC405"]


def test_folders_come_and_go(client: Served, two: tuple[Path, Path]) -> None:
    client.start(workspaceFolders=folders(two[0]))
    client.open(URI, BAD)
    assert codes(client.diagnostics(URI, 1)) == ["CTC401", "CTC405"]
    event = {"added": folders(two[1]), "removed": folders(two[0])}
    event["added"].append({"uri": "git:/elsewhere", "name": "elsewhere"})
    client.tell("workspace/didChangeWorkspaceFolders", {"event": event})

    assert codes(client.diagnostics(URI, 1)) == ["CTC405", "CTC203"]


@pytest.mark.parametrize("old", ["rootUri", "rootPath"])
def test_old_clients_have_one_folder(
    client: Served, two: tuple[Path, Path], old: str
) -> None:
    root = two[1].as_uri() if old == "rootUri" else str(two[1])
    client.start(**{old: root})
    client.open(URI, BAD)

    assert codes(client.diagnostics(URI, 1)) == ["CTC405", "CTC203"]


def test_configuration_that_changes_is_read_again(
    client: Served, two: tuple[Path, Path]
) -> None:
    own = two[0] / "ctct-lint.toml"
    uri = (two[0] / "a.xml").as_uri()
    client.start(
        {"workspace": {"diagnostics": {"refreshSupport": True}}},
        workspaceFolders=folders(*two),
    )
    client.open(uri, BAD)
    assert codes(client.diagnostics(uri, 1)) == ["CTC401", "CTC405"]
    own.write_text('ignore = ["CTC4"]', "utf-8")
    change = {"changes": [{"uri": own.as_uri(), "type": 2}]}
    client.tell("workspace/didChangeWatchedFiles", change)

    assert codes(client.diagnostics(uri, 1)) == ["CTC203"]
    assert "workspace/diagnostic/refresh" in client.asked


def test_configuration_that_cannot_be_used_is_told_once(
    client: Served, two: tuple[Path, Path]
) -> None:
    own = two[0] / "ctct-lint.toml"
    own.write_text("ignore = 7", "utf-8")
    client.start(workspaceFolders=folders(*two))
    first, other = ((two[0] / name).as_uri() for name in ("a.xml", "b.xml"))
    client.open(first, BAD)
    client.open(other, BAD)

    assert codes(client.diagnostics(first, 1)) == ALL
    assert codes(client.diagnostics(other, 1)) == ALL
    action = {"textDocument": {"uri": first}, "context": {"diagnostics": []}}
    span = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    actions = client.ask("textDocument/codeAction", {**action, "range": span})
    assert [a["title"] for a in actions if a["title"].endswith(" here")] == [
        f"ignore {code} here" for code in ALL
    ]
    reports = client.ask("workspace/diagnostic", {"previousResultIds": []})["items"]
    assert len(reports) == 2
    own.write_text("", "utf-8")
    change = {"changes": [{"uri": own.as_uri(), "type": 2}]}
    client.tell("workspace/didChangeWatchedFiles", change)
    assert codes(client.diagnostics(first, 1)) == ALL
    shown = [m for m in client.kept() if m["method"] == "window/showMessage"]
    assert [m["params"]["type"] for m in shown] == [1]
    assert "must be an array, not an integer" in shown[0]["params"]["message"]


def test_document_below_a_bad_configuration_is_told(
    client: Served, two: tuple[Path, Path]
) -> None:
    deep = two[0] / "deep"
    deep.mkdir()
    (deep / "ctct-lint.toml").write_text("select = [7]", "utf-8")
    uri = (deep / "a.xml").as_uri()
    client.start({"textDocument": {"diagnostic": {}}}, workspaceFolders=folders(*two))
    client.open(uri, BAD)

    assert codes(client.pull(uri)["items"]) == ALL
    assert "must be a string" in client.wait("window/showMessage")["message"]
    action = {"command": "ctct-lint.fixAll", "arguments": [uri]}
    assert client.ask("workspace/executeCommand", action) == 1


def test_excluded_document_is_passed_over(
    client: Served, two: tuple[Path, Path]
) -> None:
    (two[0] / "ctct-lint.toml").write_text('exclude = ["a.xml"]', "utf-8")
    client.start(workspaceFolders=folders(*two))
    uri = (two[0] / "a.xml").as_uri()
    client.open(uri, BAD)

    assert client.diagnostics(uri, 1) == []


def test_known_findings_are_not_shown(
    client: Served, two: tuple[Path, Path], called: Any
) -> None:
    folder, known = two[0], two[0] / "known.json"
    known_of = f"--baseline={known}"
    called("check", folder, known_of, "--update-baseline", "--exit-zero")
    (folder / "ctct-lint.toml").write_text('baseline = "known.json"', "utf-8")
    client.start(workspaceFolders=folders(*two))
    uri = (folder / "a.xml").as_uri()
    client.open(uri, BAD)

    assert codes(client.diagnostics(uri, 1)) == ["CTC203"]
    reports = client.ask("workspace/diagnostic", {"previousResultIds": []})["items"]
    assert codes(reports[0]["items"]) == ["CTC203"]


SHELF = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="shelf" type="{}"/></xs:schema>"""


@pytest.mark.parametrize("said", ["profile", "schema", "profiles"])
def test_document_is_checked_with_the_schema_that_is_asked_for(
    client: Served, tmp_path: Path, said: str
) -> None:
    schema = tmp_path / "shelf.xsd"
    schema.write_text(SHELF.format("xs:int"), "utf-8")
    own = '[[profiles]]\nname = "shelves"\nschema = "shelf.xsd"\n'
    if said == "profiles":
        own += 'root = "shelf"\n'
    (tmp_path / "ctct-lint.toml").write_text(own if said != "schema" else "", "utf-8")
    options = {"profile": {"profile": "shelves"}, "schema": {"schema": "shelf.xsd"}}
    client.start(rootUri=tmp_path.as_uri(), initializationOptions=options.get(said))
    uri = (tmp_path / "a.xml").as_uri()
    client.open(uri, "<shelf>many</shelf>")
    (wrong,) = client.diagnostics(uri, 1)
    assert wrong["code"].startswith("CTC2")

    schema.write_text(SHELF.format("xs:string"), "utf-8")
    change = {"changes": [{"uri": schema.as_uri(), "type": 2}]}
    client.tell("workspace/didChangeWatchedFiles", change)
    assert client.diagnostics(uri, 1) == []


NAMES = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
PILE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:s">
<xs:import namespace="urn:s"/><xs:element name="pile" type="s:shelf"/></xs:schema>"""
TYPES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
 targetNamespace="urn:s"><xs:simpleType name="shelf"><xs:restriction base="xs:{}"/>
</xs:simpleType></xs:schema>"""


def catalog(entry: str) -> str:
    return f'<catalog xmlns="{NAMES}">{entry}</catalog>'


@pytest.mark.parametrize(
    ("schema", "entry", "document"),
    [
        ('root = "pile"\nschema = "pile.xsd"', "urn:s", "<pile>many</pile>"),
        (
            "",
            "piles.xsd",
            '<?xml-model href="piles.xsd"?><shelf>many</shelf>',
        ),
    ],
)
@pytest.mark.parametrize("changed", ["catalog.xml", "next.xml"])
def test_catalog_that_changes_is_read_again(  # noqa: PLR0913, PLR0917 - two ways
    client: Served, tmp_path: Path, schema: str, entry: str, document: str, changed: str
) -> None:
    for name, kind in (("numbers", "int"), ("texts", "string")):
        text = TYPES.format(kind) if schema else SHELF.format(f"xs:{kind}")
        (tmp_path / f"{name}.xsd").write_text(text, "utf-8")
    (tmp_path / "pile.xsd").write_text(PILE, "utf-8")
    (tmp_path / "catalog.xml").write_text(
        catalog('<nextCatalog catalog="next.xml"/>'), "utf-8"
    )
    told = '<uri name="{}" uri="{}.xsd"/>'
    (tmp_path / changed).write_text(catalog(told.format(entry, "numbers")), "utf-8")
    (tmp_path / "ctct-lint.toml").write_text(
        f'[[profiles]]\nname = "piles"\ncatalog = "catalog.xml"\n{schema}', "utf-8"
    )
    client.start(rootUri=tmp_path.as_uri())
    uri = (tmp_path / "a.xml").as_uri()
    client.open(uri, document)
    (wrong,) = client.diagnostics(uri, 1)
    assert wrong["code"].startswith("CTC2")

    (tmp_path / changed).write_text(catalog(told.format(entry, "texts")), "utf-8")
    change = {"changes": [{"uri": (tmp_path / changed).as_uri(), "type": 2}]}
    client.tell("workspace/didChangeWatchedFiles", change)
    assert client.diagnostics(uri, 1) == []
