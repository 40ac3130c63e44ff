"""Spans, alone and in order."""

from __future__ import annotations

from ctct_lint.text.span import Span, Spans


def test_a_span_holds_its_ends_as_well() -> None:
    span = Span(2, 4)

    assert [offset for offset in range(7) if span.holds(offset)] == [2, 3, 4]


def test_spans_know_what_is_in_them() -> None:
    spans = Spans([(2, 4), (6, 7)])

    assert [offset for offset in range(9) if offset in spans] == [2, 3, 6]
