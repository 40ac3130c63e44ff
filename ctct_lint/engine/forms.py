"""The forms of a run: markup that documents share."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ctct_lint.engine.pieces import are_alike, is_cut_at_tags, key_of

if TYPE_CHECKING:
    from ctct_lint.engine.form import Form
    from ctct_lint.engine.pieces import Key
    from ctct_lint.rules.record import Record

# Larger documents are rare, and not of a kind.
LARGEST = 1 << 18
_MOST = 128
_T = TypeVar("_T")


class Forms:
    """The forms of a run.

    A form is taken out while it is in use: no two threads fill in one tree.
    """

    def __init__(self) -> None:
        self._forms: dict[Key, Form] = {}
        self._seen: dict[Key, list[str]] = {}

    def take(self, pieces: list[str]) -> Form | None:
        """Return the form that the document fills in, already filled in."""
        form = self._forms.pop(key_of(pieces), None)
        if form is None:
            return None
        try:
            if form.fill_in(pieces):
                return form
        except ValueError:
            return None
        self.put(form)
        return None

    def put(self, form: Form) -> None:
        """Take back a form, for the next document."""
        _keep(self._forms, form.key, form)

    def learn(self, pieces: list[str], payload: Record) -> None:
        """Make a form of a document in order, if its markup was seen before."""
        key = key_of(pieces)
        before = self._seen.pop(key, None)
        if before is None or not are_alike(before, pieces):
            _keep(self._seen, key, pieces)
        elif is_cut_at_tags(pieces):
            # A single document has no need of it.
            from ctct_lint.engine.form import Form

            self.put(Form(pieces, payload))


def _keep(known: dict[Key, _T], key: Key, new: _T) -> None:
    if len(known) >= _MOST:
        known.clear()
    known[key] = new
