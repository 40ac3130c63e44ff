"""A feed that is linted by its parts has the diagnostics of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from fixture_file import FIXTURES
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter, Outcome
from ctct_lint.engine.parts.lint import lint_parts
from ctct_lint.profiles.xsd import XsdProfile

INVALID = FIXTURES / "invalid" / "feed.xml"
FEEDS = [*sorted((FIXTURES / "valid").glob("*feed*")), INVALID]
CAMPAIGNS = (FIXTURES / "valid" / "campaigns-feed.response.xml").read_text("utf-8")
ENTRY = re.compile(r"\s*<entry>.*?</entry>", re.DOTALL)
SETTINGS = Settings(now=datetime.min)  # noqa: DTZ901 - no time is past
ENTRIES = 9


def cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


def by_parts(
    data: bytes, settings: Settings = SETTINGS, size: int = 1
) -> Outcome | None:
    return lint_parts(Linter(), cut(data, 300), settings, size)


def whole(data: bytes, settings: Settings = SETTINGS) -> Outcome:
    return Linter().lint_bytes(data, settings)


def assert_alike(data: bytes, settings: Settings = SETTINGS, size: int = 1) -> Outcome:
    """Lint a feed both ways; return what was said of it."""
    expected, found = whole(data, settings), by_parts(data, settings, size)
    assert found is not None
    assert found == expected._replace(text="")
    return found


def grown(text: str, entries: int = ENTRIES) -> str:
    """Return a feed with its entries over and over again."""
    found = ENTRY.findall(text)
    before, _, behind = text.rpartition(found[-1])
    more = (found[number % len(found)] for number in range(entries - len(found)))
    return "".join((before, found[-1], *more, behind))


def changed(number: int, old: str, new: str, text: str = CAMPAIGNS) -> str:
    """Return a feed of nine entries, one of which is changed."""
    entries = list(ENTRY.finditer(grown(text)))
    start, end = entries[number].span()
    entry = grown(text)[start:end]
    assert old in entry
    return grown(text)[:start] + entry.replace(old, new, 1) + grown(text)[end:]


def codes(outcome: Outcome) -> list[str]:
    return [d.code for d in outcome.diagnostics]


@pytest.mark.parametrize("size", [1, 2_000, 1 << 18])
@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.stem)
def test_feeds_are_the_same_by_parts(path: Path, size: int) -> None:
    text = path.read_text("utf-8")

    assert_alike(text.encode(), size=size)
    assert_alike(grown(text).encode(), size=size)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_line_ends(encoding: str, ends: str) -> None:
    text = changed(5, "<Status>", "<!-- \xe9 --><Status>Q")
    name = {"utf-8-sig": "UTF-8", "cp1252": "windows-1252"}.get(encoding, encoding)
    text = text.replace("UTF-8", name).replace("\n", ends)
    if encoding.startswith("utf"):
        text = text.replace("<!-- ", "<!-- \U0001f337 ")

    assert codes(assert_alike(text.encode(encoding))) == ["CTC420"]


FAULTS = {
    "bare ampersand": ("<Name>", "<Name>& "),
    "unclosed": ("</Name>", ""),
    "misspelt end": ("</Name>", "</Nam>"),
    "unclosed payload": ("</Campaign>", ""),
    "unclosed content": ("</content>", ""),
    "unclosed entry": ("</entry>", ""),
    "lost start of entry": ("<entry>", ""),
    "end of entry twice": ("</entry>", "</entry></entry>"),
    "end of entry too early": ("<updated>", "</entry><updated>"),
    "other end": ("</title>", "</entry>"),
    "text between entries": ("<entry>", "Array <entry>"),
    "element between entries": ("<entry>", "<link href='x'/><mood>a</mood><entry>"),
    "duplicate of the head": ("<entry>", "<id>7</id><entry>"),
    "wrapped": ("<entry>", "<box><entry/></box><entry>"),
    "nested": ("<id>", "<entry><id>1</id></entry><id>"),
    "quote": ('rel="edit"', 'rel="edit'),
    "section": ("<Name>", "<Name><![CDATA[</entry>]]>"),
    "closed comment": ("<Name>", "<!-- </entry> --><Name>"),
    "instruction": ("<Name>", "<?php a ?><Name>"),
    "undeclared prefix": ("<Name>", "<x:y/><Name>"),
    "no namespace": (' xmlns="http://ws.constantcontact.com/ns/1.0/"', ""),
    "wrong namespace": ("http://ws.constantcontact", "http://ws.constantcoact"),
    "prefix of an entry": ("<entry>", '<entry xmlns="">'),
    "ignored": ("<Status>", "<!-- ctct-lint: ignore --><Status>Q"),
    "ignored in vain": ("<Status>", "<!-- ctct-lint: ignore[CTC420] --><Status>"),
    "control": ("<Name>", "<Name>\x01"),
    "start for an end": ("</entry>", "<Name>"),
    "two prefixes": ("<Name>", "<x:y/><z:y/><Name>"),
    "unknown root": ("<entry>", "<Entry/><entry>"),
}


@pytest.mark.parametrize("number", [0, 1, 4, 8])
@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_in_one_entry(fault: str, number: int) -> None:
    data = changed(number, *FAULTS[fault]).encode()

    for size in (1, 2_000):
        found = by_parts(data, size=size)
        assert found is None or found == whole(data)._replace(text="")


@pytest.mark.parametrize(
    "fault", [f for f in FAULTS if f not in {"other end", "quote", "nested"}]
)
def test_faults_are_found_by_parts(fault: str) -> None:
    assert_alike(changed(4, *FAULTS[fault]).encode(), size=2_000)


@pytest.mark.parametrize("fault", FAULTS)
def test_the_same_fault_in_many_entries(fault: str) -> None:
    old, new = FAULTS[fault]
    head, _, entries = grown(CAMPAIGNS).partition("<entry>")
    data = f"{head}<entry>{entries}".replace(old, new).encode()
    found = by_parts(data)

    assert found is None or found == whole(data)._replace(text="")


@pytest.mark.parametrize("end", range(-1200, 0, 37))
def test_documents_that_are_cut_off(end: int) -> None:
    data = changed(6, "<Status>", "<Status>Q").encode()[:end]
    found = by_parts(data)

    assert found is None or found == whole(data)._replace(text="")


def test_what_is_read_before_and_behind_a_broken_entry_is_checked() -> None:
    text = changed(2, "<Status>", "<Status>Q")
    text = text.replace("</content>", "</contnt>", 5).replace(
        "</contnt>", "</content>", 4
    )
    before, _, behind = text.rpartition("<Status>Draft")
    found = assert_alike(f"{before}<Status>Rising{behind}".encode())

    assert codes(found) == ["CTC420", "CTC101", "CTC420"]


def test_of_one_code_no_more_are_shown_than_of_the_whole() -> None:
    text = grown(CAMPAIGNS, 40).replace("<Status>", "<Status>Q")
    found = assert_alike(text.encode(), SETTINGS._replace(most=7))

    assert codes(found) == ["CTC420"] * 7 + ["CTC902"]
    assert (
        found.diagnostics[-1].message
        == "33 more CTC420 (unknown-server-value) not shown"
    )


def test_entries_show_that_a_declaration_of_the_root_is_wrong() -> None:
    atom, service = "http://www.w3.org/2005/Atom", "http://ws.constantcontact.com/ns/1."
    text = grown(CAMPAIGNS).replace(atom, f'{atom}" xmlns:c="{service}1/', 1)
    head, _, entries = text.rpartition("<Campaign")
    entries = re.sub("<(/?)([A-Z])", r"<\1c:\2", f"<Campaign{entries}")
    found = assert_alike(
        f"{head}{entries}".replace(f' xmlns="{service}0/"', "").encode()
    )

    assert "CTC212" in codes(found)


def test_a_feed_that_is_longer_than_its_beginning() -> None:
    text = grown(CAMPAIGNS, 200).replace("</Name>", "</Nam>")
    found = assert_alike(text.encode(), size=20_000)

    assert codes(found) == ["CTC101"] * 100 + ["CTC902"]


def test_what_is_not_even_made_is_counted() -> None:
    text = grown(CAMPAIGNS, 12).replace("<Name>", "<Name>" + "& " * 30)
    found = assert_alike(text.encode(), SETTINGS._replace(most=7), 1)

    assert codes(found) == ["CTC107"] * 7 + ["CTC902"]


def test_comments_about_more_than_an_entry_need_the_whole() -> None:
    data = changed(3, "<Name>", "<!-- ctct-lint: disable[CTC420] --><Name>").encode()

    assert by_parts(data) is None


@pytest.mark.parametrize(
    "data",
    [
        b"\x1f\x8b",
        b"<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title></feed>",
        b"<entry xmlns='http://www.w3.org/2005/Atom'/>",
    ],
)
def test_other_documents_are_read_as_a_whole(data: bytes) -> None:
    assert by_parts(data) is None


def test_a_schema_alone_names_no_parts(tmp_path: Path) -> None:
    linter = Linter(XsdProfile("any", str(tmp_path / "any.xsd")))

    assert lint_parts(linter, iter([CAMPAIGNS.encode()]), SETTINGS) is None


def test_selection_and_operation_count() -> None:
    data = changed(5, "<Status>", "<Status>Q").encode()

    assert assert_alike(data, SETTINGS._replace(ignore=("CTC420",))).diagnostics == ()
    assert (
        codes(assert_alike(data, SETTINGS._replace(operation="create")))[0] == "CTC306"
    )


def test_the_linter_itself_may_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("ctct_lint.engine.lint.read", fail)
    found = by_parts(grown(CAMPAIGNS).encode())

    assert found is not None
    assert (codes(found), found.crashed) == (["CTC901"], True)


def test_undecodable_bytes_are_those_of_the_entry() -> None:
    data = changed(7, "<Name>", "<Name>caf@ ").encode().replace(b"@", b"\xe9")
    found = assert_alike(data)

    assert (codes(found), found.is_plain) == (["CTC002"], False)


def test_a_frame_that_is_too_large_needs_the_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ctct_lint.engine.parts.lint.MOST", 900)

    assert by_parts(grown(CAMPAIGNS).encode()) is None


def test_a_start_without_a_tag_needs_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctct_lint.text.pieces.MOST", 900)

    assert by_parts(b"<" + b"x" * 5_000) is None


PIECES = ["<", ">", "&", '"', "</entry>", "<entry>", "</feed>", "]]>", "<!--", "-->"]
PIECES += ["</content>", "\r\n", "\U0001f337", "<entry/>", "</id>", "text", ' xmlns=""']


@given(
    st.sampled_from(FEEDS),
    st.sampled_from(PIECES),
    st.floats(0, 1),
    st.sampled_from([0, 0, 1, 5]),
    st.sampled_from([1, 1_500]),
)
def test_any_change_is_seen_both_ways(
    path: Path, new: str, at: float, lost: int, size: int
) -> None:
    text = grown(path.read_text("utf-8"))
    start = int(at * len(text))
    data = (text[:start] + new + text[start + lost :]).encode()
    found = by_parts(data, size=size)

    assert found is None or found == whole(data)._replace(text="")
