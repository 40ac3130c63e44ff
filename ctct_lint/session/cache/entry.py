"""Diagnostics as JSON has them: lists in the order of the fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.model.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Position,
    Range,
    Severity,
)
from ctct_lint.rules.registry import is_known, rule_named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ctct_lint.text.source import LineIndex


def write_diagnostic(diagnostic: Diagnostic) -> list[Any]:
    """Return a diagnostic as a list."""
    d = diagnostic
    return [
        d.range,
        d.severity,
        d.code,
        d.name,
        d.message,
        d.path,
        d.help,
        d.notes,
        [(label.range, label.message) for label in d.related],
        [_written_fix(fix) for fix in d.fixes],
    ]


def _written_fix(fix: Fix) -> tuple[Any, ...]:
    edits = [(edit.range, edit.new_text) for edit in fix.edits]
    return fix.title, fix.applicability.value, edits


def read_diagnostic(
    values: Any, lines: LineIndex, own: Callable[[], Mapping[str, str]]
) -> Diagnostic:
    """Return what was written of a document that has these lines.

    `own` returns the codes of rules that are not built in, by name.

    Raises TypeError, ValueError, IndexError or KeyError for anything else: for a rule
    that there is none of, or a place that is none in the document, too.
    """
    range_, severity, code, name, message, path, help_, notes, related, fixes = values
    if (rule_named(name).code if is_known(name) else own()[name]) != code:
        raise ValueError(code)
    return Diagnostic(
        range=_range(range_, lines),
        severity=Severity(severity),
        code=_text(code),
        name=_text(name),
        message=_text(message),
        path=_text(path),
        help=tuple(map(_text, help_)),
        notes=tuple(map(_text, notes)),
        related=tuple(Label(_range(r, lines), _text(t)) for r, t in related),
        fixes=tuple(_fix(fix, lines) for fix in fixes),
    )


def _fix(values: Any, lines: LineIndex) -> Fix:
    title, applicability, edits = values
    made = tuple(Edit(_range(r, lines), _text(t)) for r, t in edits)
    return Fix(_text(title), Applicability(applicability), made)


def _range(values: Any, lines: LineIndex) -> Range:
    start, end = (_position(position, lines) for position in values)
    if start > end:
        raise ValueError(values)
    return Range(start, end)


def _position(values: Any, lines: LineIndex) -> Position:
    offset = values[0]
    if type(offset) is not int or not 0 <= offset <= len(lines.text):
        raise ValueError(values)
    position = lines.position(offset)
    if position != tuple(values):
        raise ValueError(values)
    return position


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
