from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.diagnostic import Applicability, Diagnostic, Fix, Label, Severity
from ctct_lint.output.context import RenderContext
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.report import FileReport, Lines
from ctct_lint.output.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.model.diagnostic import Range

    At = Callable[..., Range]
    Between = Callable[..., Range]
    Rendered = Callable[..., str]

TEXT = "<A>\n  <Greeting>b</Greeting>\n</A>\n"


def test_a_diagnostic_looks_like_that_of_rustc(rendered: Rendered, at: At) -> None:
    assert rendered(
        "full",
        TEXT,
        at(TEXT, "b"),
        message="`b` is not a valid Greeting",
        help=("expected one of `c`, `d`",),
        notes=("the server refuses others",),
        fixes=(
            Fix("replace with `c`", Applicability.SAFE, ()),
            Fix("remove it", Applicability.UNSAFE, ()),
        ),
    ) == (
        "error[CTC203]: `b` is not a valid Greeting\n"
        " --> a.xml:2:13\n"
        "  |\n"
        "2 |   <Greeting>b</Greeting>\n"
        "  |             ^\n"
        "  |\n"
        "  = help: expected one of `c`, `d`\n"
        "  = note: the server refuses others\n"
        "  = fix: replace with `c`\n"
        "  = fix: remove it (unsafe)\n"
        "\n"
    )


def test_words_are_wrapped_at_the_width_of_the_window(
    rendered: Rendered, at: At
) -> None:
    assert rendered(
        "full",
        TEXT,
        at(TEXT, "b"),
        style=Style(color=False, columns=50),
        message="`日本語の挨拶の名前` is not a valid GreetingName here",
        help=("expected one of `FirstName`, `LastName`, `None`",),
        notes=("http://example.com/a/very/long/address/without/any/blank",),
    ) == (
        "error[CTC203]: `日本語の挨拶の名前` is not a valid\n"
        "               GreetingName here\n"
        " --> a.xml:2:13\n"
        "  |\n"
        "2 |   <Greeting>b</Greeting>\n"
        "  |             ^\n"
        "  |\n"
        "  = help: expected one of `FirstName`, `LastName`,\n"
        "          `None`\n"
        "  = note: http://example.com/a/very/long/address/w\n"
        "          ithout/any/blank\n"
        "\n"
    )


def test_wrapped_words_keep_their_colour(rendered: Rendered, at: At) -> None:
    style = Style(color=True, columns=40)
    output = rendered("full", TEXT, at(TEXT, "b"), style=style, message="word " * 9)

    assert output.splitlines()[:2] == [
        "\x1b[1;31merror[CTC203]\x1b[0m\x1b[1m: word word word word word\x1b[0m",
        "\x1b[1m    word word word word \x1b[0m",
    ]


def test_nothing_follows_the_source_when_there_is_no_help(
    rendered: Rendered, at: At
) -> None:
    assert rendered("full", TEXT, at(TEXT, "A"), severity=Severity.INFORMATION) == (
        "info[CTC203]: `b` is wrong\n --> a.xml:1:2\n  |\n1 | <A>\n  |  ^\n\n"
    )


def test_numbers_are_right_aligned(rendered: Rendered, at: At) -> None:
    text = "<A>\n" * 9 + "<B/>"
    related = (Label(at(text, "A", 8), "before"),)
    assert rendered("full", text, at(text, "B"), related=related) == (
        "error[CTC203]: `b` is wrong\n"
        "  --> a.xml:10:2\n"
        "   |\n"
        " 9 | <A>\n"
        "   |  - before\n"
        "10 | <B/>\n"
        "   |  ^\n"
        "\n"
    )


def test_an_empty_document_has_a_caret(rendered: Rendered, between: Between) -> None:
    assert rendered("full", "", between("", 0, 0)) == (
        "error[CTC203]: `b` is wrong\n --> a.xml:1:1\n  |\n1 |\n  | ^\n\n"
    )


def test_clean_files_say_nothing() -> None:
    clean = FileReport("a.xml", "file:///a.xml", Lines(TEXT), ())
    assert (
        list(FORMATS["full"]([clean], RenderContext(Style(color=False, columns=100))))
        == []
    )


def test_each_diagnostic_is_written_as_soon_as_it_is_drawn(at: At) -> None:
    found = Diagnostic(at(TEXT, "A"), Severity.HINT, "CTC001", "n", "m")
    report = FileReport("a.xml", "file:///a.xml", Lines(TEXT), (found, found))
    chunks = list(
        FORMATS["full"]([report], RenderContext(Style(color=False, columns=100)))
    )
    assert [chunk.splitlines()[0] for chunk in chunks] == ["hint[CTC001]: m"] * 2
    assert all(chunk.endswith("^\n\n") for chunk in chunks)


def test_more_than_eight_labels_are_counted(rendered: Rendered, at: At) -> None:
    text = "".join(f"<a{number}>\n" for number in range(11))
    related = tuple(Label(at(text, f"a{n}"), "open") for n in range(10))
    output = rendered("full", text, at(text, "a10"), related=related)
    assert output.count("-- open") == 8
    assert output.endswith("   |\n   = note: and 2 more places\n\n")


def test_message_help_and_name_are_escaped(rendered: Rendered, at: At) -> None:
    output = rendered(
        "full",
        TEXT,
        at(TEXT, "A"),
        message="a\nb \x1b[31m",
        name="x\n::error::\u202e\udcff.xml",
        help=("\r\x9b",),
        related=(Label(at(TEXT, "Greeting"), "\x07\u2028"),),
        fixes=(Fix("\ufeff", Applicability.SAFE, ()),),
    )
    assert output == (
        "error[CTC203]: a\\nb \\x1b[31m\n"
        " --> x\\n::error::\\u202e\\udcff.xml:1:2\n"
        "  |\n"
        "1 | <A>\n"
        "  |  ^\n"
        "2 |   <Greeting>b</Greeting>\n"
        "  |    -------- \\x07\\u2028\n"
        "  |\n"
        "  = help: \\r\\x9b\n"
        "  = fix: \\ufeff\n"
        "\n"
    )


def test_the_file_cannot_speak_to_a_ci_runner(rendered: Rendered, at: At) -> None:
    text = "::error::x ##[error]y ##vso[task]z b"
    output = rendered("full", text, at(text, "b"), message="##[warning]")
    assert output == (
        "error[CTC203]: \\x23#[warning]\n"
        " --> a.xml:1:36\n"
        "  |\n"
        "1 | ::error::x \\x23#[error]y \\x23#vso[task]z b\n"
        "  |                                          ^\n"
        "\n"
    )


def test_colours(rendered: Rendered, at: At) -> None:
    related = (Label(at(TEXT, "A"), "in here"),)
    assert rendered(
        "full",
        TEXT,
        at(TEXT, "b"),
        style=Style(color=True, columns=100),
        severity=Severity.WARNING,
        related=related,
        help=("do",),
    ) == (
        "\x1b[1;33mwarning[CTC203]\x1b[0m\x1b[1m: `b` is wrong\x1b[0m\n"
        "\x1b[1;94m -->\x1b[0m a.xml:2:13\n"
        "\x1b[1;94m  |\x1b[0m\n"
        "\x1b[1;94m1 |\x1b[0m <A>\n"
        "\x1b[1;94m  |\x1b[0m  \x1b[1;94m-\x1b[0m \x1b[1;94min here\x1b[0m\n"
        "\x1b[1;94m2 |\x1b[0m   <Greeting>b</Greeting>\n"
        "\x1b[1;94m  |\x1b[0m             \x1b[1;33m^\x1b[0m\n"
        "\x1b[1;94m  |\x1b[0m\n"
        "\x1b[1;94m  =\x1b[0m \x1b[1mhelp\x1b[0m: do\n"
        "\n"
    )
