"""What one comment says."""

from __future__ import annotations

import pytest

from ctct_lint.model.fault import Fault
from ctct_lint.suppress.directive import Directive, Selector, read


def said(comment: str) -> tuple[str, str, list[str]] | None:
    """Return a directive's verb, what it says as written, and its selectors."""
    text = f"<a>{comment}</a>"
    found = read(text, 3, 3 + len(comment))
    if not isinstance(found, Directive):
        assert found is None
        return None
    assert text[found.start : found.end] == comment
    for selector in found.selectors:
        assert text[selector.start : selector.end] == selector.text
    words = [selector.text for selector in found.selectors]
    return found.verb, text[found.said : found.said_end], words


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("<!-- ctct-lint: ignore -->", ("ignore", "ignore", [])),
        ("<!--ctct-lint:ignore-->", ("ignore", "ignore", [])),
        ("<!--\n ctct-lint:\n\tdisable\n-->", ("disable", "disable", [])),
        ("<!-- ctct-lint: enable the rest -->", ("enable", "enable", [])),
        ("<!-- ctct-lint: ignore: see CTC203 -->", ("ignore", "ignore", [])),
        ("<!-- ctct-lint: ignore the CTC203 -->", ("ignore", "ignore", [])),
        (
            "<!-- ctct-lint: ignore-file[CTC203] why [not] -->",
            ("ignore-file", "ignore-file[CTC203]", ["CTC203"]),
        ),
        (
            "<!-- ctct-lint: disable [ CTC2,malformed-date  ctc405, ] -->",
            (
                "disable",
                "disable [ CTC2,malformed-date  ctc405, ]",
                ["CTC2", "malformed-date", "ctc405"],
            ),
        ),
        ("<!-- CTCT-LINT: ignore -->", None),
        ("<!-- ctct-lint -->", None),
        ("<!-- ctct-lint is run on this -->", None),
        ("<!-- ctct-lint - checked on Friday -->", None),
        ("<!-- ctct-lint 1.0 says CTC203 -->", None),
        ("<!-- ctct-lint says CTC203 -->", None),
        ("<!-- ctct-lint ignored CTC203 -->", None),
        ("<!-- ctct-lint ignore files are not read -->", None),
        ("<!-- ctct-linter ignore[CTC203] -->", None),
        ("<!-- see ctct-lint ignore[CTC203] -->", None),
        ("<!-- see ctct-lint: ignore -->", None),
        ("<!-- -->", None),
    ],
)
def test_comment_is_a_verb_with_selectors_and_a_reason(
    comment: str, expected: tuple[str, str, list[str]] | None
) -> None:
    assert said(comment) == expected


@pytest.mark.parametrize(
    ("comment", "kind", "at", "detail", "mended"),
    [
        ("<!-- ctct-lint: -->", "malformed", "ctct-lint:", "nothing", None),
        ("<!-- ctct-lint: [CTC2] -->", "malformed", "ctct-lint:", "nothing", None),
        ("<!-- ctct-lint: ignore[CTC2 -->", "malformed", "[", "unclosed", None),
        ("<!-- ctct-lint: ignore[] -->", "malformed", "ignore[]", "empty", None),
        (
            "<!-- ctct-lint: ignore [ , ] -->",
            "malformed",
            "ignore [ , ]",
            "empty",
            None,
        ),
        (
            "<!-- ctct-lint: ignore CTC203 why -->",
            *("malformed", "CTC203", "bare"),
            "<!-- ctct-lint: ignore[CTC203] why -->",
        ),
        (
            "<!-- ctct-lint: disable: ctc203, CTC405: why -->",
            *("malformed", "ctc203, CTC405", "bare"),
            "<!-- ctct-lint: disable[ctc203, CTC405]: why -->",
        ),
        (
            "<!-- ctct-lint: ignore(CTC203) -->",
            *("malformed", "CTC203", "bare"),
            "<!-- ctct-lint: ignore[CTC203] -->",
        ),
        (
            "<!-- ctct-lint: ignore=CTC203 CTC405-->",
            *("malformed", "CTC203 CTC405", "bare"),
            "<!-- ctct-lint: ignore[CTC203, CTC405]-->",
        ),
        (
            "<!-- ctct-lint ignore -->",
            *("malformed", "ctct-lint ignore", "colon"),
            "<!-- ctct-lint: ignore -->",
        ),
        (
            "<!--ctct-lint-ignore-file[CTC2]: why-->",
            *("malformed", "ctct-lint-ignore-file", "colon"),
            "<!--ctct-lint: ignore-file[CTC2]: why-->",
        ),
        (
            "<!-- ctct-lint : ignore [CTC413] -->",
            *("malformed", "ctct-lint : ignore", "colon"),
            "<!-- ctct-lint: ignore [CTC413] -->",
        ),
        (
            "<!-- ctct-lint--disable -- why -->",
            *("malformed", "ctct-lint--disable", "colon"),
            "<!-- ctct-lint: disable -- why -->",
        ),
        (
            "<!-- ctct-lint=enable(CTC203 ctc405) why -->",
            *("malformed", "ctct-lint=enable", "colon"),
            "<!-- ctct-lint: enable[CTC203, ctc405] why -->",
        ),
        (
            "<!-- ctct-lint ingore[CTC203] -->",
            *("malformed", "ctct-lint ingore", "colon"),
            "<!-- ctct-lint: ignore[CTC203] -->",
        ),
        (
            "<!-- ctct-lint-disable-next-line CTC203 -->",
            *("malformed", "ctct-lint-disable-next-line", "colon", None),
        ),
        (
            "<!-- ctct-lint: disabel[CTC2] -->",
            *("unknown", "disabel", "verb"),
            "<!-- ctct-lint: disable[CTC2] -->",
        ),
        (
            "<!-- ctct-lint: Ignore -->",
            *("unknown", "Ignore", "verb"),
            "<!-- ctct-lint: ignore -->",
        ),
        ("<!-- ctct-lint: noqa -->", "unknown", "noqa", "verb", None),
        ("<!-- ctct-lint: CTC203 -->", "unknown", "CTC203", "verb", None),
    ],
)
def test_comment_that_is_not_understood_is_a_fault_with_its_mend(
    comment: str, kind: str, at: str, detail: str, mended: str | None
) -> None:
    text = f"<a>{comment}</a>"
    found = read(text, 3, 3 + len(comment))

    assert isinstance(found, Fault)
    assert (found.kind, found.detail) == (f"{kind}-suppression", detail)
    assert text[found.at.start : found.at.end] == found.subject == at
    edits = [(place.start, place.end, new) for place, new in found.edits]
    assert [text[:s] + n + text[e:] for s, e, n in edits] == [
        f"<a>{m}</a>" for m in (mended,) if m
    ]


def test_comment_that_has_no_end_is_read_up_to_where_it_was_cut() -> None:
    text = "<a><!-- ctct-lint: ignore[CTC2]\n<b/>"

    assert read(text, 3, 31) == Directive(
        "ignore", 3, 31, 19, 31, (Selector("CTC2", 26, 30),)
    )
