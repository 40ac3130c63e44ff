"""Diagnostics as JSON has them: lists in the order of the fields."""

from __future__ import annotations

from typing import Any

from ctct_lint.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Position,
    Range,
    Severity,
)


def written(diagnostic: Diagnostic) -> list[Any]:
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


def read_diagnostic(values: Any) -> Diagnostic:
    """Return what was written.

    Raises TypeError, ValueError, IndexError or KeyError for anything else.
    """
    range_, severity, code, name, message, path, help_, notes, related, fixes = values
    return Diagnostic(
        range=_range(range_),
        severity=Severity(severity),
        code=_text(code),
        name=_text(name),
        message=_text(message),
        path=_text(path),
        help=tuple(map(_text, help_)),
        notes=tuple(map(_text, notes)),
        related=tuple(Label(_range(r), _text(t)) for r, t in related),
        fixes=tuple(map(_fix, fixes)),
    )


def _fix(values: Any) -> Fix:
    title, applicability, edits = values
    made = tuple(Edit(_range(r), _text(t)) for r, t in edits)
    return Fix(_text(title), Applicability(applicability), made)


def _range(values: Any) -> Range:
    start, end = values
    return Range(_position(start), _position(end))


def _position(values: Any) -> Position:
    numbers = Position(*values)
    if any(type(n) is not int or n < 0 for n in numbers):
        raise ValueError(values)
    return numbers


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
