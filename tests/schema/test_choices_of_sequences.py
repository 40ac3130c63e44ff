"""Choices of branches that are sequences, or repeat: what lacks, and what excludes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import Diagnostic, lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="pairs"><xs:complexType><xs:choice maxOccurs="unbounded">
    <xs:sequence><xs:element name="key"/><xs:element name="value"/></xs:sequence>
    <xs:sequence><xs:element name="from"/><xs:element name="to"/></xs:sequence>
  </xs:choice></xs:complexType></xs:element>
  <xs:element name="kinds"><xs:complexType><xs:choice>
    <xs:element name="apple" maxOccurs="unbounded"/>
    <xs:element name="pear" maxOccurs="unbounded"/>
    <xs:element name="plum" maxOccurs="unbounded"/>
  </xs:choice></xs:complexType></xs:element>
</xs:schema>"""


def found(tmp_path: Path, document: str) -> list[Diagnostic]:
    (tmp_path / "s.xsd").write_text(SCHEMA)
    return list(lint(document, schema=tmp_path / "s.xsd"))


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        # Only the branch that `to` ends can be meant before it.
        ("<to/>", "`pairs` lacks the required element `from`"),
        (
            "<key/><to/>",
            "`pairs` lacks the required elements `value` and `from`",
        ),
        ("<key/>", "`pairs` lacks the required element `value`"),
        ("", "`pairs` lacks the required elements `key` or `from` and `value`"),
        ("<key/><key/>", "`pairs` lacks 2 required elements `value`"),
        ("<key/><value/><key/>", "`pairs` lacks another required element `value`"),
        (
            "<key/><value/><key/><key/>",
            "`pairs` lacks 2 more required elements `value`",
        ),
    ],
)
def test_what_lacks_is_what_fits_before_the_next_child(
    tmp_path: Path, inside: str, message: str
) -> None:
    assert [one.message for one in found(tmp_path, f"<pairs>{inside}</pairs>")] == [
        message
    ]


def test_what_fits_is_found_again_once_it_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctct_lint.schema.content.automaton._MOST_BETWEEN", 1)
    inside = "<key/><to/><to/><key/><to/>"

    assert [one.message for one in found(tmp_path, f"<pairs>{inside}</pairs>")] == [
        "`pairs` lacks the required elements `value` (2) and `from` (3)"
    ]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("apple pear apple pear", [("apple", "pear", 1)]),
        ("apple pear pear apple pear", [("pear", "apple", 1)]),
        ("apple plum pear apple plum apple", [("apple", "plum", 2)]),
    ],
)
def test_all_that_one_branch_excludes_is_one_fault(
    tmp_path: Path, names: str, said: list[tuple[str, str, int]]
) -> None:
    # The branch of which most is there is the one that is meant.
    inside = "".join(f"<{name}/>" for name in names.split())

    faults = found(tmp_path, f"<kinds>{inside}</kinds>")

    assert [(f.message, len(f.related)) for f in faults] == [
        (f"`kinds` holds `{one}` or `{other}`, not both", count)
        for one, other, count in said
    ]
