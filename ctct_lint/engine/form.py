"""A document with the markup of one seen before: only what is filled in is new.

Most documents of a run come from one template. Such a document is not parsed again:
the tree of the last one gets its texts and attributes, and is then the tree of this
one.
"""

from __future__ import annotations

from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING

from ctct_lint.engine.blanks import blanks_of, filling
from ctct_lint.engine.operation import READ, operation_of
from ctct_lint.engine.pieces import is_other_comment, key_of
from ctct_lint.rules.ids import WITH_ID
from ctct_lint.schema.free_text import takes_any_value

if TYPE_CHECKING:
    from ctct_lint.engine.blanks import Filling
    from ctct_lint.rules.record import Record
    from ctct_lint.schema.operation import Operation


class Form:
    """The tree of a document, which can be made the tree of another.

    key         what documents of its markup, and few others, have as `key_of`
    payload     what its `content` holds, as a record
    valid_for   the operations for which the tree, as it is now, is known to be valid
    silent_for  the operation for which nothing was to be said of it, before the last
                change
    changed     the local names of the elements that the last change was of
    """

    __slots__ = (
        "_blanks",
        "_elements",
        "_operation",
        "_pieces",
        "changed",
        "key",
        "payload",
        "silent_for",
        "valid_for",
    )

    def __init__(self, pieces: list[str], payload: Record) -> None:
        """Make a form of a document that `is_cut_at_tags`."""
        self.payload = payload
        self.valid_for: set[Operation] = set()
        self.silent_for: Operation | None = None
        self.changed: frozenset[str] = frozenset()
        self._operation: Operation | None = None
        self.key = key_of(pieces)
        self._pieces = pieces
        # lxml makes a new object for each element that nobody holds.
        self._elements = list(payload.entry.element.iter())
        self._blanks = dict(blanks_of(pieces, self._elements))

    @property
    def operation(self) -> Operation:
        """What the document is for, as far as it tells itself."""
        if self._operation is None:
            self._operation = operation_of(self.payload.entry.element)
        return self._operation

    def fill_in(self, pieces: list[str]) -> bool:
        """Make this the tree of a document of as many pieces, if it has this markup.

        A ValueError, of a character that is none in XML, leaves it half filled in.
        """
        before = self._pieces
        fillings = []
        for at in compress(count(), map(ne, pieces, before)):
            blank = self._blanks.get(at)
            if blank is not None:
                new = filling(blank, before[at], pieces[at])
                if new is None:
                    return False
                fillings.append(new)
            elif not is_other_comment(before[at], pieces[at]):
                return False
        self._pieces = pieces
        self._fill_in(fillings)
        return True

    def _fill_in(self, fillings: list[Filling]) -> None:
        payload, entry = self.payload, self.payload.entry
        for (element, name, owner, _, is_free), text, attributes in fillings:
            if text is not None:
                element.text = text
                record = entry if owner == "entry" else payload
                if record.fields.get(name) is element:
                    record.texts[name] = text
                if not is_free:
                    self.valid_for.clear()
            for attribute, value in attributes.items():
                element.set(attribute, value)
                if not takes_any_value(attribute):
                    self.valid_for.clear()
        self.changed = frozenset([blank.name for blank, _, _ in fillings])
        ids_changed = not self.changed.isdisjoint(WITH_ID)
        entry.forget(ids=ids_changed)
        payload.forget(ids=ids_changed)
        if not self.changed.isdisjoint(READ) or any(a for _, _, a in fillings):
            self._operation = None
