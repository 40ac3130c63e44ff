"""Comments that suppress a diagnostic stand where they do so, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from fixture_file import FIXTURES

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.schema.repairing.unknown_model import UnknownModel
from ctct_lint.server.suppressions import comments_of, suppressions
from ctct_lint.suppress.write import Comments
from ctct_lint.xml.edits import apply_edits
from ctct_lint.xml.scan.scanner import scan
from ctct_lint.xml.source import Source
from ctct_lint.xml.tokens import Token

MODEL = UnknownModel(declares_entities=False)
DOCUMENTS = sorted((FIXTURES / "invalid").glob("*.xml"))
HERE = "<!-- ctct-lint: ignore[CTC203] -->"
FILE = "<!-- ctct-lint: ignore-file[CTC203] -->"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<a>\n  <b>|x</b>\n</a>", f"<a>\n  {HERE}\n  <b>x</b>\n</a>"),
        ("<a>\n  <|b>x</b>\n</a>", f"<a>\n  {HERE}\n  <b>x</b>\n</a>"),
        ("<a>\r\t<b>x</|b>\r</a>", f"<a>\r\t{HERE}\n\t<b>x</b>\r</a>"),
        ("<a><b/><b>|x</b></a>", f"<a><b/>{HERE}<b>x</b></a>"),
        ("<a>\n<b/> <b |c='d'/></a>", f"<a>\n<b/> {HERE}<b c='d'/></a>"),
        ("<|a/>", f"{HERE}\n<a/>"),
        (
            "<?xml version='1.0'?>\n<a>|\n</a>",
            f"<?xml version='1.0'?>\n{HERE}\n<a>\n</a>",
        ),
        (
            "<a><!-- ctct-lint: ignore[CTC405] why --><b>|x</b></a>",
            "<a><!-- ctct-lint: ignore[CTC405, CTC203] why --><b>x</b></a>",
        ),
        (
            "<a><b>|x<!-- ctct-lint: ignore[CTC4,CTC5] --></b></a>",
            "<a><b>x<!-- ctct-lint: ignore[CTC4,CTC5, CTC203] --></b></a>",
        ),
        (
            "<a><!-- ctct-lint: ignore[CTC405] --><b/><b>|x</b></a>",
            f"<a><!-- ctct-lint: ignore[CTC405] --><b/>{HERE}<b>x</b></a>",
        ),
        ("<a><b>x</b><c>|</a>", f"<a><b>x</b>{HERE}<c></a>"),
    ],
)
def test_comment_for_an_element(before: str, after: str) -> None:
    offset = before.index("|")
    text = before.replace("|", "")
    edit = Comments(text, MODEL).ignore_here(offset, "CTC203")

    assert edit is not None
    assert apply_edits(text, [edit]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<a/>", f"{FILE}\n<a/>"),
        ("<?xml version='1.0'?>\n\n <a/>", f"<?xml version='1.0'?>\n\n {FILE}\n <a/>"),
        (
            "<!-- ctct-lint: ignore-file[CTC1] --><a/>",
            "<!-- ctct-lint: ignore-file[CTC1, CTC203] --><a/>",
        ),
        (
            "<a><!-- ctct-lint: ignore-file[CTC1] --></a>",
            "<a><!-- ctct-lint: ignore-file[CTC1, CTC203] --></a>",
        ),
        (
            "<!-- ctct-lint: disable[CTC1] --><a/>",
            f"<!-- ctct-lint: disable[CTC1] -->{FILE}<a/>",
        ),
    ],
)
def test_comment_for_the_file(before: str, after: str) -> None:
    edit = Comments(before, MODEL).ignore_in_file("CTC203")

    assert edit is not None
    assert apply_edits(before, [edit]) == after


@pytest.mark.parametrize(("text", "offset"), [("", 0), ("text", 2), ("<a/> x", 5)])
def test_where_no_element_is_there_is_no_comment_for_one(
    text: str, offset: int
) -> None:
    assert Comments(text, MODEL).ignore_here(offset, "CTC203") is None


def test_without_a_root_there_is_no_comment_for_the_file() -> None:
    assert Comments("<!-- nothing -->", MODEL).ignore_in_file("CTC203") is None


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_comment_suppresses_its_diagnostic_and_nothing_comes_of_it(path: Path) -> None:
    linter, settings = Linter(), Settings()
    text = path.read_bytes().decode("utf-8", "replace")
    found = linter.lint_text(text, settings).diagnostics
    before = Counter((one.code, one.message) for one in found)
    comments = comments_of(text, linter.profile_of(text, settings))
    for one in found[:5]:
        for _, edit in suppressions(comments, one):
            left = linter.lint_text(apply_edits(text, [edit]), settings).diagnostics
            after = Counter((one.code, one.message) for one in left)
            assert after <= before
            assert (one.code, one.message) in before - after


def test_a_document_is_read_twice_for_any_number_of_comments(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = []

    def counted(source: Source) -> list[Token]:
        read.append(source)
        return scan(source)

    monkeypatch.setattr("ctct_lint.suppress.scope.scan", counted)
    comments = Comments("<a><b/><b/></a>", MODEL)
    places = [comments.ignore_here(at, "CTC201") for at in range(15)]
    starts = [edit.start for edit in places if edit]
    assert starts == [*[0] * 3, *[3] * 4, *[7] * 4, *[0] * 4]
    assert comments.ignore_in_file("CTC201") is not None
    assert len(read) == 2


def test_faults_of_the_syntax_cannot_be_suppressed() -> None:
    linter, settings = Linter(), Settings()
    text = "<entry><a></entry>"
    found = linter.lint_text(text, settings).diagnostics
    syntax = next(one for one in found if one.code.startswith("CTC1"))

    assert list(suppressions(comments_of(text, None), syntax)) == []
