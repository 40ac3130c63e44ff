"""In rows that repeat a child belongs into its own row, and each is told for itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from tests.said import underlined


def schema_of(folder: Path, *names: str) -> Path:
    """Write a schema of an `r` with rows of children; `name?` need not be there."""
    elements = "".join(
        f'<xs:element name="{name.rstrip("?")}" minOccurs="{int(name[-1] != "?")}"/>'
        for name in names
    )
    path = folder / "r.xsd"
    path.write_text(
        f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="r"><xs:complexType><xs:sequence maxOccurs="unbounded">
        {elements}</xs:sequence></xs:complexType></xs:element></xs:schema>""",
        "utf-8",
    )
    return path


def document(names: str) -> str:
    """Return a document with children of some names."""
    return f"<r>{''.join(f'<{name}/>' for name in names.split())}</r>"


def mended(text: str, schema: Path) -> str:
    """Return a text with the first fix of each diagnostic."""
    edits = [e for d in lint(text, schema=schema) for e in d.fixes[0].edits]
    for edit in sorted(edits, key=lambda e: e.range.start.offset, reverse=True):
        start, end = (position.offset for position in edit.range)
        text = text[:start] + edit.new_text + text[end:]
    return text


@pytest.mark.parametrize(
    ("written", "right", "count"),
    [
        ("k w v k w v", "k v w k v w", 2),
        ("k v k w v k v k w v", "k v k v w k v k v w", 2),
        ("k w v " * 270, "k v w " * 270, 270),
        ("w k v", "k v w", 1),
        ("k v w k w v", "k v w k v w", 1),
    ],
)
def test_each_row_has_a_fault_and_a_fix_of_its_own(
    tmp_path: Path, written: str, right: str, count: int
) -> None:
    schema, text = schema_of(tmp_path, "k", "v", "w?"), document(written)

    found = lint(text, schema=schema)

    told = [(d.code, underlined(text, d)) for d in found[:99]]
    assert told == [("CTC206", "w")] * min(count, 99)
    assert {d.help for d in found[:99]} == {("move it after `v`",)}
    if count < 100:
        assert mended(text, schema) == document(right)


def test_one_before_which_it_belongs_is_that_of_its_row(tmp_path: Path) -> None:
    schema, text = schema_of(tmp_path, "w?", "k", "v"), document("k v k w v k v")

    (found,) = lint(text, schema=schema)

    assert found.message == "`w` must stand before `k` in `r`"
    (related,) = found.related
    assert related.message == "before this one"
    assert related.range.start.offset == document("k v").index("</r>") + 1
    assert mended(text, schema) == document("k v w k v k v")


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("k v w w k v", 2),
        ("k v k v w w k v", 4),
        ("k w v w k v", 3),
        ("k v w k v k w v w", 8),
    ],
)
def test_one_more_in_a_row_is_one_too_many(
    tmp_path: Path, written: str, first: int
) -> None:
    schema, text = schema_of(tmp_path, "k", "v", "w?"), document(written)

    (found,) = lint(text, schema=schema)

    assert (found.code, found.message) == (
        "CTC205",
        "`w` is one too many here in `r`",
    )
    assert found.related[0].range.start.offset == 3 + 4 * first + 1


def test_misspelt_one_is_moved_in_its_row(tmp_path: Path) -> None:
    schema = schema_of(tmp_path, "key", "value", "weight?")
    text = document("key Weight value key value")

    (found,) = lint(text, schema=schema)

    assert found.code == "CTC204"
    assert mended(text, schema) == document("key value weight key value")


@pytest.mark.parametrize("written", ["k v w k v k v", "w k v k v k v"])
def test_one_that_belongs_behind_all_rows_is_moved_there(
    tmp_path: Path, written: str
) -> None:
    schema, text = schema_of(tmp_path, "k", "v"), document(written)
    xsd = schema.read_text("utf-8").replace(
        "<xs:complexType>", "<xs:complexType><xs:sequence>"
    )
    last = '<xs:element name="w" minOccurs="0"/></xs:sequence>'
    schema.write_text(xsd.replace("</xs:complexType>", f"{last}</xs:complexType>"))

    (found,) = lint(text, schema=schema)

    assert found.message == "`w` must stand after `v` in `r`"
    assert mended(text, schema) == document("k v k v k v w")


def test_row_that_lacks_something_has_room_for_no_other(tmp_path: Path) -> None:
    schema, text = schema_of(tmp_path, "k", "v", "w?"), document("k v k w w k v")

    found = [(d.code, underlined(text, d)) for d in lint(text, schema=schema)]

    assert found == [("CTC207", "r"), ("CTC205", "w")]
