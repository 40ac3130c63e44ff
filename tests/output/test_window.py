"""Which columns of a line a span takes, where the line is cut and where it is not."""

from __future__ import annotations

import pytest

from ctct_lint.output.report import Lines
from ctct_lint.output.window import Line


@pytest.mark.parametrize(
    ("span", "columns"),
    [
        ((0, 1), (0, 0)),
        ((1, 3), (1, 2)),
        # Behind the end of the line: the caret is below its last character.
        ((3, 4), (2, 2)),
        ((4, 5), (2, 2)),
        # Nothing, so to insert there: one column is free.
        ((3, 3), (3, 3)),
    ],
)
def test_span_of_a_line_that_fits(
    span: tuple[int, int], columns: tuple[int, int]
) -> None:
    view = Line(Lines("abc"), 0, 40).view(*span)

    assert view.shown == "abc"
    assert view.covered(*span) == columns


def test_spans_of_a_line_that_is_cut() -> None:
    view = Line(Lines("ab" * 100), 0, 40).view(10, 190)

    assert view.shown == "…ababababababababab…ababababababababab…"
    assert view.covered(10, 190) == (5, 33)
    # What is not shown is behind all that is.
    assert view.covered(100, 101) == (38, 38)
