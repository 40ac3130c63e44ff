from __future__ import annotations

from typing import TYPE_CHECKING

from junitparser import Error, JUnitXml, TestCase, TestSuite  # type: ignore[import-untyped]
from junitparser import Failure as Failed

from ctct_lint.model.diagnostic import Diagnostic, Severity
from ctct_lint.output.context import Failure
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.report import FileReport, Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.model.diagnostic import Range
    from ctct_lint.output.context import RenderContext

    At = Callable[..., Range]

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ctct-lint">\n'


def written(context: RenderContext, *reports: FileReport) -> str:
    return "".join(FORMATS["junit"](reports, context))


def suites(context: RenderContext, *reports: FileReport) -> list[TestSuite]:
    return list(JUnitXml.fromstring(written(context, *reports).encode("ascii")))


def test_a_file_is_a_suite_and_a_diagnostic_a_case(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    path = r"x/a\n,b:%.xml"
    inert = (
        r"`::error::x\r\n\x23#[e]]]&gt;\x1b[31m\x00\u202e\ufffe\udc80"
        '&lt;b&gt;&amp;"100%, [l](u){0}`'
    )
    place = f'classname="{path}" file="{path}"'
    assert written(context, *hostile) == (
        f"{HEAD}"
        f'  <testsuite name="{path}" tests="3" failures="2" errors="0" skipped="0">\n'
        f'    <testcase name="CTC203 bad-b at 2:5" {place} line="2">\n'
        f"      <failure message='{inert} is wrong' type=\"error\">"
        f"{path}:2:5: error[CTC203] {inert} is wrong\n"
        "help: write `c`\n"
        f"note: not {inert}</failure>\n"
        "    </testcase>\n"
        f'    <testcase name="CTC110 bad-text at 2:11" {place} line="2">\n'
        '      <failure message="m" type="warning">'
        f"{path}:2:11: warning[CTC110] m</failure>\n"
        "    </testcase>\n"
        f'    <testcase name="CTC901 odd at 5:1" {place} line="5">\n'
        f"      <system-out>{path}:5:1: info[CTC901] n</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="clean.xml" tests="1" failures="0" errors="0" skipped="0">\n'
        '    <testcase name="nothing found" classname="clean.xml" file="clean.xml"/>\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_a_parser_reads_back_what_was_written(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    bad, clean = suites(context, *hostile)
    counts = [(s.tests, s.failures, s.errors, s.skipped) for s in (bad, clean)]
    assert counts == [(3, 2, 0, 0), (1, 0, 0, 0)]
    failed, warned, noted = bad
    (result,) = failed.result
    assert isinstance(result, Failed)
    assert result.message == (
        r"`::error::x\r\n\x23#[e]]]>\x1b[31m\x00\u202e\ufffe\udc80"
        '<b>&"100%, [l](u){0}` is wrong'
    )
    assert [each.type for each in warned.result] == ["warning"]
    assert noted.is_passed
    assert noted.system_out == "x/a\\n,b:%.xml:5:1: info[CTC901] n"
    assert [case.is_passed for case in clean] == [True]


def test_names_of_cases_are_unique(at: At, context: RenderContext) -> None:
    found = Diagnostic(at("b", "b"), Severity.ERROR, "CTC203", "bad-b", "m")
    report = FileReport("a", "file:///w/a", Lines("b"), (found,) * 3)
    (suite,) = suites(context, report)
    assert [case.name for case in suite] == [
        "CTC203 bad-b at 1:1",
        "CTC203 bad-b at 1:1 (2)",
        "CTC203 bad-b at 1:1 (3)",
    ]


def test_a_fault_of_the_linter_is_an_error(at: At, context: RenderContext) -> None:
    found = Diagnostic(at("b", "b"), Severity.ERROR, "CTC902", "internal-error", "m")
    report = FileReport("a", "file:///w/a", Lines("b"), (found,))
    (suite,) = suites(context, report)
    (case,) = suite
    assert (suite.failures, suite.errors) == (0, 1)
    assert [type(each) for each in case.result] == [Error]


def test_what_could_not_be_read_is_an_error(context: RenderContext) -> None:
    failures = [Failure("gone\n.xml", "no such file & so on")]
    (suite,) = suites(context._replace(failures=lambda: failures))
    (case,) = suite
    assert (suite.name, suite.tests, suite.errors) == ("gone\\n.xml", 1, 1)
    assert isinstance(case, TestCase)
    assert case.name == "cannot be checked"
    assert [(type(r), r.message) for r in case.result] == [
        (Error, "no such file & so on")
    ]


def test_no_file_is_a_document_without_suites(context: RenderContext) -> None:
    assert written(context) == f"{HEAD}</testsuites>\n"
