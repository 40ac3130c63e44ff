"""Where in a row of children something is missing, and the fix that puts it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from ctct_lint import Diagnostic, lint
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import after, before, name_of
from ctct_lint.rules.base import Finding, Proposal, guess
from ctct_lint.rules.context import Context
from ctct_lint.rules.registry import rule_named
from ctct_lint.rules.vocabulary import Vocabulary
from ctct_lint.schema.explain.child_faults import without_missing

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:sequence maxOccurs="unbounded">
    <xs:element name="k"/><xs:element name="v"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="dict"><xs:complexType><xs:sequence maxOccurs="unbounded">
    <xs:element name="key"/>
    <xs:choice><xs:element name="string"/><xs:element name="real"/></xs:choice>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="twice"><xs:complexType><xs:sequence>
    <xs:element name="b" minOccurs="3" maxOccurs="3"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="told"><xs:complexType><xs:sequence maxOccurs="unbounded">
    <xs:element name="k"/>
    <xs:element name="v"><xs:annotation>
      <xs:documentation>What it is.</xs:documentation></xs:annotation></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
PAIR, ONE = "\n<k/><v/>", "\n<k/>"


def found(tmp_path: Path, document: str) -> Diagnostic:
    (tmp_path / "s.xsd").write_text(SCHEMA)
    (diagnostic,) = lint(document, schema=tmp_path / "s.xsd")
    assert (diagnostic.code, diagnostic.range.start.line) == ("CTC207", 0)
    return diagnostic


def places(diagnostic: Diagnostic) -> list[tuple[int, int, str]]:
    """Return line, column and label of each related place."""
    starts = ((one.range.start, one.message) for one in diagnostic.related)
    return [(start.line, start.character, text) for start, text in starts]


@pytest.mark.parametrize(
    ("document", "told", "help_"),
    [
        (
            f"<r>{PAIR}{ONE}{PAIR}</r>",
            [(2, 1, "`v` is missing after this")],
            "add `<v>` where none follows `k`",
        ),
        (
            f"<r>{PAIR * 50}{ONE}{PAIR * 200}{ONE}{PAIR * 10}</r>",
            [(n, 1, "`v` is missing after this") for n in (51, 252)],
            "add `<v>` 2 times where none follows `k`",
        ),
        (
            f"<r>\n<v/>{PAIR}</r>",
            [(1, 1, "`k` is missing before this")],
            "add `<k>` where none precedes `v`",
        ),
        (
            "<r>\n<v/>\n<k/><v/>\n<v/></r>",
            [
                (1, 1, "`k` is missing before this"),
                (2, 5, "`k` is missing after this"),
            ],
            # It is not in one way that they lack.
            "add `<k>` 2 times",
        ),
        (
            "<dict>\n<key/>\n<key/><real/></dict>",
            [(1, 1, "`string` or `real` is missing after this")],
            "add `<string>` or add `<real>` where none follows `key`",
        ),
        # Of one kind there are not enough.
        (
            "<twice>\n<b/></twice>",
            [(1, 1, "`b` (2) are missing after this")],
            "add `<b>` 2 times",
        ),
        (
            "<told>\n<k/><v/><k/></told>",
            [(1, 9, "`v` is missing after this")],
            "add `<v>` where none follows `k`: what it is",
        ),
        # Who has nothing of it, or nothing at all, sees where it lacks.
        ("<r>\n<k/></r>", [], "add `<v>`"),
        ("<r></r>", [], "add `<k>` + add `<v>`"),
    ],
)
def test_it_is_told_beside_what_something_is_missing(
    tmp_path: Path, document: str, told: list[tuple[int, int, str]], help_: str
) -> None:
    diagnostic = found(tmp_path, document)
    assert (places(diagnostic), " + ".join(diagnostic.help)) == (told, help_)


def test_of_many_places_a_few_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    diagnostic = found(tmp_path, f"<r>{PAIR}{ONE * 1200}</r>")
    label = "`v` is missing after this"
    assert diagnostic.message == "`r` lacks 1,200 more required elements `v`"
    assert places(diagnostic) == [
        (2, 1, label),
        (3, 1, label),
        (4, 1, label),
        (5, 1, f"{label}, and 1,196 more further on"),
    ]


@pytest.mark.parametrize(
    ("inside", "code", "message"),
    [
        # The stranger is one of two, and which of them is not asked.
        ("<k/><s>1</s><k/><k/><v/>", "CTC201", "`s` is not a known element of `r`"),
        # It is in another element.
        (
            "<k/><row><v/><k/></row><k/><v/>",
            "CTC206",
            "`v` must stand directly in `r`, with no `row` round it",
        ),
    ],
)
def test_where_other_faults_hide_the_places_the_parent_is_told_alone(
    tmp_path: Path, inside: str, code: str, message: str
) -> None:
    (tmp_path / "s.xsd").write_text(SCHEMA)
    told = lint(f"<r>{inside}</r>", schema=tmp_path / "s.xsd")
    said = [(one.code, one.message, one.related) for one in told]
    assert said == [
        ("CTC207", "`r` lacks another required element `v`", ()),
        (code, message, ()),
    ]


class _Zeros(Vocabulary):
    """One whose `v` may be 0, and whose `k` is not to be guessed."""

    def value_for(self, parent: _Element, name: str) -> str:
        del parent
        return "0" if name == "v" else ""


ROW = etree.fromstring("<r>\n  <k/>\n    <v/>\n  <k/>\n  <k/>\n</r>")
FIRST, VALUE, SECOND, THIRD = ROW


def lacking(*related: tuple[_Element, str]) -> Fault:
    names = [name for _, text in related for name in text.split()[1:]]
    told = tuple((name_of(child), text) for child, text in related)
    at = name_of(ROW)
    return Fault("missing-element", at, "", "r", tuple(names), related=told)


def fixes(fault: Fault, *, counts: bool = False) -> tuple[Proposal, ...]:
    context = Context(vocabulary=_Zeros(), counts=counts)
    (finding,) = rule_named("missing-element").check(fault, context)
    assert isinstance(finding, Finding)
    return finding.fixes


def test_several_beside_one_are_told_together() -> None:
    fault = lacking((FIRST, "before v k"), (THIRD, "after v"))
    (finding,) = rule_named("missing-element").check(fault, Context())
    assert isinstance(finding, Finding)
    assert finding.related == (
        (name_of(FIRST), "`v` and `k` are missing before this"),
        (name_of(THIRD), "`v` is missing after this"),
    )


@pytest.mark.parametrize(
    ("fault", "fix"),
    [
        # It is indented as its likes are.
        (
            lacking((SECOND, "after v")),
            guess("insert `<v>0</v>`", (after(SECOND), "\n    <v>0</v>")),
        ),
        (
            lacking((SECOND, "after v"), (THIRD, "after v")),
            guess(
                "insert all 2 elements",
                (after(SECOND), "\n    <v>0</v>"),
                (after(THIRD), "\n    <v>0</v>"),
            ),
        ),
        (
            lacking((FIRST, "before v k"), (THIRD, "after v")),
            guess(
                "insert 2 of the 3 elements",
                (before(FIRST), "<v>0</v>\n  "),
                (after(THIRD), "\n    <v>0</v>"),
            ),
        ),
        (lacking((SECOND, "after k")), None),
        (lacking((SECOND, "after v|k")), None),
    ],
)
def test_the_fix_inserts_it_where_it_is_missing(
    fault: Fault, fix: Proposal | None
) -> None:
    assert fixes(fault) == (() if fix is None else (fix,))
    assert fixes(fault, counts=True) == ()


def test_without_likes_it_is_indented_as_what_is_before_it() -> None:
    row = etree.fromstring("<r>\n <k/>\n <k/>\n</r>")
    related = tuple((name_of(child), "after v") for child in row)
    fault = Fault("missing-element", name_of(row), "", "r", ("v", "v"), related=related)
    (fix,) = fixes(fault)
    assert [new for _, new in fix.edits] == ["\n <v>0</v>"] * 2


def test_where_some_of_it_stands_elsewhere_the_places_are_not_told() -> None:
    fault = lacking((SECOND, "after v"), (THIRD, "after w"))
    assert without_missing(fault, {"z"}) == fault
    assert without_missing(fault, {"w"}) == fault._replace(expected=("v",), related=())
    assert without_missing(fault, {"v", "w"}) is None
