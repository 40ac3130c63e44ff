"""The faults of the table that `data` holds, and of the columns of an export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.profiles.ctct.forms.activities import (
    ADDRESS,
    COLUMNS,
    DATA,
    head_meant,
    head_named,
)
from ctct_lint.profiles.ctct.forms.field import DecodedText
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_CELL = lazy(r"(?:\A|[,;\t])[ \t]*(\"[^\"]*\"|[^,;\t]*)")
# One head may be a word of a text, two are a table.
_ENOUGH = 2
# What `curl` reads from a file.
_FILE = "@"
_LINE_END = lazy(r"\r\n?|\n")
# An address in which a `+` has become a blank.
_TORN = lazy(r"(?:(?<=[\n,\"])|\A) ?([\w.-]+(?: [\w.-]+)+@[\w.-]+\.\w+)")


def table_faults(text: str) -> list[Fault] | None:
    """Return the faults of a bare table of contacts; None of another text."""
    value = DecodedText(text, Span(0, len(text)), is_encoded=False)
    cells = [cell for cell, _, _ in _cells(_first_line(value))]
    meant = sum((head_named(cell) or head_meant(cell)) is not None for cell in cells)
    if meant >= _ENOUGH or ADDRESS in map(head_named, cells):
        return list(column_faults(DATA, value))
    return None


def column_faults(name: str, value: DecodedText) -> Iterator[Fault]:
    """Yield the faults of the heads of columns, and of addresses below them."""
    if name == COLUMNS:
        yield from _unknown_heads(value, value.text)
    elif name == DATA and not value.text.startswith(_FILE):
        line = _first_line(value)
        yield from _heads(value, line)
        yield from _torn_addresses(value, len(line))


def _first_line(value: DecodedText) -> str:
    # White space before the table is no line of it.
    start = len(value.text) - len(value.text.lstrip())
    end = _LINE_END.search(value.text, start)
    return value.text[: len(value.text) if end is None else end.start()]


def _heads(value: DecodedText, line: str) -> Iterator[Fault]:
    cells = [cell for cell, _, _ in _cells(line)]
    is_contact = any("@" in cell for cell in cells)
    instead = "markup" if line.startswith("<") else "contact" * is_contact
    meant = {head_named(cell) or head_meant(cell) for cell in cells}
    if instead or ADDRESS not in meant:
        at = source_span(*_trimmed(value, 0, len(line)))
        yield Fault("missing-address-column", at, line.strip(), detail=instead)
    if not instead:
        yield from _unknown_heads(value, line)


def _unknown_heads(value: DecodedText, line: str) -> Iterator[Fault]:
    for cell, start, end in _cells(line):
        if cell and head_named(cell) is None:
            meant = head_meant(cell)
            at = source_span(*value.part(start, end))
            expected = (meant,) if meant else ()
            yield Fault("unknown-column", at, cell, expected=expected)


def _torn_addresses(value: DecodedText, start: int) -> Iterator[Fault]:
    if not value.is_encoded:
        return
    for found in _TORN.finditer(value.text, start):
        at = source_span(*value.part(*found.span(1)))
        sign = value.part(*_first_blank(found))
        if value.raw[sign.start - value.span.start] == "+":
            edits = ((source_span(*sign), "%2B"),)
            yield Fault("unencoded-character", at, "+", DATA, edits=edits)


def _first_blank(found: re.Match[str]) -> tuple[int, int]:
    at = found.start(1) + found[1].index(" ")
    return at, at + 1


def _cells(line: str) -> Iterator[tuple[str, int, int]]:
    """Yield the text of each cell of a line, without quotes, and where it stands."""
    for found in _CELL.finditer(line):
        start, end = found.span(1)
        cell = line[start:end]
        end = start + len(cell.rstrip())
        start += len(cell) - len(cell.lstrip())
        if end - start > 1 and line[start] == '"' == line[end - 1]:
            start, end = start + 1, end - 1
        yield line[start:end], start, max(start, end)


def _trimmed(value: DecodedText, start: int, end: int) -> Span:
    text = value.text[start:end]
    start += len(text) - len(text.lstrip())
    return value.part(start, start + len(text.strip()))
