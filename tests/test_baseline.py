"""The baseline: known findings are left out, new ones are not, old ones are told."""

from __future__ import annotations

import json
import os
import pickle
import textwrap
from pathlib import Path

import pytest
from fixture_file import FIXTURES
from linting import lint_text
from systems import posix

from ctct_lint import Diagnostic, lint
from ctct_lint.baseline import UNLIMITED
from ctct_lint.baseline.compare import Comparison, RootedBaseline, Stale, folder_of
from ctct_lint.baseline.file import (
    Baseline,
    BaselineError,
    Key,
    as_text,
    read,
)
from ctct_lint.config import Settings
from ctct_lint.engine.limits import limited

TEN = lint(FIXTURES / "invalid" / "ten-faults.xml")
NAME = "/entry/content/Campaign/Name"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder, with a document in it."""
    (tmp_path / "a.xml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def some(*findings: tuple[str, str], line: int = 1) -> list[Diagnostic]:
    """Return diagnostics with element paths and codes, a line after the other."""
    start, end = TEN[0].range
    return [
        TEN[0]._replace(
            path=path,
            code=code,
            range=(start._replace(line=line + n), end._replace(line=line + n)),
        )
        for n, (path, code) in enumerate(findings)
    ]


def updated(root: Path, **files: list[Diagnostic]) -> Baseline:
    """Return the baseline of a first run over `NAME.xml`."""
    comparison = Comparison(Baseline(), str(root))
    for name, diagnostics in files.items():
        assert comparison.take(f"{name}.xml", diagnostics) == diagnostics
    return comparison.updated()


# ----------------------------------------------------------------------- comparing


def test_what_is_recorded_is_not_new(folder: Path) -> None:
    assert len(TEN) == 10
    comparison = Comparison(updated(folder, a=TEN), str(folder))

    assert comparison.take("a.xml", TEN) == []
    assert comparison.known == 10
    assert comparison.stale() == []
    assert comparison.updated() == updated(folder, a=TEN)


def test_lines_are_no_matter_elements_and_codes_are(folder: Path) -> None:
    recorded = updated(folder, a=some((NAME, "CTC203"), ("", "CTC107")))
    comparison = Comparison(recorded, str(folder))
    now = some(
        *((NAME, "CTC203"), ("", "CTC107"), (NAME, "CTC204"), ("/entry", "CTC203")),
        line=50,
    )

    assert comparison.take("a.xml", now) == now[2:]


def test_more_than_recorded_are_new_the_last_of_them(folder: Path) -> None:
    same = [(NAME, "CTC203")] * 5
    comparison = Comparison(updated(folder, a=some(*same[:3])), str(folder))
    now = some(*same)

    assert comparison.take("a.xml", now) == now[3:]
    assert comparison.known == 3


def test_other_files_have_their_own(folder: Path) -> None:
    (folder / "b.xml").touch()
    comparison = Comparison(updated(folder, a=TEN), str(folder))

    assert comparison.take("b.xml", TEN) == TEN
    assert comparison.stale() == []


def test_same_file_is_known_by_every_name_and_every_time(folder: Path) -> None:
    comparison = Comparison(updated(folder, a=TEN), str(folder))

    for name in ("a.xml", "./a.xml", str(folder / "a.xml"), "a.xml"):
        assert comparison.take(name, TEN) == []
    assert comparison.updated() == updated(folder, a=TEN)


def test_paths_are_relative_to_the_folder_of_the_file(folder: Path) -> None:
    comparison = Comparison(Baseline(), folder_of("known/baseline.json"))
    comparison.take("a.xml", some((NAME, "CTC203")))

    assert folder_of("known/baseline.json") == str(folder / "known")
    assert comparison.updated() == Baseline({Key("../a.xml", NAME, "CTC203"): 1})


def test_known_findings_go_to_other_processes(folder: Path) -> None:
    twice = some((NAME, "CTC203"), (NAME, "CTC203"))
    base = updated(folder, a=twice[:1])
    data = pickle.dumps(RootedBaseline(base, str(folder)))
    known = pickle.loads(data)  # noqa: S301 - our own

    assert known.beyond("a.xml", twice) == twice[1:]
    assert known.beyond(str(folder / "a.xml"), twice) == twice[1:]
    assert known.beyond("b.xml", twice) == twice


@posix
def test_file_on_another_drive_keeps_its_whole_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def relpath(*_: str) -> str:
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    monkeypatch.setattr(os.path, "relpath", relpath)

    assert set(updated(folder, a=some((NAME, "CTC203"))).counts) == {
        Key(str(folder / "a.xml"), NAME, "CTC203")
    }


def test_failures_and_counts_of_the_linter_are_never_known(folder: Path) -> None:
    now = some(("", "CTC901"), ("", "CTC902"), ("", "CTC903"))
    recorded = updated(folder, a=now)

    assert recorded == Baseline({Key("a.xml", "", "CTC903"): 1})
    assert Comparison(recorded, str(folder)).take("a.xml", now) == now[:2]


def test_uncut_diagnostics_are_cut_after_the_comparison(folder: Path) -> None:
    text = (FIXTURES / "valid" / "campaign-minimal.create.xml").read_text("utf-8")
    many = [text.replace("<Name>", "<Rye/>" * n + "<Name>") for n in (120, 125, 230)]
    first, more, most = (
        list(lint_text(each, Settings(most=UNLIMITED)).diagnostics) for each in many
    )
    comparison = Comparison(updated(folder, a=first), str(folder))

    assert [len(one) for one in (first, more, most)] == [120, 125, 230]
    assert comparison.take("a.xml", first) == []
    assert list(limited(comparison.take("a.xml", more), 100)) == more[120:]
    shown = list(limited(comparison.take("a.xml", most), 100))
    assert shown[:100] == most[120:220]
    assert [d.message for d in shown[100:]] == [
        "10 more CTC201 (unknown-element) not shown"
    ]


# ------------------------------------------------------------------ stale and update


def test_what_is_found_no_longer_is_stale_and_goes_with_an_update(
    folder: Path,
) -> None:
    recorded = updated(
        folder, a=some(*[(NAME, "CTC203")] * 3, ("", "CTC107"), ("/entry", "CTC304"))
    )
    comparison = Comparison(recorded, str(folder))
    comparison.take("a.xml", some((NAME, "CTC203"), ("/entry", "CTC304")))

    assert comparison.stale() == [
        Stale("a.xml", "", "CTC107", 1),
        Stale("a.xml", NAME, "CTC203", 2),
    ]
    assert comparison.updated() == Baseline(
        {Key("a.xml", NAME, "CTC203"): 1, Key("a.xml", "/entry", "CTC304"): 1}
    )


def test_what_was_not_checked_stays_unless_the_file_is_gone(folder: Path) -> None:
    one = some((NAME, "CTC203"))
    recorded = updated(folder, a=one, gone=one)
    comparison = Comparison(recorded, str(folder))

    assert comparison.stale() == [Stale("gone.xml", NAME, "CTC203", 1)]
    assert comparison.updated() == updated(folder, a=one)


def test_what_is_not_reported_is_neither_stale_nor_dropped(folder: Path) -> None:
    both = some((NAME, "CTC203"), ("/entry", "CTC304"))
    recorded = updated(folder, a=both)
    comparison = Comparison(recorded, str(folder))

    new = comparison.take("a.xml", both[1:], lambda code: code.startswith("CTC3"))

    assert new == []
    assert comparison.stale() == []
    assert comparison.updated() == recorded


# --------------------------------------------------------------------------- the file


def test_file_is_sorted_with_a_line_for_each_and_read_again(folder: Path) -> None:
    counts = {
        Key("b.xml", "", "CTC107"): 2,
        Key("a.xml", "/entry", "CTC304"): 1,
        Key("a.xml", "/entry", "CTC207"): 3,
        Key('é"\n.xml', NAME, "CTC203"): 1,
    }

    text = as_text(Baseline(counts))
    (folder / "known.json").write_text(text, "utf-8")

    assert text == textwrap.dedent("""\
        {
         "version": 1,
         "files": {
          "a.xml": {
           "/entry": {
            "CTC207": 3,
            "CTC304": 1
           }
          },
          "b.xml": {
           "": {
            "CTC107": 2
           }
          },
          "\\u00e9\\"\\n.xml": {
           "/entry/content/Campaign/Name": {
            "CTC203": 1
           }
          }
         }
        }
        """)
    assert read("known.json") == Baseline(counts)
    assert as_text(read("known.json")) == text
    assert as_text(Baseline(dict(reversed(counts.items())))) == text


def test_file_name_that_is_no_text_comes_back(folder: Path) -> None:
    counts = {Key("\udcff.xml", "", "CTC107"): 1}

    (folder / "known.json").write_text(as_text(Baseline(counts)), "utf-8")

    assert read("known.json") == Baseline(counts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "f:1:1: not JSON: expecting value"),
        ("{\n ?", "f:2:2: not JSON: "),
        ('{\n<<<<<<< ours\n"a": 1', "f:2:1: a merge conflict that is not resolved"),
        ('{\n "a": 1,\n "a": 2}', 'f: the key "a" is there twice'),
        ("[]", "f: the document must be an object"),
        ('{"' + "x" * 300 + '": 1, "' + "x" * 300 + '": 2}', 'f: the key "xxxx'),
        ('{"version": %s}' % ("7" * 5000), "f: a number has thousands of digits"),
        ('{"version": Infinity}', "f: a baseline of version Infinity, not 1"),
        ('{"version": [[]]}', "f: a baseline of version an array, not 1"),
        ('{"version": {"a": 1}}', "f: a baseline of version an object, not 1"),
        (
            '{"version": 1, "files": {"a": {"": {"CTC999\\n::error::x": 1}}}}',
            'f: ["files"]["a"][""]["CTC999\\n::error::x"] must be a rule\'s code',
        ),
        (
            '{"version": 1, "files": {"a": {"": {"CTC107": 1000000001}}}}',
            'f: ["files"]["a"][""]["CTC107"] must be a number from 1 to 1,000,000,000',
        ),
        (
            '{"version": 1, "files": {"a": {"": {"CTC107": NaN}}}}',
            'f: ["files"]["a"][""]["CTC107"] must be a number from 1 to 1,000,000,000',
        ),
        ("{}", "f: a baseline of version null, not 1; write it anew"),
        ('{"version": "2"}', 'f: a baseline of version "2", not 1; write it anew'),
        ('{"version": 1}', 'f: ["files"] must be an object'),
        (
            '{"version": 1, "files": {"a": 3}}',
            'f: ["files"]["a"] must be an object',
        ),
        (
            '{"version": 1, "files": {"a": {"/é": []}}}',
            'f: ["files"]["a"]["/\\u00e9"] must be an object',
        ),
        (
            '{"version": 1, "files": {"a": {"": {"CTC107": true}}}}',
            'f: ["files"]["a"][""]["CTC107"] must be a number from 1 to 1,000,000,000',
        ),
        (
            '{"version": 1, "files": {"a": {"": {"CTC107": 0}}}}',
            'f: ["files"]["a"][""]["CTC107"] must be a number from 1 to 1,000,000,000',
        ),
    ],
)
def test_file_that_is_no_baseline_is_told_with_the_place(
    folder: Path, text: str, expected: str
) -> None:
    (folder / "f").write_text(text, "utf-8")

    with pytest.raises(BaselineError) as caught:
        read("f")

    assert str(caught.value).startswith(expected)


def test_bytes_that_are_no_text_are_told_with_the_line(folder: Path) -> None:
    (folder / "f").write_bytes(b'{\n"\xff')

    with pytest.raises(BaselineError, match=r"^f:2: not UTF-8$"):
        read("f")


def test_hostile_nesting_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def loads(*_: object, **__: object) -> None:
        raise RecursionError

    (folder / "f").write_text("{}")
    monkeypatch.setattr(json, "loads", loads)

    with pytest.raises(BaselineError, match=r"^f: nested too deeply for a baseline$"):
        read("f")


def test_file_that_is_missing_raises() -> None:
    with pytest.raises(FileNotFoundError):
        read("there is none")
