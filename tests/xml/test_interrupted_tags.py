"""A tag in the midst of another one."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint import lint
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

HEAD, TAIL = "<entry><content><Campaign>", "</Campaign></content></entry>"
STRAY = [("stray-end-tag", "entry")]

# In a Campaign: what is written, the faults with what they point at, the mend.
INSIDE = [
    ("<Na</entry>me>x</Name>", STRAY, "<Name>x</Name>"),
    ("<</entry>Name>x</Name>", STRAY, "<Name>x</Name>"),
    ("<Name</entry>>x</Name>", STRAY, "<Name>x</Name>"),
    ("<Name</entry >/>", STRAY, "<Name/>"),
    ("<Name></Na</entry>me>", STRAY, "<Name></Name>"),
    ("<Name></</entry>Name>", STRAY, "<Name></Name>"),
    ("<Name><</entry>/Name>", STRAY, "<Name></Name>"),
    # Before, between and behind attributes, in their names, beside their signs.
    ("<Na</entry>me a='1'>x</Name>", STRAY, "<Name a='1'>x</Name>"),
    ("<Name</entry> a='&lt;'/>", STRAY, "<Name a='&lt;'/>"),
    ("<Name </entry>a='1' b='2'/>", STRAY, "<Name a='1' b='2'/>"),
    ("<Name ab</entry>c='1'/>", STRAY, "<Name abc='1'/>"),
    ("<Name a</entry>='1'/>", STRAY, "<Name a='1'/>"),
    ("<Name a=</entry>'1'/>", STRAY, "<Name a='1'/>"),
    ("<Name a='1'</entry> b='2'/>", STRAY, "<Name a='1' b='2'/>"),
    ("<Name a='1'</entry>/>", STRAY, "<Name a='1'/>"),
    ("<Name a='1'/</entry>>", STRAY, "<Name a='1'/>"),
    # Names that the format does not have, but that have their end.
    ("<Fo</entry>o>x</Foo>", STRAY, "<Foo>x</Foo>"),
    # One of the same name.
    (
        "<ContactLists</ContactLists>><ContactList/></ContactLists>",
        [("stray-end-tag", "ContactLists")],
        "<ContactLists><ContactList/></ContactLists>",
    ),
    (
        "<Name</Name>>x</Name>",
        [("stray-end-tag", "Name")],
        "<Name>x</Name>",
    ),
    # A start tag.
    ("<Na<b>me>x</Name>", [("malformed-attribute", "<b>")], "<Name>x</Name>"),
    ("<Na<Subject>me/>", [("malformed-attribute", "<Subject>")], "<Name/>"),
    # An end tag that is the outer one's, or another element's.
    ("<Name</Name>", [("unfinished-start-tag", "Name")], "<Name></Name>"),
    (
        "<Name>x</Name<Subject>y</Subject>",
        [("unfinished-end-tag", "Name")],
        "<Name>x</Name><Subject>y</Subject>",
    ),
    ("<Name>a<Subject>y</Subject>", [("unclosed-element", "Name")], None),
    ("<Name>1<</Name>", [("bare-less-than", "<")], "<Name>1</Name>"),
    ("<Name>1 <</b> x></Name>", None, None),
    ("<Name a='</entry>'/>", [("less-than-in-attribute", "<")], None),
    ("<Name a='1' a</entry>='2'/>", None, None),
    ("<Name <!-- c --> a='1'/>", None, None),
    ("<Na<Subject>me>x</Subject>", None, None),
    ("<Fo</entry>o>x", None, None),
]


@pytest.mark.parametrize(("written", "faults", "mended"), INSIDE)
def test_a_tag_inside_another(
    written: str,
    faults: list[tuple[str, str]] | None,
    mended: str | None,
    model: ContentModel,
) -> None:
    text = f"{HEAD}{written}{TAIL}"
    found = repair(text, model)

    assert faults is None or pointed_at(text, found.faults) == faults
    assert mended is None or found.text == f"{HEAD}{mended}{TAIL}"


def test_an_end_tag_is_told_where_it_stands() -> None:
    (found,) = lint(f"{HEAD}<Na</entry>me>x</Name>{TAIL}", select=["stray-end-tag"])

    assert found.message == "`</entry>` stands inside the tag of `Name`"
    assert found.help == ("remove it: the tag around it is whole then",)
    assert [fix.title for fix in found.fixes] == ["remove the end tag"]


def test_a_start_tag_is_told_where_it_stands() -> None:
    (found,) = lint(f"{HEAD}<Na<b>me>x</Name>{TAIL}", select=["malformed-attribute"])

    assert found.message == "`<b>` is no attribute"
