"""Documents in a literal of which the quotes are doubled: one fault for all of them."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint import lint
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

PLAIN = '<?xml version="1.0"?>\n<a b="c" d=\'e\'>f <g h="i &amp; j"/></a>'
DOUBLED = PLAIN.replace('"', '""')
FAULT = [("escaped-document", '""')]

# What is written, the faults with what they point at, the mend.
LITERALS = [
    (DOUBLED, FAULT, PLAIN),
    (f"\n{DOUBLED}\n", [("misplaced-xml-declaration", "<?xml")], None),
    (f'string s = @"{DOUBLED}";\n', FAULT, PLAIN),
    (f'1,"{DOUBLED}",2', FAULT, PLAIN),
    (
        "<a b=''c'' d=''e''>it</a>",
        [("escaped-document", "''")],
        "<a b='c' d='e'>it</a>",
    ),
    (
        "values ('<a b=''c'' d=''e''>it''s</a>')",
        [("escaped-document", "''")],
        "<a b='c' d='e'>it's</a>",
    ),
    ('<a b=""c"" d=""e"" f="""">""</a>', FAULT, '<a b="c" d="e" f="">"</a>'),
    (
        's = "<a b=""c"">" & _\n    "<d e=""f""/>" & _\n    "</a>"',
        [("prefixed-lines", 's = "')],
        '<a b="c">\n<d e="f"/>\n</a>',
    ),
    # One tag alone, or other quotes than those: each is a fault of its own.
    ('<a b=""c""/>', [("malformed-attribute", 'b=""c""')], '<a b="c"/>'),
    (
        '<a b=""c"" d=""e"" f="g"/>',
        [("malformed-attribute", 'b=""c""'), ("malformed-attribute", 'd=""e""')],
        '<a b="c" d="e" f="g"/>',
    ),
    # Empty values.
    (
        '<a b="" c="" d="">&</a>',
        [("bare-ampersand", "&")],
        '<a b="" c="" d="">&amp;</a>',
    ),
]


@pytest.mark.parametrize(("text", "faults", "mended"), LITERALS)
def test_literal(
    model: ContentModel, text: str, faults: list[tuple[str, str]], mended: str | None
) -> None:
    result = repair(text, model)

    if mended is not None:
        assert pointed_at(text, result.faults) == faults
        assert result.text == mended
    else:
        assert pointed_at(text, result.faults) == [*faults, *FAULT]


@pytest.mark.parametrize(
    "text",
    [
        f'"{DOUBLED}',
        f'{DOUBLED}"',
        f'"{DOUBLED}"<b/>',
        f'x "y" {DOUBLED}',
    ],
)
def test_quotes_that_are_not_closed_are_no_literal(
    model: ContentModel, text: str
) -> None:
    kinds = {fault.kind for fault in repair(text, model).faults}

    assert "escaped-document" not in kinds


@pytest.mark.parametrize(
    ("text", "title", "how"),
    [
        (DOUBLED, "undouble the quotes", "safe"),
        (
            f'@"{DOUBLED}"',
            "remove the code round the document, and undouble its quotes",
            "unsafe",
        ),
    ],
)
def test_doubled_quotes_are_named(text: str, title: str, how: str) -> None:
    (found,) = lint(text, select=["escaped-document"])

    assert found.message == 'the quotes are doubled, `""`, as in a literal'
    assert found.help == ("send the string that the literal stands for",)
    assert [(f.title, f.applicability.value) for f in found.fixes] == [(title, how)]
