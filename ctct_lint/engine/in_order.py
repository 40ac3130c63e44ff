"""Whether there is anything to be said of a document: of most there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.forms import LARGEST, Forms
from ctct_lint.engine.operation import operation_of
from ctct_lint.engine.parse import glance
from ctct_lint.engine.pieces import pieces_of
from ctct_lint.engine.silence import are_silent
from ctct_lint.rules.record import Record
from ctct_lint.schema.check import payload_in_order
from ctct_lint.schema.names import ctct
from ctct_lint.suppress import MARK
from ctct_lint.syntax.mojibake import double_encoded

if TYPE_CHECKING:
    from ctct_lint.engine.form import Form
    from ctct_lint.schema.operation import Operation

# What rules say of a schedule depends on the time as well.
_CAMPAIGN = ctct("Campaign")
_COMMENT = MARK.encode()
_FORMS = Forms()


def is_in_order(data: bytes, text: str, asked_for: Operation | None) -> bool:
    """Say at a glance that there is nothing to be said; False where it is not sure.

    `data` is the text in UTF-8. Without an operation it is told from the document.
    """
    if _COMMENT in data or next(double_encoded(text), None) is not None:
        return False
    pieces = pieces_of(text) if len(text) <= LARGEST else None
    form = None if pieces is None else _FORMS.take(pieces)
    if form is None:
        return _is_new_in_order(data, pieces, asked_for)
    is_sound = _is_sound(form, asked_for)
    _FORMS.put(form)
    return is_sound


def _is_new_in_order(
    data: bytes, pieces: list[str] | None, asked_for: Operation | None
) -> bool:
    root = glance(data)
    if root is None:
        return False
    operation = asked_for or operation_of(root)
    payload = payload_in_order(root, operation)
    if payload is None:
        return False
    record = Record(payload, Record(root))
    if not are_silent(record, operation):
        return False
    if pieces is not None and record.element.tag == _CAMPAIGN:
        _FORMS.learn(pieces, record)
    return True


def _is_sound(form: Form, asked_for: Operation | None) -> bool:
    operation = asked_for or form.operation
    changed = form.changed if form.silent_for is operation else None
    form.silent_for = None
    if operation not in form.valid_for:
        if payload_in_order(form.payload.entry.element, operation) is None:
            return False
        form.valid_for.add(operation)
    if not are_silent(form.payload, operation, changed):
        return False
    form.silent_for = operation
    return True
