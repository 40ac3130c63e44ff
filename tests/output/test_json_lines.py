from __future__ import annotations

import json

from ctct_lint.output.context import RenderContext
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.lsp_json import lsp_diagnostic
from ctct_lint.output.report import FileReport


def test_a_line_is_an_lsp_diagnostic_and_its_file(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    report = hostile[0]
    (chunk,) = FORMATS["json-lines"](hostile, context)
    assert chunk.isascii()
    assert "##" not in chunk
    assert [json.loads(line) for line in chunk.splitlines()] == [
        {
            "file": "x/a\n,b:%.xml",
            "uri": report.uri,
            **lsp_diagnostic(each, report.uri),
        }
        for each in report.diagnostics
    ]


def test_the_file_comes_first(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    output = "".join(FORMATS["json-lines"](hostile, context))
    assert all(
        line.startswith(
            '{"file":"x/a\\n,b:%.xml","uri":"file:///w/x/a%0A%2Cb%3A%25.xml"'
        )
        for line in output.splitlines()
    )


def test_clean_files_have_no_line(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    assert list(FORMATS["json-lines"](hostile[1:], context)) == []
