"""`--watch` looks at the files of schemas, too."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fixture_file import FIXTURES

from ctct_lint.session.request import Request
from ctct_lint.session.watch import WatchedFiles

POM = (
    '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0'
    "</modelVersion><artifactId>a</artifactId><packaging>zip</packaging></project>"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "poms").mkdir()
    (tmp_path / "xsd").mkdir()
    (tmp_path / "poms" / "pom.xml").write_text(POM)
    shutil.copy(FIXTURES / "profiles" / "pom.xsd", tmp_path / "xsd")
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "pom"\nfiles = "pom.xml"\nschema = "xsd/pom.xsd"\n'
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


REQUESTS = [
    Request(paths=("poms",), output_format="concise"),
    Request(paths=("poms",), output_format="concise", schema="xsd/pom.xsd"),
]


@pytest.mark.parametrize("request_", REQUESTS)
def test_a_schema_that_changes_is_used_as_it_is_now(
    home: Path, capsys: pytest.CaptureFixture[str], request_: Request
) -> None:
    schema = home / "xsd" / "pom.xsd"
    right = schema.read_text()
    watched = WatchedFiles(request_)

    watched.check()
    assert "`zip` is not a valid packaging" in capsys.readouterr().out
    assert watched.profile_folders() == [str(home / "xsd")]

    schema.write_text(right.replace('value="jar"', 'value="zip"'))
    watched.look({"pom.xsd"})
    assert capsys.readouterr().out == ""

    schema.write_text(right.replace('type="Model"', 'type="Modell"'))
    watched.look({"pom.xsd"})
    assert "the schema has no type `Modell`" in capsys.readouterr().out

    watched.look(set())
    assert capsys.readouterr().out == ""

    (home / "poms" / "pom.xml").write_text(POM.replace("zip", "war"))
    watched.look({"pom.xml"})
    assert "the schema has no type `Modell`" in capsys.readouterr().out

    schema.write_text(right)
    watched.look({"pom.xsd"})
    assert capsys.readouterr().out == ""


def test_a_schema_that_is_away_for_a_moment_is_said_and_waited_for(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = home / "xsd" / "pom.xsd"
    right = schema.read_text()
    watched = WatchedFiles(REQUESTS[1])
    watched.check()
    capsys.readouterr()

    schema.unlink()
    watched.look({"pom.xsd"})
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("ctct-lint: cannot read xsd/pom.xsd: ")

    schema.write_text(right.replace('value="jar"', 'value="zip"'))
    watched.look({"pom.xsd"})
    said = capsys.readouterr()
    assert said.out == ""
    assert "1 file checked anew" in said.err
