from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from ctct_lint.model.diagnostic import Diagnostic, Severity
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.report import FileReport, Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.model.diagnostic import Range
    from ctct_lint.output.context import RenderContext

    At = Callable[..., Range]

INERT = (
    r"`::error::x\r\n\x23#[e]]]>\x1b[31m\x00\u202e\ufffe\udc80"
    '<b>&"100%, [l](u){0}` is wrong'
)


def written(context: RenderContext, *reports: FileReport) -> str:
    return "".join(FORMATS["checkstyle"](reports, context))


def test_a_file_is_an_element_and_holds_its_errors(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    assert written(context, *hostile) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<checkstyle version="4.3">\n'
        r'  <file name="x/a\n,b:%.xml">'
        "\n"
        '    <error line="2" column="5" severity="error" message=\''
        r"`::error::x\r\n\x23#[e]]]&gt;\x1b[31m\x00\u202e\ufffe\udc80"
        '&lt;b&gt;&amp;"100%, [l](u){0}` is wrong\' source="ctct-lint.CTC203"/>\n'
        '    <error line="2" column="11" severity="warning" message="m"'
        ' source="ctct-lint.CTC110"/>\n'
        '    <error line="5" column="1" severity="info" message="n"'
        ' source="ctct-lint.CTC901"/>\n'
        "  </file>\n"
        "</checkstyle>\n"
    )


def test_a_parser_reads_back_what_was_written(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    root = etree.fromstring(written(context, *hostile).encode("ascii"))
    assert root.tag == "checkstyle"
    assert [dict(file.attrib) for file in root] == [{"name": "x/a\\n,b:%.xml"}]
    assert [error.attrib["message"] for error in root[0]] == [INERT, "m", "n"]


@pytest.mark.parametrize(
    ("severity", "word"),
    [
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
        (Severity.INFORMATION, "info"),
        (Severity.HINT, "info"),
    ],
)
def test_severities(
    at: At, context: RenderContext, severity: Severity, word: str
) -> None:
    found = Diagnostic(at("b", "b"), severity, "CTC203", "bad-b", "日本\U0001f389")
    report = FileReport("/w/é.xml", "file:///w/%C3%A9.xml", Lines("b"), (found,))
    output = written(context, report)
    (error,) = etree.fromstring(output.encode("ascii"))[0]
    assert error.attrib["severity"] == word
    assert error.attrib["message"] == "日本\U0001f389"


def test_nothing_found_is_a_document_without_files(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    empty = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<checkstyle version="4.3">\n</checkstyle>\n'
    )
    assert written(context) == written(context, *hostile[1:]) == empty
