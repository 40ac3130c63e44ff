from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ctct_lint.model.diagnostic import Diagnostic, Severity
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.github import MOST
from ctct_lint.output.report import FileReport, Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.model.diagnostic import Range
    from ctct_lint.output.context import RenderContext

    At = Callable[..., Range]

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
INERT = (
    r"`::error::x\r\n\x23#[e]]]>\x1b[31m\x00\u202e"
    "\ufffe"
    r'\udc80<b>&"100%25, [l](u){0}`'
)


def written(context: RenderContext, *reports: FileReport) -> str:
    return "".join(FORMATS["github"](reports, context))


def many(at: At, *severities: Severity) -> FileReport:
    found = tuple(
        Diagnostic(at("b", "b"), severity, "CTC203", "bad-b", f"m{number}")
        for number, severity in enumerate(severities)
    )
    return FileReport("/w/a.xml", "file:///w/a.xml", Lines("b"), found)


def kinds(output: str) -> list[str]:
    return [line.split(" ")[0].strip(":") for line in output.splitlines()]


def test_a_diagnostic_is_a_command_and_columns_are_for_one_line(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    file = "file=x/a%0A%2Cb%3A%25.xml"
    shown = r"/w/x/a\n,b:%25.xml"
    error = f"{shown}:2:5: {INERT} is wrong%0Ahelp: write `c`%0Anote: not {INERT}"
    assert written(context, *hostile) == (
        f"::error {file},line=2,endLine=2,col=5,endColumn=6,title=CTC203 bad-b::"
        f"{error}\n"
        f"::warning {file},line=2,endLine=4,title=CTC110 bad-text::{shown}:2:11: m\n"
        f"::notice {file},line=5,endLine=5,col=1,endColumn=5,title=CTC901 odd::"
        f"{shown}:5:1: n\n"
    )


def test_the_runner_reads_back_what_was_written(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    line = written(context, *hostile).split("\n")[0]
    match = COMMAND.fullmatch(line)
    assert match is not None
    pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
    file = pairs["file"].replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n")
    assert file.replace("%25", "%") == "x/a\n,b:%.xml"
    assert match[1] == "error"
    assert sorted(pairs) == ["col", "endColumn", "endLine", "file", "line", "title"]


def test_errors_come_first_whatever_file_they_are_in(
    at: At, context: RenderContext
) -> None:
    hint, note, warning, error = sorted(Severity, reverse=True)
    output = written(context, many(at, hint, note, warning), many(at, error, warning))
    assert kinds(output) == ["error", "warning", "warning", "notice", "notice"]
    assert re.findall(r"m\d", output) == ["m0", "m2", "m1", "m1", "m0"]


def test_ten_of_each_kind_need_no_notice(at: At, context: RenderContext) -> None:
    severities = (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
    output = written(context, many(at, *severities * MOST))
    assert kinds(output) == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert "more" not in output


def test_of_more_a_notice_says_how_many_and_is_no_eleventh(
    at: At, context: RenderContext
) -> None:
    severities = (Severity.ERROR, Severity.WARNING, Severity.HINT)
    output = written(context, many(at, Severity.ERROR, *severities * MOST))
    assert kinds(output) == ["error"] * 11 + ["warning"] * 10 + ["notice"] * 11
    assert output.splitlines()[21] == (
        "::notice title=ctct-lint::1 more error, 1 more notice: "
        "see the log (GitHub shows 10 of each kind)"
    )


def test_without_notices_the_summary_is_the_last_line(
    at: At, context: RenderContext
) -> None:
    output = written(context, many(at, *[Severity.WARNING] * 22))
    assert output.splitlines()[-1] == (
        "::notice title=ctct-lint::12 more warnings: "
        "see the log (GitHub shows 10 of each kind)"
    )


def test_stdin_is_no_file(at: At, context: RenderContext) -> None:
    report = many(at, Severity.ERROR)._replace(name="<stdin>", uri="stdin:")
    assert written(context, report) == ("::error title=CTC203 bad-b::<stdin>:1:1: m0\n")


def test_a_message_is_as_long_as_the_runner_takes(
    at: At, context: RenderContext
) -> None:
    found = Diagnostic(at("b", "b"), Severity.ERROR, "CTC203", "bad-b", "%" * 9999)
    report = FileReport("a", "file:///w/a", Lines("b"), (found,))
    text = written(context, report).rstrip("\n").split("::")[2]
    assert text == "a:1:1: " + "%25" * (4096 - 7)


@pytest.mark.parametrize("number", [0, 1])
def test_clean_files_say_nothing(
    hostile: tuple[FileReport, ...], context: RenderContext, number: int
) -> None:
    assert written(context, *hostile[1:] * number) == ""
