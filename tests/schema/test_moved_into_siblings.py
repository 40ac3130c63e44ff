"""What stands beside the element that may hold it is moved into that."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="shop"><xs:complexType><xs:sequence>
    <xs:element name="name"/>
    <xs:element name="hours" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="opens" minOccurs="0"/><xs:element name="closes" minOccurs="0"/>
      <xs:element name="day" minOccurs="0" maxOccurs="7"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="note" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def moved(tmp_path: Path, inside: str) -> list[tuple[str, ...]]:
    """Return of each diagnostic the message, the help, and what its fixes make."""
    (tmp_path / "s.xsd").write_text(SCHEMA)
    document = f"<shop><name/>{inside}</shop>"
    found = lint(document, schema=tmp_path / "s.xsd")
    return [
        (
            one.message,
            *one.help,
            *(
                apply_edits(document, edits_of([ChosenFix(one, fix)]))[13:-7]
                for fix in one.fixes
            ),
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("inside", "message", "help_", "mended"),
    [
        (
            "<opens>8</opens><hours><closes/></hours>",
            "`opens` does not belong in `shop`",
            "move it into `hours`",
            "<hours><opens>8</opens><closes/></hours>",
        ),
        (
            "<hours/><day>Mo</day>",
            "`day` must stand in `hours`, not directly in `shop`",
            "move it into `hours`",
            "<hours><day>Mo</day></hours>",
        ),
        (
            "<hours><day/></hours><note/><day>Mo</day><day>Tu</day>",
            "`day` must stand in `hours`, not directly in `shop`",
            "move these 2 into `hours`",
            "<hours><day/><day>Mo</day><day>Tu</day></hours><note/>",
        ),
    ],
)
def test_it_is_moved_into_the_one_beside_it(
    tmp_path: Path, inside: str, message: str, help_: str, mended: str
) -> None:
    assert moved(tmp_path, inside) == [(message, help_, mended)]


def test_nothing_is_moved_where_it_would_be_one_too_many(tmp_path: Path) -> None:
    inside = "<hours><opens>8</opens></hours><opens>9</opens>"

    assert moved(tmp_path, inside) == [
        ("`opens` does not belong in `shop`", "move it into `hours`")
    ]
