"""What a document is told by where its beginning is broken."""

from __future__ import annotations

import pytest

from ctct_lint import lint
from ctct_lint.profiles.ctct.recognition import is_of_constant_contact, tags_of
from ctct_lint.profiles.opening import opening_of

BROKEN = [
    '<?xml version="1.0">\n',
    '<?xml version="1.0" encoding="UTF-8"\n',
    '<?xml version="1.0" ? >\n',
    "<?php echo 1; >\n",
    "<? echo 1; \n",
    "<!-- a -- >\n",
    "<!-- a \n",
]
POM = '<project xmlns="http://maven.apache.org/POM/4.0.0"><name>a</name></project>'


@pytest.mark.parametrize("beginning", BROKEN)
def test_a_foreign_document_stays_one(beginning: str) -> None:
    assert not is_of_constant_contact(beginning + POM)
    assert opening_of(beginning + POM)[:2] == (
        "http://maven.apache.org/POM/4.0.0",
        "project",
    )
    codes = {found.code for found in lint(beginning + POM)}
    assert "CTC224" in codes
    assert "CTC220" not in codes


@pytest.mark.parametrize("beginning", BROKEN)
@pytest.mark.parametrize(
    "rest", ["<entry/>", "<Campaign/>", '<entri xmlns="http://www.w3.org/2005/Atom"/>']
)
def test_one_of_ours_stays_one(beginning: str, rest: str) -> None:
    assert is_of_constant_contact(beginning + rest)


PASSED_OVER = [
    ("<!-- <a> --><b/>", ["b"]),
    ("<!-- <a> <b/>", ["a", "b"]),
    ("<![CDATA[<a>]]><b/>", ["b"]),
    ("<![CDATA[ ]] ><b/>", ["b"]),
    ("<?p <a> ?><b/>", ["b"]),
    ('<?xml version="1.0"><b/><?p <a> ?>', ["b"]),
    ('<?xml version="1.0"?><b/>', ["b"]),
    ("<?xml-model <a> ?><b/>", ["b"]),
    ("<?p <a> > <?q <b/>", ["a", "b"]),
    ("<!--", []),
    ("<?xml ", []),
]


@pytest.mark.parametrize(("text", "names"), PASSED_OVER)
def test_tags_in_what_is_passed_over_are_none(text: str, names: list[str]) -> None:
    assert [tag.local for tag in tags_of(text)] == names


def test_models_are_read_behind_a_broken_declaration() -> None:
    text = '<?xml version="1.0">\n<?xml-model href="a.xsd"?><a/>'
    assert opening_of(text) == ("", "a", ("a.xsd",))


class Searched(str):
    """A text that counts how often something is looked for."""

    __slots__ = ("searches",)

    def find(self, *arguments: object) -> int:
        self.searches = getattr(self, "searches", 0) + 1
        return super().find(*arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("unit", ["<!--", "<?", "<![CDATA[", "<!-- >"])
def test_an_end_that_is_nowhere_is_looked_for_once(unit: str) -> None:
    text = Searched(unit * 100)
    list(tags_of(text))
    assert text.searches == 1


@pytest.mark.parametrize(
    ("beginning", "local"),
    [
        ("<!DOCTYPE b>", "b"),
        ('<!DOCTYPE b SYSTEM "b.dtd">', "b"),
        ('<!DOCTYPE b [<!ENTITY e "<a/>">]>', "b"),
        ("<!DOCTYPE b [<!-- <a> -->]>", "b"),
        ("<!DOCTYPE b [<!ELEMENT b ANY>\n", "b"),
        ('<!DOCTYPE b [<!ENTITY e "<a/>">\n', "a"),
    ],
)
def test_what_a_document_type_declares_is_no_root(beginning: str, local: str) -> None:
    assert opening_of(f"{beginning}<b/>").local == local


def test_document_types_without_an_end_are_passed_over_one_by_one() -> None:
    """Each is looked for an end once, and no further than the next sign of markup."""
    assert opening_of("<!DOCTYPE a[" * 50_000 + "<b/>").local == "b"
    assert opening_of("<!DOCTYPE a" * 50_000 + "<b/>").local == "b"
