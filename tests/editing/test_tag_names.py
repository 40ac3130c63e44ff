"""The two names of an element: edited as one, and given another name."""

from __future__ import annotations

import pytest
from editing.marked import CTCT, cut

from ctct_lint.editing.outline import outline
from ctct_lint.editing.tag_names import linked_names, name_at, names_to_rename


@pytest.mark.parametrize(
    ("document", "names"),
    [
        ("<a><|b>1</b></a>", ["b", "b"]),
        ("<a><b|>1</b></a>", ["b", "b"]),
        ("<a><b>1</|b></a>", ["b", "b"]),
        ("<a><b>1</b|></a>", ["b", "b"]),
        ("<a><x:b| c='d'>1</x:b ></a>", ["x:b", "x:b"]),
        ("<|a><b>1</a>", ["a", "a"]),
        ("<a><b|</b></a>", ["b", "b"]),
        ("<a><b></b><b>1</b|></a>", ["b", "b"]),
        ("<a><|></></a>", ["", ""]),
        ("<a><></|></a>", ["", ""]),
        ("<a><> </|> </a>", ["", ""]),
    ],
)
def test_two_names_are_linked(document: str, names: list[str]) -> None:
    text, offset = cut(document)
    found = linked_names(text, offset, CTCT)
    assert found is not None
    assert [text[slice(*span)] for span in found] == names
    assert any(span.holds(offset) for span in found)


@pytest.mark.parametrize(
    "document",
    [
        "<a|/>",
        "<a |></a>",
        "<a>|b</a>",
        "<a><b|></a>",
        "<a><bc|></b></a>",
        "<a b|='c'></a>",
        "|",
        "<|",
        "<|>",
        "</|>",
        "<a><|></a>",
        "<a></|></a>",
        "<a><|><b></></b></a>",
        "<!-- <a|></a> -->",
    ],
)
def test_what_has_not_two_same_names_is_not_linked(document: str) -> None:
    assert linked_names(*cut(document), CTCT) is None


@pytest.mark.parametrize(
    ("document", "at", "expected"),
    [
        ("<a><|b>1</b></a>", "b", "<a><new>1</new></a>"),
        ("<a><b>1</b|></a>", "b", "<a><new>1</new></a>"),
        ("<a><b|/></a>", "b", "<a><new/></a>"),
        ("<a><bc|>1</b></a>", "bc", "<a><new>1</new></a>"),
        ("<a><b|>1</a>", "b", "<a><new>1</a>"),
        ("<a|", "a", "<new"),
    ],
)
def test_an_element_is_renamed_at_both_ends(
    document: str, at: str, expected: str
) -> None:
    text, offset = cut(document)
    found = outline(text, CTCT)
    name = name_at(found, offset)
    assert name is not None
    assert text[slice(*name)] == at
    for span in reversed(names_to_rename(found, offset, "new")):
        text = f"{text[: span.start]}new{text[span.end :]}"
    assert text == expected


@pytest.mark.parametrize("document", ["|", "<a>|1</a>", "<a b|='c'/>", "|<a/>"])
def test_nothing_else_is_renamed(document: str) -> None:
    text, offset = cut(document)
    found = outline(text, CTCT)
    assert name_at(found, offset) is None
    assert names_to_rename(found, offset, "new") == []


@pytest.mark.parametrize("name", ["", "1a", "a b", "a<", "a:b:c", ":a"])
def test_a_new_name_has_to_be_one(name: str) -> None:
    with pytest.raises(ValueError, match="is no name of an element"):
        names_to_rename(outline("<a/>", CTCT), 1, name)
