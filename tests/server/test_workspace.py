"""`workspace/diagnostic`: every file that a run over the folders would check."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from fixture_file import BAD, GOOD

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called
    from server.conftest import Served


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "a.xml": BAD,
        "b c.xml": GOOD,
        "deep/d.xml": "<a><b></a>",
        "out/e.xml": BAD,
        "notes.txt": BAD,
        "ctct-lint.toml": 'exclude = ["out"]',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def asked(client: Served, before: list[Any] | None = None, **more: Any) -> Any:
    params = {"previousResultIds": before or [], **more}
    return client.ask("workspace/diagnostic", params)["items"]


def test_reports_are_what_a_run_prints(
    client: Served, called: Called, folder: Path
) -> None:
    printed = json.loads(called("check", folder, "--output-format=json").stdout)
    can = client.start(rootUri=folder.as_uri())
    reports = asked(client)

    assert can["diagnosticProvider"] == {
        "identifier": "ctct-lint",
        "interFileDependencies": False,
        "workspaceDiagnostics": True,
    }
    assert [(r["uri"], r["items"]) for r in reports] == [
        (one["uri"], one["diagnostics"]) for one in printed
    ]
    assert [r["version"] for r in reports] == [None] * 3


def test_only_what_is_new_is_said_again(client: Served, folder: Path) -> None:
    client.start(rootUri=folder.as_uri())
    first = asked(client)
    before = [{"uri": r["uri"], "value": r["resultId"]} for r in first]
    assert [r["kind"] for r in asked(client, before)] == ["unchanged"] * 3

    (folder / "a.xml").write_text(GOOD, "utf-8")
    (folder / "b c.xml").unlink()
    client.open((folder / "deep" / "d.xml").as_uri(), "<a/>", 5)
    again = asked(client, before)
    assert [(r["kind"], r["version"]) for r in again] == [("full", None), ("full", 5)]
    assert again[0]["items"] == []


def test_folders_in_one_another_have_each_file_once(
    client: Served, folder: Path
) -> None:
    paths = folder, folder / "deep"
    client.start(workspaceFolders=[{"uri": p.as_uri(), "name": ""} for p in paths])
    uris = [r["uri"] for r in asked(client)]

    assert len(uris) == len(set(uris)) == 3


def test_many_reports_come_in_pieces(client: Served, folder: Path) -> None:
    for number in range(120):
        (folder / "deep" / f"{number}.xml").write_text("<a>", "utf-8")
    client.start(rootUri=folder.as_uri())
    rest = asked(client, partialResultToken="t")
    pieces = [m["params"] for m in client.kept() if m["method"] == "$/progress"]

    assert [piece["token"] for piece in pieces] == ["t", "t"]
    assert [len(piece["value"]["items"]) for piece in pieces] == [50, 50]
    assert len(rest) == 23


def test_without_a_folder_there_is_nothing_to_report(client: Served) -> None:
    client.start()

    assert asked(client) == []


def test_file_that_changes_lets_the_client_ask_again(
    client: Served, folder: Path
) -> None:
    can = {"workspace": {"diagnostics": {"refreshSupport": True}}}
    client.start(can, rootUri=folder.as_uri())
    asked(client)
    before = client.asked.count("workspace/diagnostic/refresh")
    change = {"changes": [{"uri": (folder / "a.xml").as_uri(), "type": 2}]}
    client.tell("workspace/didChangeWatchedFiles", change)
    asked(client)

    assert client.asked.count("workspace/diagnostic/refresh") == before + 1


def test_empty_or_missing_folder_is_no_harm(client: Served, tmp_path: Path) -> None:
    client.start(rootUri=(tmp_path / "nowhere").as_uri())

    assert asked(client) == []
