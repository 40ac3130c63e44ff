"""What fixes change is shown as a unified diff that can be applied."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from systems import posix

from ctct_lint.fixes.align import LineChange, changes
from ctct_lint.fixes.diff import LineKind, unified

LINES = [f"line {n}\n" for n in range(1, 21)]


def shown(name: str, old: bytes, new: bytes) -> str:
    return "".join(line for _, line in unified(name, old, new))


def diff(old: str, new: str, name: str = "campaign.xml") -> str:
    return shown(name, old.encode(), new.encode())


def test_a_changed_line_stands_between_three_others() -> None:
    new = [*LINES[:9], "line ten\n", *LINES[10:]]

    assert diff("".join(LINES), "".join(new)) == (
        "--- a/campaign.xml\n"
        "+++ b/campaign.xml\n"
        "@@ -7,7 +7,7 @@\n"
        " line 7\n"
        " line 8\n"
        " line 9\n"
        "-line 10\n"
        "+line ten\n"
        " line 11\n"
        " line 12\n"
        " line 13\n"
    )


def test_nothing_is_shown_where_nothing_differs() -> None:
    assert diff("a\nb", "a\nb") == ""
    assert diff("", "") == ""


def test_changes_whose_context_would_meet_are_one_hunk() -> None:
    near = [*LINES[:2], "x\n", *LINES[3:9], "y\n", *LINES[10:]]
    far = [*LINES[:2], "x\n", *LINES[3:10], "y\n", *LINES[11:]]
    hunks = re.compile(r"^@@ .*", re.MULTILINE)

    old = "".join(LINES)
    assert hunks.findall(diff(old, "".join(near))) == ["@@ -1,13 +1,13 @@"]
    assert hunks.findall(diff(old, "".join(far))) == [
        "@@ -1,6 +1,6 @@",
        "@@ -8,7 +8,7 @@",
    ]


COUNTS = [
    ("", "a\n", "@@ -0,0 +1 @@"),
    ("a\n", "", "@@ -1 +0,0 @@"),
    ("a\n", "b\n", "@@ -1 +1 @@"),
    ("a\nb\n", "a\nc\nb\n", "@@ -1,2 +1,3 @@"),
    ("a\nc\nb\n", "a\nb\n", "@@ -1,3 +1,2 @@"),
]


@pytest.mark.parametrize(("old", "new", "head"), COUNTS)
def test_lines_are_counted_as_patch_counts_them(old: str, new: str, head: str) -> None:
    assert diff(old, new).splitlines()[2] == head


def test_a_last_line_without_an_end_is_marked() -> None:
    mark = "\\ No newline at end of file\n"

    head = "--- a/campaign.xml\n+++ b/campaign.xml\n@@ -1 +1 @@\n"
    assert diff("a", "b") == f"{head}-a\n{mark}+b\n{mark}"
    assert diff("a\n", "a") == f"{head}-a\n+a\n{mark}"
    assert diff("x\ny", "z\ny").endswith(f"-x\n+z\n y\n{mark}")


def test_line_ends_are_shown_as_they_are() -> None:
    assert diff("a\r\nb\r\n", "a\r\nc\r\n").endswith(" a\r\n-b\r\n+c\r\n")
    assert diff("a\rb\r", "a\rc\r").endswith(" a\r-b\r+c\r")


def test_other_encodings_are_shown_decoded() -> None:
    old, new = ("\ufeff<a>ä€</a>\n<b/>\n", "\ufeff<a>ä€</a>\n<c/>\n")
    found = shown("a", old.encode("utf-16-le"), new.encode("utf-16-le"))

    assert found.endswith("@@ -1,2 +1,2 @@\n <a>ä€</a>\n-<b/>\n+<c/>\n")


def test_bytes_that_become_characters_are_a_change() -> None:
    found = shown("a", b"caf\xe9\n", "café\n".encode())

    assert found.endswith("-caf\ufffd\n+café\n")
    half = codecs.BOM_UTF16_LE + b"a\0\x20"
    assert shown("a", half, half[:-1]).splitlines()[-4] == "-a\ufffd"


@pytest.mark.parametrize(
    ("name", "path"),
    [("/srv/a.xml", "srv/a.xml"), ("../a.xml", "../a.xml"), ("<stdin>", "<stdin>")],
)
def test_names_have_the_prefixes_that_patch_strips(name: str, path: str) -> None:
    lines = diff("a\n", "b\n", name).splitlines()

    assert lines[:2] == [f"--- a/{path}", f"+++ b/{path}"]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("./b.xml", "a/b.xml"),
        (".//m/./b.xml", "a/m/b.xml"),
        ("m n/b.xml", "a/m n/b.xml\t"),
        ("\u00e9.xml", "a/\u00e9.xml"),
        ('m n/"b".xml', '"a/m n/\\"b\\".xml"'),
        ("b\n\t\x1b.xml", '"a/b\\n\\t\\033.xml"'),
        pytest.param("b\udce9.xml", '"a/b\\351.xml"', marks=posix),
    ],
)
def test_names_are_those_that_git_applies(name: str, path: str) -> None:
    (_, line), *_ = unified(name, b"a\n", b"b\n")

    assert line == f"--- {path}\n"


def test_each_line_says_what_it_is() -> None:
    assert list(unified("a", b"x\r\ny", b"z\r\ny")) == [
        (LineKind.HEADER, "--- a/a\n"),
        (LineKind.HEADER, "+++ b/a\n"),
        (LineKind.HUNK, "@@ -1,2 +1,2 @@\n"),
        (LineKind.REMOVED, "-x\r\n"),
        (LineKind.ADDED, "+z\r\n"),
        (LineKind.CONTEXT, " y\n"),
        (LineKind.CONTEXT, "\\ No newline at end of file\n"),
    ]


# Aligning


CHANGES = [
    ("abcdef", "abXdef", [LineChange(2, 3, 2, 3)]),
    ("abcdef", "abdef", [LineChange(2, 3, 2, 2)]),
    ("abdef", "abcdef", [LineChange(2, 2, 2, 3)]),
    ("abcdef", "aXcdYf", [LineChange(1, 2, 1, 2), LineChange(4, 5, 4, 5)]),
    ("abcdef", "XYZ", [LineChange(0, 6, 0, 3)]),
    ("", "ab", [LineChange(0, 0, 0, 2)]),
    ("ab", "", [LineChange(0, 2, 0, 0)]),
    ("ab", "abc", [LineChange(2, 2, 2, 3)]),
    ("abc", "ab", [LineChange(2, 3, 2, 2)]),
    # Of lines that are all the same, as many as there are new ones are new.
    ("aaaa", "aXaa", [LineChange(1, 2, 1, 2)]),
    # Two lines removed, one of them come again: one line alone is coincidence.
    ("abcdab", "aXcdab", [LineChange(1, 2, 1, 2)]),
]


@pytest.mark.parametrize(("old", "new", "found"), CHANGES)
def test_changes_are_found(old: str, new: str, found: list[LineChange]) -> None:
    assert list(changes(list(old), list(new))) == found


def test_what_is_far_longer_is_one_change_to_the_end() -> None:
    old = [str(n) for n in range(500)]
    new = ["x", *old[300:400], "y", *old[490:]]

    assert list(changes(old, new)) == [LineChange(0, 490, 0, 102)]


def applied(old: str, patch: str) -> str:
    """Apply a diff as `patch` does, counting lines as it says."""
    before, made, at = old.splitlines(keepends=True), [], 0
    last = ""
    for line in patch.splitlines(keepends=True)[2:]:
        if line.startswith("@@"):
            start, size = re.findall(r"-(\d+)(,\d+)?", line)[0]
            start = int(start) - (size != ",0")
            made += before[at:start]
            at = start
        elif line.startswith("\\"):
            if last != "-":
                made[-1] = made[-1].rstrip("\n")
        else:
            last = line[0]
            made += [line[1:]] * (last != "-")
            at += last != "+"
    return "".join(made + before[at:])


TEXTS = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n"]), max_size=30)


@given(TEXTS, TEXTS, st.sampled_from(["", "x", "y"]), st.sampled_from(["", "x"]))
def test_a_diff_leads_from_the_old_to_the_new(
    old: list[str], new: list[str], old_end: str, new_end: str
) -> None:
    before, after = "".join([*old, old_end]), "".join([*new, new_end])

    assert applied(before, diff(before, after)) == after


def test_one_equal_line_between_two_changes_stays_as_it_is() -> None:
    old, new = ["a", "b", "c", "d"], ["A", "b", "C", "d"]

    apart = [LineChange(0, 1, 0, 1), LineChange(2, 3, 2, 3)]
    assert list(changes(old, new)) == apart
    assert list(changes(old, [*new, "e"])) == [*apart, LineChange(4, 4, 4, 5)]
