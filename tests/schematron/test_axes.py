"""Nodes of every kind have the axes and the languages that they have for Saxon."""

from __future__ import annotations

from pathlib import Path

import pytest
from rulebook import Rulebook

DOCUMENT = (
    '<!--c--><a xml:lang="en-GB" n="1"><b xml:lang="de">x</b><?p?><b n="2">y</b></a>'
)


def valued(
    folder: Path, context: str, expression: str, binding: str = "xslt2"
) -> list[str]:
    report = f'<report test="true()">[<value-of select="{expression}"/>]</report>'
    ns = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
    rule = f'<rule context="{context}">{report}</rule>'
    book = Rulebook(folder).write(f"{ns}<pattern>{rule}</pattern>", binding)
    return book.messages(DOCUMENT)


@pytest.mark.parametrize("binding", ["xslt", "xslt2"])
@pytest.mark.parametrize(
    ("context", "expression", "values"),
    [
        ("@n", "@n", ["", ""]),
        ("@n", "count(@*)", ["0", "0"]),
        ("@n", "not(attribute::n)", ["true", "true"]),
        ("@n", "../@n", ["1", "2"]),
        ("/", "count(@*)", ["0"]),
        ("a", "lang('en')", ["true"]),
        ("b", "lang('DE')", ["true", "false"]),
        ("b", "lang('en-gb')", ["false", "true"]),
        ("b", "lang('e')", ["false", "false"]),
        ("text()", "lang('en')", ["false", "true"]),
        ("processing-instruction()", "lang('en')", ["true"]),
        ("@n", "lang('en')", ["true", "true"]),
        ("/", "lang('en')", ["false"]),
        ("comment()", "lang('en')", ["false"]),
    ],
)
def test_axes_and_languages(
    tmp_path: Path, context: str, expression: str, values: list[str], binding: str
) -> None:
    found = valued(tmp_path, context, expression, binding)

    assert found == [f"[{value}]" for value in values]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("lang('de', b[1])", "true"),
        ("lang('de', b[2]/text())", "false"),
        ("lang((), b[1])", "false"),
        ("format-date(xs:date('2024-02-01'), '[D01].[M01].[Y]')", "01.02.2024"),
        ("empty(format-date(b/xs:date(@d), '[Y]'))", "true"),
    ],
)
def test_languages_and_dates_of_xpath_2(
    tmp_path: Path, expression: str, value: str
) -> None:
    assert valued(tmp_path, "a", expression) == [f"[{value}]"]


def test_dates_are_written_in_xpath_3(tmp_path: Path) -> None:
    date = "format-date(xs:date('2024-02-01'), '[Y]')"
    expression = f"({date}, empty(format-time((), '[H]')))"

    assert valued(tmp_path, "a", expression, "xslt3") == ["[2024 true]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [("sum(b)", "NaN"), ("sum(b/@n)", "2"), ("sum(c) = 0", "true"), ("sum(@n)", "1")],
)
def test_sums_of_xpath_1_are_numbers(
    tmp_path: Path, expression: str, value: str
) -> None:
    assert valued(tmp_path, "a", expression, "xslt") == [f"[{value}]"]


@pytest.mark.parametrize(
    ("context", "names"),
    [
        ("document-node()", [""]),
        ("document-node()/a", ["a"]),
        ("document-node()/a/@n | document-node()", ["", "n"]),
        ("@xml:lang", ["xml:lang", "xml:lang"]),
    ],
)
def test_documents_and_attributes_of_xml_are_contexts(
    tmp_path: Path, context: str, names: list[str]
) -> None:
    book = Rulebook(tmp_path).rules(
        f'<rule context="{context}"><report test="true()">[<name/>]</report></rule>'
    )

    assert book.messages(DOCUMENT) == [f"[{name}]" for name in names]


def test_a_pattern_without_a_value_at_a_node_does_not_match_it(tmp_path: Path) -> None:
    book = Rulebook(tmp_path).rules(
        '<rule context="b[. = 1]"><report test="true()">one</report></rule>'
        '<rule context="b"><report test="true()">[<value-of select="."/>]</report>'
        "</rule>"
    )

    assert book.messages("<a><b/><b>1</b><b>x</b></a>") == ["[]", "one", "[x]"]
