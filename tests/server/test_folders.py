"""Folders with their sessions; also those that have none, for a bad configuration."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from applied import applied
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint import lint
from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.server.documents import Documents, OpenDocument, TextChange
from ctct_lint.server.folders import Folder
from ctct_lint.server.positions import UTF_16
from ctct_lint.server.suppressions import comments_of, suppressions
from ctct_lint.session.files.input import Input, state_of
from ctct_lint.session.request import Request
from ctct_lint.text.source import LineIndex

ENTRY = "<entry xmlns='http://www.w3.org/2005/Atom'/>"
FACE = "\N{GRINNING FACE}"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("ignore = 7", ":1:10: `ignore`: must be an array, not an integer"),
        ("ignore = [", ":1:11: not TOML: unclosed array"),
    ],
)
def test_folder_with_a_bad_configuration_says_so_and_goes_on_without(
    tmp_path: Path, written: str, why: str
) -> None:
    (tmp_path / "ctct-lint.toml").write_text(written, "utf-8")
    path = tmp_path / "a.xml"
    path.write_text("<a>", "utf-8")
    folder = Folder(str(tmp_path), Request())
    (listed,) = folder.files()
    results = (
        folder.check_text(str(path), "<a>"),
        folder.check_text(None, "<a>"),
        folder.check_file(listed),
    )

    for result in results:
        assert [one.code for one in result.diagnostics] == ["CTC104"]
        assert result.was_checked
        ((verb, told),) = result.failures
        assert verb == "configure"
        assert why.partition(": ")[2].split(":")[0] in told
    assert folder.fixed(str(path), "<a>&</a>") == "<a>&amp;</a>"
    assert folder.profile_of(str(path), "<a/>") is None
    assert folder.profile_of(str(path), ENTRY) is not None
    assert folder.operation_of(str(path)) is None
    assert folder.rule_pages == ""
    assert folder.has_rules_in(str(tmp_path / "rule.py"))


def test_document_below_a_bad_configuration_is_checked_without(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "ctct-lint.toml").write_text("ignore = 7", "utf-8")
    folder = Folder(str(tmp_path), Request(operation="update"))
    here, below = str(tmp_path / "a.xml"), str(tmp_path / "deep" / "a.xml")

    assert folder.profile_of(here, ENTRY) is not None
    assert folder.profile_of(here, "<a/>") is not None
    assert folder.profile_of(below, ENTRY) is not None
    assert folder.operation_of(below) == "update"
    assert folder.fixed(below, "<a>&</a>") == "<a>&amp;</a>"
    assert [verb for verb, _ in folder.check_text(below, ENTRY).failures] == [
        "configure"
    ]
    plain = folder.check_text(here, ENTRY).diagnostics
    assert folder.check_text(below, ENTRY).diagnostics == plain != ()


def test_file_that_cannot_be_read_is_no_matter_of_the_configuration(
    tmp_path: Path,
) -> None:
    gone = str(tmp_path / "gone.xml")
    result = Folder(str(tmp_path), Request()).check_file(Input(gone, gone))

    assert not result.was_checked
    assert [verb for verb, _ in result.failures] == ["read"]


@pytest.mark.parametrize(
    ("schema", "why"),
    [
        (None, "cannot use the schema {path}: no such file or directory"),
        ("<xs:schema", "cannot use the schema {path}: "),
    ],
)
def test_schema_that_cannot_be_used_is_told_beside_faults_of_the_syntax(
    tmp_path: Path, schema: str | None, why: str
) -> None:
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "a"\nroot = "a"\nschema = "a.xsd"\n', "utf-8"
    )
    path = tmp_path / "a.xsd"
    if schema is not None:
        path.write_text(schema, "utf-8")
    result = Folder(str(tmp_path), Request()).check_text(None, "<a>&</a>")

    assert [one.code for one in result.diagnostics] == ["CTC107"]
    ((verb, told),) = result.failures
    assert verb == "use the schema"
    assert told.startswith(why.format(path=path))


@pytest.mark.parametrize(
    "declared", ["ISO-8859-1", "windows-1252", "UTF-16", "UTF-8", "US-ASCII", "no-such"]
)
@pytest.mark.parametrize("letter", ["", "\xe9", "\u20ac"])
def test_text_is_mended_whatever_encoding_it_declares(
    declared: str, letter: str
) -> None:
    text = f"<?xml version='1.0' encoding='{declared}'?>\n<a>{letter} & b</a>\n"
    fixed = Folder("", Request()).fixed(None, text)

    assert fixed in {text, text.replace("&", "&amp;")}
    assert fixed != text or (declared, letter) in {
        ("ISO-8859-1", "\u20ac"),
        ("US-ASCII", "\u20ac"),
        ("US-ASCII", "\xe9"),
    }


def test_file_that_is_gone_has_no_state(tmp_path: Path) -> None:
    assert state_of(os.fspath(tmp_path / "gone")) == ()


@pytest.mark.parametrize(("text", "titles"), [("text", 0), ("<a/> text", 1)])
def test_fault_outside_of_elements_cannot_be_ignored_there(
    text: str, titles: int
) -> None:
    (found, *_) = Linter().lint_text("<entry><x></entry>", Settings()).diagnostics
    place = LineIndex(text).range(len(text) - 1, len(text))
    name = "invalid-enum-value"
    found = type(found)(place, found.severity, "CTC203", name, "?", "/entry")

    assert len(list(suppressions(comments_of(text, None), found))) == titles


def test_markup_that_breaks_the_document_cannot_be_ignored() -> None:
    text = "<entry><content><Campaign><Subject><b>a<br></Subject></Campaign></content>"
    found = lint(f"{text}</entry>", select=["CTC501"])

    assert [d.code for d in found] == ["CTC501"]
    assert list(suppressions(comments_of(text, None), found[0])) == []


PLACES = st.tuples(st.integers(0, 6), st.integers(0, 9))
TEXTS = st.text(st.sampled_from(["a", FACE, "\r", "\n", "\u2028", "\x85"]), max_size=20)


@given(TEXTS, st.lists(st.tuples(PLACES, PLACES, TEXTS), max_size=4))
def test_edits_of_a_document_are_those_of_the_client(
    text: str, edits: list[Any]
) -> None:
    document = OpenDocument("untitled:a", 1, text, UTF_16)
    for *places, new in edits:
        start, end = sorted(places)
        span = {
            name: {"line": line, "character": character}
            for name, (line, character) in (("start", start), ("end", end))
        }
        document = document.changed(2, [TextChange(new, end, start)])
        text = applied(text, [{"range": span, "newText": new}])
        assert document.text == text


def test_documents_are_known_by_their_uris() -> None:
    documents = Documents()
    first = documents.open("untitled:a", 1, "")
    documents.close("untitled:unknown")

    assert list(documents) == [first]
    assert documents.change("untitled:unknown", 2, []) is None
    assert documents.change("untitled:a", 0, []) is None
    assert documents.change("untitled:a", 1, [TextChange("b")]) is not None
    assert not documents.is_current(first)
