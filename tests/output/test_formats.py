from __future__ import annotations

import re
import subprocess
import sys

import pytest

from ctct_lint.model.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Position,
    Range,
    Severity,
)
from ctct_lint.output.context import RenderContext
from ctct_lint.output.formats import FORMATS, IN_UTF8, WANTS_CLEAN
from ctct_lint.output.report import FileReport, Lines

PROGRAM = """
import sys
from ctct_lint.model.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Position,
    Range,
    Severity,
)
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.context import RenderContext
from ctct_lint.output.style import Style
context = RenderContext(Style(color=False, columns=100))
renderers = {"full", "concise", "lsp_json"}
loaded = lambda: {n for n in renderers if f"ctct_lint.output.{n}" in sys.modules}
before = loaded()
nothing = list(FORMATS["concise"]([], context)), loaded()
list(FORMATS["json"]([], context))
print(before, nothing, loaded())
"""


def test_the_formats_by_name() -> None:
    assert {*FORMATS} >= {
        "full",
        "concise",
        "grouped",
        "narrated",
        "json",
        "json-lines",
        "sarif",
        "github",
        "gitlab",
        "rdjson",
        "junit",
        "checkstyle",
    }
    assert FORMATS.keys() >= WANTS_CLEAN
    assert FORMATS.keys() >= IN_UTF8
    assert IN_UTF8.isdisjoint({"full", "concise", "grouped", "narrated"})


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_of_nothing_only_formats_for_programs_speak(
    name: str, context: RenderContext
) -> None:
    silent = {"full", "concise", "grouped", "narrated", "github", "json-lines"}
    assert bool("".join(FORMATS[name]([], context))) is (name not in silent)


ACTS = "x\n::error::y\n##[error]z\x1b[31m\u202e\x9b"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_word_of_a_diagnostic_acts_on_who_reads_it(
    name: str, context: RenderContext
) -> None:
    """Words may come out of a cache that somebody else has written."""
    start, end = Position(0, 0, 0, 0), Position(1, 0, 1, 1)
    here = Range(start, end)
    fix = Fix(ACTS, Applicability.SAFE, (Edit(here, ACTS),))
    found = Diagnostic(
        here,
        Severity.ERROR,
        "CTC203",
        "invalid-enum-value",
        ACTS,
        path=ACTS,
        help=(ACTS,),
        notes=(ACTS,),
        related=(Label(here, ACTS),),
        fixes=(fix,),
    )
    report = FileReport(ACTS, "file:///x", Lines(ACTS), (found,), is_plain=True)

    output = "".join(FORMATS[name]([report], context))

    lines = output.splitlines()
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert commands == (lines if name == "github" else [])
    assert not re.search("##\\[|[\x1b\u202e\x9b]", output)


@pytest.mark.parametrize("name", sorted(IN_UTF8 - {"github", "html"}))
def test_reports_for_programs_fit_any_encoding(
    name: str, hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    assert "".join(FORMATS[name](hostile, context)).isascii()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_line_is_a_command_of_a_ci_runner(
    name: str, hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    output = "".join(FORMATS[name](hostile, context))
    own = ("::error file=", "::warning file=", "::notice file=")
    starts = [line.lstrip() for line in re.split(r"\r\n?|\n", output)]
    assert "##[" not in output
    assert [
        start
        for start in starts
        if start.startswith("::") and not (name == "github" and start.startswith(own))
    ] == []


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"html"}))
def test_nothing_in_a_report_acts_on_a_terminal(
    name: str, hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    output = "".join(FORMATS[name](hostile, context))
    assert (
        re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", output)
        == []
    )


def test_a_format_is_imported_when_it_has_something_to_say() -> None:
    command = [sys.executable, "-c", PROGRAM]
    output = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert output == "set() ([], set()) {'lsp_json'}\n"
