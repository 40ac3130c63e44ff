"""No text and no attribute's value is lost to a fix, but the thing at fault.

The documents are the fixtures, whole and broken: bytes and elements dropped,
doubled, exchanged and put in.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

import fixture_file
import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from losses import at_fault, is_missing, lost, removed, words_of
from lxml import etree

from ctct_lint import Diagnostic, lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability, Edit, Fix, Severity
from ctct_lint.text.source import LineIndex

SAFE = frozenset({Applicability.SAFE})
ALL = frozenset(Applicability)
ROOTS = {"entry", "feed", "service"}
_TAG = re.compile(r"<[^<>]*>")


class Document(NamedTuple):
    """A document and what it is for."""

    text: str
    operation: str


@cache
def documents() -> list[Document]:
    found = []
    for path in sorted(fixture_file.FIXTURES.rglob("*.xml")):
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        parts = path.name.split(".")
        operation = parts[-2] if parts[-2] in {"update", "response"} else "create"
        if "\0" not in text:
            found.append(Document(text, operation))
    return found


SNIPPETS = st.sampled_from(
    [
        *("&", "<", ">", '"', "'", "]]>", "<b>", "</b>", "&nbsp;", "&amp;", "&#", "="),
        *("\x0b", "é", "\n", "“", "text", "/>", "</", "<!", "{{a}}", "\\n", "]", " "),
        *("<Subject>a</Subject>", "<Subject/>", "</Name>", "<Nmae>a</Nmae>", ' y="1"'),
        *("<Phone>1</Phone>", "<x a='b'>c</x>", "<!-- a -- b -->", "<?php echo 1 ?>"),
        *("<entry>", "</entry>", "<Campaign>", "</Campaign>", "<![CDATA[", " y=2"),
        *("<!DOCTYPE a>", "<ContactList id='q'/>", "joe@example.com"),
    ]
)
PLACE = st.integers(0, 10**6)
MUTATION = st.one_of(
    st.tuples(st.just("drop"), PLACE, st.integers(1, 12)),
    st.tuples(st.just("double"), PLACE, st.integers(1, 40)),
    st.tuples(st.just("cut"), PLACE, st.just(0)),
    st.tuples(st.just("insert"), PLACE, SNIPPETS),
    st.tuples(st.just("insert in tag"), PLACE, SNIPPETS),
    st.tuples(st.just("drop tag"), PLACE, st.just(0)),
    st.tuples(st.just("exchange tags"), PLACE, PLACE),
    st.tuples(st.just("double tags"), PLACE, PLACE),
)
_MOST_DOUBLED = 600


def mutated(text: str, mutation: tuple[str, int, int | str]) -> str:
    """Return a document with one thing done to it."""
    what, place, more = mutation
    number, new = (0, more) if isinstance(more, str) else (more, "")
    tags = list(_TAG.finditer(text)) or list(re.finditer(r"\Z", text))
    tag, other = tags[place % len(tags)], tags[number % len(tags)]
    start, end = tag.span()
    first, last = min(start, other.start()), max(end, other.end())
    again = text[first:last] if last - first < _MOST_DOUBLED else tag[0]
    at, inside = place % (len(text) + 1), start + place % (end - start + 1)
    start, end, new = {
        "drop": (at, at + number, ""),
        "double": (at, at, text[at : at + number]),
        "cut": (at, len(text), ""),
        "insert": (at, at, new),
        "insert in tag": (inside, inside, new),
        "drop tag": (start, end, ""),
        "exchange tags": (start, end, other[0]),
        "double tags": (last, last, again),
    }[what]
    return text[:start] + new + text[end:]


@st.composite
def broken(draw: st.DrawFn) -> Document:
    text, operation = draw(st.sampled_from(documents()))
    for mutation in draw(st.lists(MUTATION, min_size=1, max_size=3)):
        text = mutated(text, mutation)
    return Document(text, operation)


def assert_each_fix_keeps(document: Document) -> None:
    # No offset counts a byte order mark.
    text, operation = document.text.removeprefix("\ufeff"), document.operation
    for found in lint(text, operation=operation):
        for fix in found.fixes:
            assert lost(text, found, fix) == [], (found.code, fix.title)
            if removed(text, fix):
                assert fix.applicability is Applicability.UNSAFE, found.code
                assert "remove" in fix.title, found.code


@pytest.mark.parametrize("document", documents(), ids=lambda d: str(len(d.text)))
def test_each_fix_of_a_fixture_keeps_what_is_not_at_fault(document: Document) -> None:
    assert_each_fix_keeps(document)


@examples(400)
@given(broken())
def test_each_fix_keeps_what_is_not_at_fault(document: Document) -> None:
    assert_each_fix_keeps(document)


# What a fix does to the document, and the words that are lost to it.
TEXT = '<a><b x="one">two three</b><c>four</c></a>'
LOSSES = [
    ("b", (3, 30, ""), [], ["one", "two", "three"]),
    ("b", (3, 41, ""), ["four"], ["one", "two", "three", "four"]),
    ("b", (4, 5, "d"), [], []),
    ("b", (14, 23, "TODO"), [], []),
    ("c", (14, 23, "TODO"), ["two", "three"], []),
    ("c", (14, 18, "two "), [], []),
    ("c", (14, 17, ""), ["two"], ["two"]),
    ("c", (6, 13, ""), ["one"], ["one"]),
    ("x", (5, 13, ""), [], ["one"]),
]


@pytest.mark.parametrize(("name", "edit", "losses", "removals"), LOSSES)
def test_a_loss_would_be_seen(
    name: str, edit: tuple[int, int, str], losses: list[str], removals: list[str]
) -> None:
    lines, at = LineIndex(TEXT), TEXT.index(f"{name}>" if name == "c" else f"{name}")
    here = lines.range(at, at + 1)
    edits = (Edit(lines.range(*edit[:2]), edit[2]),)
    fix = Fix("mend it", Applicability.UNSAFE, edits)
    found = Diagnostic(
        here, Severity.ERROR, "CTC201", "unknown-element", "", fixes=(fix,)
    )

    assert lost(TEXT, found, fix) == losses
    assert removed(TEXT, fix) == removals


class Linter:
    """A linter that remembers what it has said."""

    def __init__(self, operation: str) -> None:
        self.operation = operation
        self.seen: list[tuple[bytes, list[Diagnostic]]] = []

    def __call__(self, data: bytes) -> list[Diagnostic]:
        self.seen.append((data, lint(data, operation=self.operation)))
        return self.seen[-1][1]

    def blamed(self, made: set[tuple[str, str]]) -> list[str]:
        """Return all that was at fault where fixes of these titles were offered."""
        return [
            data.decode()[start:end]
            for data, found in self.seen
            for diagnostic in found
            if any((diagnostic.code, fix.title) in made for fix in diagnostic.fixes)
            for start, end in at_fault(data.decode(), diagnostic)
        ]


def accounts_for(part: str, word: str, after: str) -> bool:
    """Tell whether a part of a document had a word, or the piece of it that is gone."""
    return word in part or any(
        (part.startswith(word[at:]) and word[:at] in after)
        or (part.endswith(word[:at]) and word[at:] in after)
        for at in range(1, len(word))
    )


def root_of(data: bytes) -> str:
    try:
        return etree.QName(etree.fromstring(data)).localname
    except etree.XMLSyntaxError:
        return ""


def assert_mending_keeps(document: Document, wanted: frozenset[Applicability]) -> None:
    linter, data = Linter(document.operation), document.text.encode()
    done = mend(data, linter, wanted)
    after = done.data.decode()
    kept = after + unquote(after)  # in form data an escape may be written anew
    words = words_of(document.text)
    gone = {word.text for word in words if is_missing(document.text, word, kept)}
    if gone:
        blamed = linter.blamed({(made.code, made.title) for made in done.made})
        found = {w for w in gone if any(accounts_for(p, w, after) for p in blamed)}
        assert gone - found == set()

    root = root_of(data)
    assert not root or root_of(done.data) in {root, *ROOTS}
    assert not any(d.code == "CTC901" for d in done.left)
    if not done.unmade:
        assert mend(done.data, linter, wanted).data == done.data


@pytest.mark.parametrize("wanted", [SAFE, ALL], ids=["safe", "all"])
@pytest.mark.parametrize("document", documents(), ids=lambda d: str(len(d.text)))
def test_mending_a_fixture_keeps_what_is_not_at_fault(
    document: Document, wanted: frozenset[Applicability]
) -> None:
    assert_mending_keeps(document, wanted)


@examples(60)
@given(broken(), st.sampled_from([SAFE, ALL]))
def test_mending_keeps_what_is_not_at_fault(
    document: Document, wanted: frozenset[Applicability]
) -> None:
    assert_mending_keeps(document, wanted)
