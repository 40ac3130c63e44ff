"""The forms of a run: markup that documents share."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ctct_lint.engine.pieces import are_alike, is_cut_at_tags

if TYPE_CHECKING:
    from ctct_lint.engine.form import Form
    from ctct_lint.rules.record import Record

# Larger documents are rare, and not of a kind.
LARGEST = 1 << 18
_MOST = 128
_T = TypeVar("_T")
# How many pieces there are, and what some begin with: what documents of one form have
# in common, and few others.
_Key = tuple[int, str]


class Forms:
    """The forms of a run.

    A form is taken out while it is in use: no two threads fill in one tree.
    """

    def __init__(self) -> None:
        self._forms: dict[_Key, Form] = {}
        self._seen: dict[_Key, list[str]] = {}

    def take(self, pieces: list[str]) -> Form | None:
        """Return the form that the document fills in, already filled in."""
        form = self._forms.pop(_key(pieces), None)
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
        _keep(self._forms, _key(form.pieces), form)

    def learn(self, pieces: list[str], payload: Record) -> None:
        """Make a form of a document in order, if its markup was seen before."""
        key = _key(pieces)
        before = self._seen.pop(key, None)
        if before is None or not are_alike(before, pieces):
            _keep(self._seen, key, pieces)
        elif is_cut_at_tags(pieces):
            # A single document has no need of it.
            from ctct_lint.engine.form import Form

            self.put(Form(pieces, payload))


def _key(pieces: list[str]) -> _Key:
    # Two characters are part of a tag whatever is filled in.
    return len(pieces), "".join([piece[:2] for piece in pieces[1::7]])


def _keep(known: dict[_Key, _T], key: _Key, new: _T) -> None:
    if len(known) >= _MOST:
        known.clear()
    known[key] = new
