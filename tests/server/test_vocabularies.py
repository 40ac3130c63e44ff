"""A document of any vocabulary in an editor has all that the service's own have."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from applied import applied, at
from fixture_file import FIXTURES

if TYPE_CHECKING:
    from pathlib import Path

    from server.conftest import Served

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <artifactld>greenhouse</artifactld>
  <packaging>zip</packaging>
</project>
"""
MISSPELT, PACKAGING = "CTC202 2:3", "CTC203 3:13"


@pytest.fixture
def uri(tmp_path: Path) -> str:
    """Return the URI of a POM file in the folder of the server."""
    shutil.copy(FIXTURES / "profiles" / "pom.xsd", tmp_path)
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "pom"\nfiles = "pom.xml"\nschema = "pom.xsd"\n', "utf-8"
    )
    (tmp_path / "pom.xml").write_text(POM, "utf-8")
    return (tmp_path / "pom.xml").as_uri()


def said(client: Served, uri: str, version: int = 1) -> list[str]:
    """Return what is said of a document: the code, and where from zero."""
    found = client.diagnostics(uri, version)
    starts = (one["range"]["start"] for one in found)
    return [
        f"{one['code']} {start['line']}:{start['character']}"
        for one, start in zip(found, starts, strict=True)
    ]


def actions(client: Served, uri: str, **context: Any) -> dict[str, Any]:
    asked = {
        "textDocument": {"uri": uri},
        "range": at(0, 0, 99, 0),
        "context": {"diagnostics": [], **context},
    }
    return {one["title"]: one for one in client.ask("textDocument/codeAction", asked)}


def test_diagnostics_and_fixes(client: Served, tmp_path: Path, uri: str) -> None:
    client.start(rootUri=tmp_path.as_uri())
    client.open(uri, POM)
    assert said(client, uri) == [MISSPELT, PACKAGING]

    mend = actions(client, uri)["rename it to `artifactId`"]
    mended = applied(POM, mend["edit"]["changes"][uri])
    assert mended == POM.replace("artifactld", "artifactId")
    client.replace(uri, 2, mended)
    assert said(client, uri, 2) == [PACKAGING]


def test_all_safe_fixes_at_once(client: Served, tmp_path: Path, uri: str) -> None:
    client.start(rootUri=tmp_path.as_uri())
    client.open(uri, POM)

    (every,) = actions(client, uri, only=["source.fixAll"]).values()
    mended = applied(POM, every["edit"]["changes"][uri])
    assert mended == POM.replace("artifactld", "artifactId")


def test_suppression(client: Served, tmp_path: Path, uri: str) -> None:
    client.start(rootUri=tmp_path.as_uri())
    client.open(uri, POM)

    ignore = actions(client, uri)["ignore CTC203 here"]
    client.replace(uri, 2, applied(POM, ignore["edit"]["changes"][uri]))
    assert said(client, uri, 2) == [MISSPELT]


def test_a_baseline(client: Served, tmp_path: Path, uri: str, called: Any) -> None:
    options = ("--baseline=known.json", "--update-baseline")
    called("check", *options, "pom.xml")
    assert json.loads((tmp_path / "known.json").read_text("utf-8"))

    client.start(
        rootUri=tmp_path.as_uri(), initializationOptions={"baseline": "known.json"}
    )
    client.open(uri, POM.replace("</project", "  <wrong/>\n</project"))
    assert said(client, uri) == ["CTC201 4:3"]


def test_completion_and_hover(client: Served, tmp_path: Path, uri: str) -> None:
    client.start(rootUri=tmp_path.as_uri())
    client.open(uri, POM.replace("zip", "war"))
    place = {"textDocument": {"uri": uri}, "position": {"line": 3, "character": 16}}

    values = client.ask("textDocument/completion", place)["items"]
    assert {"jar", "war"} <= {one["label"] for one in values}
    place["position"] = {"line": 3, "character": 4}
    hover = client.ask("textDocument/hover", place)
    assert hover["contents"]["value"].startswith("packaging, in `project`")
