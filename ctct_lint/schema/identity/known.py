"""The keys of a constraint in each of its scopes, without a table for each scope."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from ctct_lint.schema.identity.key_faults import as_one_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.schema.components.element import Path
    from ctct_lint.schema.identity.areas import Scope
    from ctct_lint.schema.identity.key_faults import Entry, Key
    from ctct_lint.schema.identity.select import KeyValue

    Values = Sequence[KeyValue]

# Of the keys that there are so many are compared, and may be shown.
_SHOWN = 100
# Among so many values they are looked for, as most of these may be the same.
_LOOKED_AT = 1000


_Kept = TypeVar("_Kept")


class _Held(Generic[_Kept]):
    """What is kept at positions; it is sorted when it is asked for."""

    __slots__ = ("_at", "_is_sorted", "_values")

    def __init__(self) -> None:
        self._at: list[float] = []
        self._values: list[_Kept] = []
        self._is_sorted = True

    def add(self, at: float, kept: _Kept) -> None:
        """Keep something at a position, behind others at the same."""
        if self._at and at < self._at[-1]:
            self._is_sorted = False
        self._at.append(at)
        self._values.append(kept)

    def _sort(self) -> None:
        order = sorted(range(len(self._at)), key=self._at.__getitem__)
        self._at = [self._at[index] for index in order]
        self._values = [self._values[index] for index in order]
        self._is_sorted = True

    def between(self, first: float, last: float) -> Iterator[_Kept]:
        """Yield what is kept at positions from the first to the last."""
        if not self._is_sorted:
            self._sort()
        start, stop = bisect_left(self._at, first), bisect_right(self._at, last)
        return (self._values[index] for index in range(start, stop))

    def first(self, first: float, last: float) -> _Kept | None:
        """Return the first one at such a position, None where there is none."""
        return next(self.between(first, last), None)


class Known:
    """The keys of a constraint: which of them are known in an element?

    Known are those of the scopes in it, its own among them.
    """

    __slots__ = ("_deep", "_inside", "_texts", "_within")

    def __init__(self) -> None:
        # By their keys: values of deep paths where these begin, and where the innermost
        # scopes of all do.
        self._deep: dict[Key, _Held[tuple[Path, Entry]]] = {}
        self._inside: dict[Key, list[float]] = {}
        self._within: _Held[Values] = _Held()
        self._texts: dict[float, tuple[str, ...]] = {}

    def add_deep(self, path: Path, at: float, entry: Entry) -> None:
        """Keep a key that is one in all scopes around a position."""
        self._deep.setdefault(entry.key, _Held()).add(at, (path, entry))

    def add(self, scope: Scope, entry: Entry) -> None:
        """Keep a key that is one in a scope, and in those around."""
        insort(self._inside.setdefault(entry.key, []), scope.start)
        self._within.add(scope.start, entry.values)

    def deep_in(self, scope: Scope, key: Key) -> tuple[Path, Entry] | None:
        """Return the first element of a key that deep paths lead to in a scope."""
        held = self._deep.get(key)
        return None if held is None else held.first(scope.start, scope.end)

    def has(self, scope: Scope, key: Key) -> bool:
        """Is a key known in a scope of a reference?"""
        inside = self._inside.get(key, ())
        at = bisect_left(inside, scope.start)
        return at < len(inside) and inside[at] <= scope.end

    def first_without(self, scopes: Sequence[Scope], key: Key) -> Scope | None:
        """Return the outermost of scopes in each other in which a key is not known."""
        # What is known in a scope is known in those around it.
        if self.has(scopes[-1], key):
            return None
        index = bisect_left(scopes, True, key=lambda scope: not self.has(scope, key))  # noqa: FBT003
        return scopes[index]

    def texts(self, scope: Scope) -> tuple[str, ...]:
        """Return keys that are known in a scope as texts, the first ones."""
        if scope.start not in self._texts:
            values = self._within.between(scope.start, scope.end)
            self._texts[scope.start] = _first_keys(islice(values, _LOOKED_AT))
        return self._texts[scope.start]


def _first_keys(found: Iterable[Values]) -> tuple[str, ...]:
    """Return the first values of each key as texts."""
    keys: dict[Key, str] = {}
    for values in found:
        key = tuple(value.compared for value in values)
        if key not in keys:
            keys[key] = as_one_text(values)
            if len(keys) == _SHOWN:
                break
    return tuple(keys.values())
