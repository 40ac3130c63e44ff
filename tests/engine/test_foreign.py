"""Documents of other vocabularies: well-formed or not, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from linting import lint_bytes
from systems import posix

from ctct_lint import lint
from ctct_lint.config import Settings
from ctct_lint.model.severity import Applicability, Severity

SEARCHED = Settings(searched=True)
UNKNOWN = "CTC224"

WELL_FORMED = (
    "<shop/>",
    '<?xml version="1.0" encoding="ISO-8859-1"?><shop>\xe9</shop>',
    '<!DOCTYPE shop PUBLIC "-//X//Y" "http://localhost/x.dtd"><shop>a&nbsp;b</shop>',
    '<!DOCTYPE shop [<!ENTITY a "x">]><shop b="&a;">&a;</shop>',
    '<!DOCTYPE shop [<!ENTITY a SYSTEM "file:///dev/zero">]><shop>&a;</shop>',
    '<!DOCTYPE shop [<!ENTITY % a SYSTEM "http://localhost/x">%a;]><shop/>',
    "<shop><?php echo 1 ?></shop>",
    '<?xml-stylesheet href="x"?><shop/>',
    '<shop xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="x"/></shop>',
    "<shop>\xc3\xa9 was encoded twice</shop>",
    "<Email><Name/><Status>Oven</Status></Email>",
)


@pytest.mark.parametrize("text", WELL_FORMED)
def test_well_formed_document_gets_one_information(text: str) -> None:
    data = text.encode("iso-8859-1" if "8859" in text else "utf-8")
    (found,) = lint(data)

    assert (found.code, found.severity) == ("CTC224", Severity.INFORMATION)
    assert found.fixes == ()
    outcome = lint_bytes(data, SEARCHED)
    assert (outcome.diagnostics, outcome.is_foreign) == ((), True)


BROKEN = (
    ("<shop>a & b</shop>", ["CTC107"]),
    ("<shop><a>b</shop>", ["CTC102"]),
    ("<shop><a>b</b></a></shop>", ["CTC103"]),
    ("<shop><artId>b</artid></shop>", ["CTC101"]),
    ("<shop a=1/>", ["CTC111"]),
    ("<shop a='1' a='2'/>", ["CTC118"]),
    ("<shop><a>Rye", ["CTC104"]),
    ("<shop>&nbsp;</shop>", ["CTC108"]),
    ("<!DOCTYPE shop><shop>&nbsp; & </shop>", ["CTC108", "CTC107"]),
    ('<!DOCTYPE shop SYSTEM "x"><shop>&nbsp; & </shop>', ["CTC107"]),
    ('<!DOCTYPE shop [<!ENTITY a "x">]><shop>&a; & &b;</shop>', ["CTC107", "CTC108"]),
    ('<!DOCTYPE s [<!ENTITY % p SYSTEM "x">%p;]><s>& &b;</s>', ["CTC107"]),
    ("<!DOCTYPE shop [<!ENTITY a>]><shop/>", ["CTC199"]),
    ("<!DOCTYPE shop <shop/>", ["CTC199"]),
    ("<shop><!DOCTYPE shop></shop>", ["CTC132"]),
    ("<shop/><shop/>", ["CTC127"]),
    ("<shop><a:b/></shop>", ["CTC131"]),
    ('<?xml version="1.0" encoding="UTF-8"?><shop>\xff</shop>', ["CTC002"]),
    ("\ufeff\ufeff<shop/>", ["CTC128"]),
)


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_document_that_is_not_well_formed_gets_that_as_well(
    text: str, expected: list[str]
) -> None:
    data = text.encode("latin-1" if "\xff" in text else "utf-8")
    searched = [d.code for d in lint_bytes(data, SEARCHED).diagnostics]

    assert searched == expected
    assert sorted(d.code for d in lint(data)) == sorted([*expected, "CTC224"])


def test_document_without_an_element_is_of_no_vocabulary() -> None:
    assert [d.code for d in lint(b"Bulbs")] == ["CTC130"]


def test_operation_says_that_it_is_one_of_ours() -> None:
    (found,) = lint(b"<shop/>", operation="create")

    assert (found.code, found.severity) == ("CTC220", Severity.ERROR)


def test_information_can_be_ignored_and_suppressed() -> None:
    assert lint(b"<shop/>", ignore=["CTC224"]) == []
    assert lint(b"<shop><!-- ctct-lint: ignore-file[CTC224] --></shop>") == []
    (unused,) = lint_bytes(
        b"<shop><!-- ctct-lint: ignore-file[CTC107] --></shop>", SEARCHED
    ).diagnostics
    assert unused.code == "CTC903"


@posix
def test_no_file_is_opened_for_an_entity(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("<x>")
    path = f"file://{tmp_path}/secret"
    data = f'<!DOCTYPE a [<!ENTITY % p SYSTEM "{path}">%p;]><a/>'.encode()

    assert lint_bytes(data, SEARCHED).diagnostics == ()


def test_misspelt_prefix_is_the_declared_one() -> None:
    text = (
        '<m xmlns:android="urn:a" xmlns:x="urn:x"><a andriod:b="" andriod:c="">'
        "<andriod:d></andriod:d></a></m>"
    )
    (found,) = lint_bytes(text.encode(), SEARCHED).diagnostics
    (fix,) = found.fixes

    assert found.message == "no `xmlns` declares the prefix of `andriod:b`"
    assert found.help == ("did you mean `android`?",)
    assert (fix.title, fix.applicability) == ("write `android`", Applicability.SAFE)
    for edit in reversed(fix.edits):
        start, end = (p.offset for p in edit.range)
        assert (text[start:end], edit.new_text) == ("andriod", "android")
        text = text[:start] + edit.new_text + text[end:]
    assert "andriod" not in text
    assert lint_bytes(text.encode(), SEARCHED).diagnostics == ()


@pytest.mark.parametrize(
    ("declared", "used", "meant", "is_safe"),
    [
        (["android"], "Android", "android", True),
        (["android"], "androd", "android", True),
        (["android"], "androids", "android", True),
        (["android"], "androit", "android", False),
        (["soapenv"], "soapenc", "soapenv", False),
        (["android"], "java", "", False),
        (["xsd", "xsi"], "xsl", "", False),
        (["mail1", "mail2"], "mail", "", False),
    ],
)
def test_prefix_is_another_one_only_if_one_is_a_slip_away(
    declared: list[str], used: str, meant: str, is_safe: bool
) -> None:
    declarations = " ".join(f'xmlns:{prefix}="urn:{prefix}"' for prefix in declared)
    (found,) = lint_bytes(
        f"<m {declarations}><{used}:a/></m>".encode(), SEARCHED
    ).diagnostics
    titles = [fix.title for fix in found.fixes]

    # Nobody knows what namespace another one stands for, so none is made up.
    assert titles == ([f"write `{meant}`"] if meant else [])
    assert (
        any(fix.applicability is Applicability.SAFE for fix in found.fixes) is is_safe
    )


@pytest.mark.parametrize(
    "text",
    [
        '<m xmlns:mails="urn:a"><mail:a/><b xmlns:mail="urn:b"/></m>',
        # Everybody knows what it stands for.
        '<m xmlns:atoms="urn:atoms"><atom:a/></m>',
    ],
)
def test_prefix_that_is_declared_elsewhere_is_no_slip(text: str) -> None:
    (found,) = lint_bytes(text.encode(), SEARCHED).diagnostics

    assert [fix.title for fix in found.fixes] == ["declare the prefix"]


def test_other_version_of_xml_is_told_of_any_document() -> None:
    found = lint('<?xml version="1.1"?><shop/>')

    assert [d.code for d in found] == ["CTC140", UNKNOWN]


def test_document_type_behind_a_wrong_declaration_is_right() -> None:
    text = '<?xml version="1.0">\n<!-- a -->\n<!DOCTYPE shop SYSTEM "x.dtd">\n<shop/>'

    assert [(d.code, d.range.start.line) for d in lint(text)] == [
        ("CTC126", 0),
        (UNKNOWN, 3),
    ]


def test_document_type_behind_the_root_is_wrong_whatever_is_declared() -> None:
    text = '<?xml version="1.0">\n<shop/>\n<!DOCTYPE shop>'

    assert [d.code for d in lint(text)] == ["CTC126", UNKNOWN, "CTC132"]
