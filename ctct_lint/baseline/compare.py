"""What is new, what is known, and what is recorded but no longer found."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.baseline.file import Baseline, Key
from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ctct_lint.model.diagnostic import Diagnostic

# A failure of the linter, and its own counting, are no findings about a document.
_NEVER = frozenset({"CTC901", "CTC902", "CTC908"})


class Stale(NamedTuple):
    """What is recorded so many times more than it is found."""

    path: str
    element: str
    code: str
    number: int


class RootedBaseline(NamedTuple):
    """The findings of a baseline, whose paths are relative to an absolute folder."""

    baseline: Baseline
    root: str

    def beyond(self, path: str, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return the diagnostics of a file that are beyond what is recorded.

        Of findings of one sort the first are the known ones, whichever came last.
        """
        found = Counter[Key]()
        return list(self.counted(self.name_of(path), diagnostics, found))

    def counted(
        self, name: str, diagnostics: Sequence[Diagnostic], found: Counter[Key]
    ) -> Iterator[Diagnostic]:
        """Yield those of `beyond`, and count all that can be known."""
        for diagnostic in diagnostics:
            if diagnostic.code in _NEVER:
                yield diagnostic
                continue
            key = Key(name, diagnostic.path, diagnostic.code)
            found[key] += 1
            if found[key] > self.baseline.counts.get(key, 0):
                yield diagnostic

    def name_of(self, path: str) -> str:
        """Return the path as the baseline has it."""
        full = os.path.abspath(path)
        try:
            return os.path.relpath(full, self.root).replace(os.sep, "/")
        except ValueError:  # another drive
            return full.replace(os.sep, "/")


def folder_of(path: str) -> str:
    """Return the folder that the paths of a baseline file are relative to."""
    return os.path.dirname(os.path.abspath(path))


def _all(code: str) -> bool:
    del code
    return True


class Comparison:
    """One run against a baseline."""

    def __init__(self, baseline: Baseline, root: str) -> None:
        """Compare with a baseline whose paths are relative to an absolute folder."""
        self._known = RootedBaseline(baseline, root)
        self._by_file: dict[str, list[Key]] = {}
        for key in baseline.counts:
            self._by_file.setdefault(key.path, []).append(key)
        self._found: dict[str, Counter[Key]] = {}
        self._checked: dict[str, frozenset[str]] = {}
        self.known = 0

    def take(
        self,
        path: str,
        diagnostics: Sequence[Diagnostic],
        is_reported: Callable[[str], bool] = _all,
    ) -> list[Diagnostic]:
        """Return the diagnostics of a file that are beyond what is recorded.

        Of findings of one sort the first are the known ones, whichever came last.
        """
        name = self._known.name_of(path)
        codes = {key.code for key in self._by_file.get(name, ())}
        left_out = frozenset(code for code in codes if not is_reported(code))
        self._checked[name] = left_out
        found = self._found[name] = Counter[Key]()
        new = list(self._known.counted(name, diagnostics, found))
        self.known += len(diagnostics) - len(new)
        return new

    def stale(self) -> list[Stale]:
        """Return what files that were checked, or are gone, no longer have."""
        return [
            Stale(*key, count - self._number(key))
            for key, count in sorted(self._known.baseline.counts.items())
            if self._is_judged(key) and count > self._number(key)
        ]

    def updated(self) -> Baseline:
        """Return the baseline of what is found now.

        What is recorded of files that were not checked stays, unless they are gone.
        """
        counts = self._known.baseline.counts.items()
        kept = {key: count for key, count in counts if not self._is_judged(key)}
        for found in self._found.values():
            kept.update(found)
        return Baseline(kept)

    def _number(self, key: Key) -> int:
        return self._found[key.path][key] if key.path in self._found else 0

    def _is_judged(self, key: Key) -> bool:
        left_out = self._checked.get(key.path)
        if left_out is None:
            return not os.path.exists(os.path.join(self._known.root, key.path))
        return key.code not in left_out
