"""What a screen reader reads out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint.model.diagnostic import Applicability, Edit, Fix, Label
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.model.diagnostic import Range
    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport

    At = Callable[..., Range]
    Between = Callable[[str, int, int], Range]
    Rendered = Callable[..., str]

TEXT = "<a>\n  <b>wrong</b>\n  <b/>\n</a>"


def test_all_is_said_in_words(rendered: Rendered, at: At) -> None:
    value = at(TEXT, "wrong")
    output = rendered(
        "narrated",
        TEXT,
        value,
        path="/a/b",
        help=("write `right`",),
        notes=("so it is",),
        related=(Label(at(TEXT, "b", 2), "another is here"),),
        fixes=(
            Fix("replace with `right`", Applicability.SAFE, (Edit(value, "right"),)),
            Fix("remove it", Applicability.UNSAFE, (Edit(value, ""),)),
        ),
        style=Style(color=True, columns=100),
    )
    assert output == (
        "error CTC203: `b` is wrong\n"
        "file: a.xml, line 2, column 6 to 10\n"
        "element: /a/b\n"
        "text: wrong\n"
        "see also: line 3, column 4: another is here\n"
        "help: write `right`\n"
        "note: so it is\n"
        "fix: replace with `right`\n"
        "unsafe fix: remove it\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (1, 1, ["line 1, column 2, before it"]),
        (1, 2, ["line 1, column 2", "text: a"]),
        (1, 8, ["line 1, column 2, to line 2, column 4", "text: a>"]),
        (3, 5, ["line 1, column 4, to line 2, column 1"]),
        (len(TEXT), len(TEXT), ["line 4, column 5, before it"]),
    ],
    ids=["between", "one", "lines", "line end", "end"],
)
def test_places(
    rendered: Rendered, between: Between, start: int, end: int, said: list[str]
) -> None:
    output = rendered("narrated", TEXT, between(TEXT, start, end))
    assert output.replace("file: a.xml, ", "").splitlines()[1:-1] == said


@pytest.mark.parametrize(
    ("size", "said"),
    [(80, "x" * 80), (1_281, "x" * 80 + " and 1,201 more characters")],
)
def test_a_long_text_is_not_read_out_to_its_end(
    rendered: Rendered, at: At, size: int, said: str
) -> None:
    text = f"<a>{'x' * size}</a>"
    output = rendered("narrated", text, at(text, "x" * size))
    assert output.splitlines()[2] == f"text: {said}"


def test_names_and_messages_are_no_commands(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    output = "".join(FORMATS["narrated"](hostile, context))
    assert all(line.replace("\ufffe", "").isprintable() for line in output.splitlines())
    assert not any(line.lstrip().startswith("::") for line in output.splitlines())
