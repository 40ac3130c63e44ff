"""A schema that is named itself, and is of no profile: it is judged as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint.session.editor import EditorSession
from ctct_lint.session.request import Request

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
RIGHT = f'{HEAD}<xs:element name="a" type="xs:int"/></xs:schema>'
WRONG = RIGHT.replace("xs:int", "xs:intt")
FOREIGN = "{}:1:2: info[CTC224] `schema` is of no known vocabulary: only its syntax is"
SAID = "{}:1:83: error[CTC906] the schema has no type `xs:intt`"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "right.xsd").write_text(RIGHT)
    (tmp_path / "wrong.xsd").write_text(WRONG)
    (tmp_path / "wrong.xml").write_text(WRONG)
    return tmp_path


def said(called: Called, *arguments: str, status: int) -> list[str]:
    result = called("check", "--output-format=concise", *arguments)
    assert result.exit_code == status, result.output
    return result.stdout.splitlines()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("options", [(), ("--cache-dir=kept",)])
@pytest.mark.parametrize("name", ["wrong.xsd", "wrong.xml"])
def test_its_own_faults_are_told(
    called: Called, name: str, options: tuple[str, ...]
) -> None:
    for _ in range(2):
        assert said(called, name, *options, status=1) == [SAID.format(name)]


def test_of_stdin_it_is_not_known_what_it_refers_to(called: Called) -> None:
    result = called("check", "--output-format=concise", "-", data=WRONG.encode())

    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [FOREIGN.format("<stdin>") + " checked"],
    )


@pytest.mark.usefixtures("folder")
def test_of_one_that_is_right_nothing_is_told(called: Called) -> None:
    assert said(called, "right.xsd", status=0) == []


@pytest.mark.usefixtures("folder")
def test_they_can_be_left_out_as_others_can(called: Called) -> None:
    assert said(called, "wrong.xsd", "--ignore=CTC906", status=0) == []


@pytest.mark.usefixtures("folder")
def test_in_a_folder_it_is_one_of_no_known_vocabulary(called: Called) -> None:
    result = called("check", "--output-format=concise", ".")

    assert result.stdout == ""
    assert "1 file of no known vocabulary: syntax only" in result.stderr


def test_what_is_misspelt_is_mended(called: Called, folder: Path) -> None:
    (folder / "a.xsd").write_text(RIGHT.replace("xs:element", "xs:elemnt"))

    called("check", "--fix", "a.xsd")

    assert (folder / "a.xsd").read_text() == RIGHT


def test_what_it_includes_is_told_in_its_own_file(called: Called, folder: Path) -> None:
    text = f'{HEAD}<xs:include schemaLocation="wrong.xsd"/></xs:schema>'
    (folder / "main.xsd").write_text(text)

    assert said(called, "main.xsd", status=2) == [SAID.format("wrong.xsd")]


def test_where_it_includes_what_cannot_be_read_only_its_syntax_is_judged(
    called: Called, folder: Path
) -> None:
    text = f'{HEAD}<xs:include schemaLocation="../x.xsd"/><xs:a/></xs:schema>'
    (folder / "main.xsd").write_text(text)

    (line,) = said(called, "main.xsd", status=0)

    assert line.startswith(FOREIGN.format("main.xsd"))


def test_one_that_is_no_xml_is_told_its_syntax(called: Called, folder: Path) -> None:
    (folder / "a.xsd").write_text(RIGHT.replace("</xs:schema>", ""))

    (line,) = said(called, "a.xsd", status=1)

    assert "error[CTC104]" in line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_its_encoding_is_no_matter(called: Called, folder: Path, encoding: str) -> None:
    (folder / "a.xsd").write_bytes(f"\ufeff{WRONG}".encode(encoding))

    assert said(called, "a.xsd", status=1) == [SAID.format("a.xsd")]


@pytest.mark.parametrize(
    "text",
    [
        f"<a>{HEAD}</xs:schema></a>",
        '<schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
    ],
)
def test_what_only_speaks_of_schemas_is_none(
    called: Called, folder: Path, text: str
) -> None:
    (folder / "a.xml").write_text(text)

    (line,) = said(called, "a.xml", status=0)

    assert "CTC224" in line


def test_a_profile_for_schemas_counts_for_more(called: Called, folder: Path) -> None:
    (folder / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "xsd"\nroot = "{http://www.w3.org/2001/XMLSchema}*"\n'
    )

    assert said(called, "wrong.xsd", status=0) == []


def test_an_editor_tells_of_one_as_it_is_typed(folder: Path) -> None:
    session = EditorSession(Request(folder=str(folder)))
    path = str(folder / "right.xsd")
    lost = f'{HEAD}<xs:include schemaLocation="../x.xsd"/></xs:schema>'

    found = [
        [one.code for one in session.check_text(path, text).diagnostics]
        for text in (RIGHT, WRONG, lost)
    ]

    assert found == [[], ["CTC906"], ["CTC224"]]
