"""Documents with faults are mended: what is written is right, the rest untouched."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from examples import examples
from fixture_file import GOOD
from hypothesis import assume, given
from hypothesis import strategies as st

from ctct_lint import Diagnostic, Severity, lint
from ctct_lint.fixes.budget import MOST_LINTS
from ctct_lint.fixes.rounds import Mended, mend
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.text.encoding import decode

FIXTURES = Path(__file__).parents[2] / "fixtures"
SAFE = frozenset({Applicability.SAFE})
ALL = frozenset(Applicability)
VALID = sorted((FIXTURES / "valid").glob("*.xml"))


def linter(operation: str) -> Callable[[bytes], list[Diagnostic]]:
    return lambda data: lint(data, operation=operation)


def mended(text: str, wanted: frozenset[Applicability] = ALL) -> Mended:
    return mend(text.encode(), linter("create"), wanted)


def errors(found: tuple[Diagnostic, ...] | list[Diagnostic]) -> list[Diagnostic]:
    return [d for d in found if d.severity is Severity.ERROR]


FAULTS = [
    # what was written, what should have been
    ("<Name>Spring bulbs", "<Name>Spring & bulbs", "<Name>Spring &amp; bulbs", SAFE),
    ("<Name>Spring bulbs", "<Name>Spring < bulbs", "<Name>Spring &lt; bulbs", SAFE),
    ("</Subject>", "", "</Subject>", SAFE),
    ("</Subject>", "</Subjct>", "</Subject>", SAFE),
    ("<author/>", "<author/><autor/>", None, ALL),
    ("PermissionReminder>", "PermisionReminder>", "PermissionReminder>", SAFE),
    ("PermissionReminder>", "permissionReminder>", "PermissionReminder>", SAFE),
    ("<ViewAsWebpage>NO", "<ViewAsWebpage>no", "<ViewAsWebpage>NO", SAFE),
    ("HTML</EmailC", "Html</EmailC", "HTML</EmailC", SAFE),
    ("ns/1.0/", "ns/1.0", "ns/1.0/", SAFE),
    (' type="application/vnd.ctct+xml"', "", ' type="application/vnd.ctct+xml"', SAFE),
    ('type="text"', "type=text", 'type="text"', SAFE),
    ("<Name>", '<Name lang="de">', "<Name>", ALL),
    ("      <FromName>Green Leaf Nursery</FromName>\n", "", None, ALL),
    (
        "<Subject>Tulip bulbs are in</Subject>",
        "<Subject/>",
        "<Subject>TODO</Subject>",
        ALL,
    ),
    (
        "      <FromName>",
        "      <Subject>Tulips</Subject>\n      <FromName>",
        "      <FromName>",
        ALL,
    ),
    (
        "      <FromName>",
        "      <Subject>Tulip bulbs are in</Subject>\n      <FromName>",
        "      <FromName>",
        ALL,
    ),
]


@pytest.mark.parametrize(("right", "wrong", "wanted", "how"), FAULTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_one_fault_is_mended_and_nothing_else_changes(
    right: str,
    wrong: str,
    wanted: str | None,
    how: frozenset[Applicability],
    line_end: str,
) -> None:
    document = GOOD.replace("\n", line_end)
    right, wrong = right.replace("\n", line_end), wrong.replace("\n", line_end)
    broken = document.replace(right, wrong)
    made = mended(broken, how)

    assert broken != document
    assert made.left == ()
    if wanted is not None:
        assert made.data.decode() == document.replace(right, wanted)


def test_what_is_missing_is_inserted_in_its_place() -> None:
    line = "      <FromName>Green Leaf Nursery</FromName>\n"
    made = mended(GOOD.replace(line, ""))

    assert made.data.decode() == GOOD.replace("Green Leaf Nursery", "TODO", 1)


def test_a_list_that_nobody_can_guess_is_left() -> None:
    made = mended(GOOD.replace(' id="http://api.constantcontact.com/ws', ' x="y', 1))

    assert [d.code for d in made.left] == ["CTC208"]


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.name)
def test_an_accepted_document_is_not_changed_by_safe_fixes(path: Path) -> None:
    data = path.read_bytes()

    assert mend(data, linter(path.name.split(".")[-2]), SAFE).data == data


def test_a_response_is_changed_with_consent_only() -> None:
    text = GOOD.replace("<ViewAsWebpage>NO", "<ViewAsWebpage>no")
    data = text.encode()

    assert mend(data, linter("response"), SAFE).data == data
    assert mend(data, linter("response"), ALL).data == GOOD.encode()


def test_an_echo_of_a_fault_of_the_syntax_comes_to_light() -> None:
    uri = '"http://api.constantcontact.com/ws/customers/greenleaf/lists/3"'
    made = mended(GOOD.replace(uri, "5"))

    assert made.data.decode() == GOOD.replace(uri, '"5"')
    assert [one.code for one in made.made] == ["CTC111"]
    assert [d.code for d in made.left] == ["CTC407"]


def test_bytes_that_are_not_utf_8_are_written_in_utf_8() -> None:
    data = GOOD.replace("Spring bulbs 2011</Name", "Zwölf Blüten</Name")
    broken = data.encode("cp1252")

    assert mend(broken, linter("create"), SAFE).data == broken
    assert mend(broken, linter("create"), ALL).data == data.encode()


SNIPPETS = st.sampled_from(
    [
        *("&", "<", ">", '"', "]]>", "<b>", "</b>", "&nbsp;", "\x0b", " ", "é", "\n"),
        *("<Subject>a</Subject>", "<Subject/>", "</Name>", "<Nmae>a</Nmae>", "text"),
        *("<!-- a -- b -->", ' x="1"', " y=2", "]", "<![CDATA[", "\U0001f33b", "\r\n"),
    ]
)
SLIPS = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 12), st.just("") | SNIPPETS),
    min_size=1,
    max_size=4,
)
CODECS = st.sampled_from(
    [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE)]
)


def broken(slips: list[tuple[int, int, str]]) -> str:
    """Return a document with random parts replaced, behind its declaration."""
    text = GOOD.partition("\n")[2]
    for place, size, new in slips:
        at = place % len(text)
        text = text[:at] + new + text[at + size :]
    return text


@examples(60)
@given(SLIPS, CODECS, st.sampled_from([SAFE, ALL]))
def test_whatever_is_wrong_mending_does_no_harm(
    slips: list[tuple[int, int, str]],
    codec: tuple[str, bytes],
    wanted: frozenset[Applicability],
) -> None:
    name, bom = codec
    data = bom + broken(slips).encode(name)
    check = linter("create")
    before = check(data)
    made = mend(data, check, wanted)

    assert list(made.left) == check(made.data)
    assert len(errors(made.left)) <= len(errors(before))
    assert bool(made.made) == (made.data != data) == bool(made.rounds)
    # What is less, such as of a mail that nobody could look into, may come to light.
    assert _codes(errors(made.left), "CTC1") <= _codes(before, "CTC1")
    assert made.data.startswith(bom)

    again = mend(made.data, check, wanted)
    assert again.data == made.data
    assert again.made == ()
    assert again.unmade == tuple(one._replace(was=one.at) for one in made.unmade)


@examples(20)
@given(st.lists(SLIPS.map(lambda slips: slips[0]), min_size=20, max_size=80))
def test_however_much_is_wrong_the_document_is_linted_a_few_times(
    slips: list[tuple[int, int, str]],
) -> None:
    data = broken(slips).encode()
    check = linter("create")
    linted = []

    def lint_and_count(document: bytes) -> list[Diagnostic]:
        linted.append(document)
        return check(document)

    made = mend(data, lint_and_count, ALL)

    assert len(linted) <= MOST_LINTS
    assert list(made.left) == check(made.data)
    assert len(errors(made.left)) <= len(errors(check(data)))


def _codes(found: tuple[Diagnostic, ...] | list[Diagnostic], start: str) -> set[str]:
    return {d.code for d in found if d.code.startswith(start)}


@examples(40)
@given(SLIPS, CODECS)
def test_bytes_outside_of_the_edits_stay(
    slips: list[tuple[int, int, str]], codec: tuple[str, bytes]
) -> None:
    name, bom = codec
    data = bom + broken(slips).encode(name)
    made = mend(data, linter("create"), ALL)
    assume(made.rounds == 1)

    text = decode(data).text
    fixes = {(one.at.offset, one.title) for one in made.made}
    edits = [
        edit
        for diagnostic in lint(data, operation="create")
        for fix in diagnostic.fixes
        if (diagnostic.range.start.offset, fix.title) in fixes
        for edit in fix.edits
    ]
    first = min(e.range.start.offset for e in edits)
    last = max(e.range.end.offset for e in edits)
    assert made.data.startswith(bom + text[:first].encode(name))
    assert made.data.endswith(text[last:].encode(name))
