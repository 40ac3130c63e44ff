"""Results of earlier runs, by what a document holds and how it was to be checked.

A folder has a file for each version of the program, with the results of documents by
a digest of their bytes and settings. It is JSON, so that nothing in it can do
anything; what is not as it should be is as good as not there. A run reads the file
once and writes it once, in one step: of two runs at a time the later one wins, and
what the other has learnt is learnt again.
"""

from __future__ import annotations

from hashlib import blake2b
from time import time
from typing import TYPE_CHECKING, Any, Protocol

from ctct_lint.profiles.registry import built_in
from ctct_lint.session.files.result import FileResult

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.config import Settings

    Entries = dict[str, list[Any]]

_DAY = 86_400
# What was not asked for in so many days is forgotten.
_DAYS = 30
# Entries and diagnostics that are kept at most: some 20 and 40 MB.
_MOST_ENTRIES = 200_000
_MOST_DIAGNOSTICS = 50_000


class Dependencies(Protocol):
    """What is known of the files, beside a document, that its result depends on."""

    def state_of(self, settings: Settings) -> str:
        """Return what tells them, as they are, from all others."""
        ...

    def codes_of(self, settings: Settings) -> dict[str, str]:
        """Return the codes of the rules that are not built in, by name."""
        ...


class Cache:
    """The results that a folder holds, read when the first is asked for.

    A folder that cannot be read or written is no cache, and no error.
    """

    def __init__(self, folder: str, around: Dependencies | None = None) -> None:
        """Note where it is; nothing is read yet.

        around  what a result depends on beside the document
        """
        self._folder = folder
        self._around = around
        self._entries: Entries | None = None
        self._changed = False
        self._seeds: dict[Settings, Any] = {}
        self._today = int(time() // _DAY)

    def __reduce__(self) -> tuple[type[Cache], tuple[Any, ...]]:
        """Another process reads the file itself."""
        return Cache, (self._folder, self._around)

    def load(self) -> Entries:
        """Return the entries; all processes that are copied from this one share them.

        An entry is the day when it was last asked for, whether the document is plain
        and whether it is foreign (see `Outcome`), and its diagnostics.
        """
        if self._entries is None:
            from ctct_lint.session.cache.disk import read

            self._entries = read(self._folder)
        return self._entries

    def checked(
        self,
        data: bytes,
        settings: Settings,
        check: Callable[[bytes, Settings], FileResult],
    ) -> FileResult:
        """Return what is known of a document, or else check it."""
        if settings.now is None and built_in().depends_on_time(data):
            return check(data, settings)
        digest = self._digest(data, settings)
        known = self.load().get(digest)
        if known is not None:
            found = _recalled(data, known, lambda: self._codes(settings))
            if found is not None:
                return found._replace(digest=digest)
        return check(data, settings)._replace(digest=digest)

    def note(self, checked: FileResult) -> None:
        """Remember a result; one that says nothing of the document is not kept."""
        if not checked.digest or checked.crashed or not checked.lasts:
            return
        entries = self.load()
        known = entries.get(checked.digest)
        if known is None:
            from ctct_lint.session.cache.entry import write_diagnostic

            diagnostics = [write_diagnostic(d) for d in checked.diagnostics]
            traits = [checked.is_plain, checked.is_foreign]
            entries[checked.digest] = [self._today, traits, diagnostics]
            self._changed = True
        elif known[0] != self._today:
            known[0] = self._today
            self._changed = True

    def save(self) -> str:
        """Write what was learnt; return why that cannot be done, "" if it can."""
        if not self._changed:
            return ""
        from ctct_lint.session.cache.disk import read, write

        entries = {**read(self._folder), **self.load()}
        self._changed = False
        why = write(self._folder, _most_recent(entries, self._today))
        return f"nothing is remembered in {self._folder}: {why}" if why else ""

    def _codes(self, settings: Settings) -> dict[str, str]:
        """Return the codes of the user's own rules, by name."""
        return {} if self._around is None else self._around.codes_of(settings)

    def _digest(self, data: bytes, settings: Settings) -> str:
        seed = self._seeds.get(settings)
        if seed is None:
            seed = blake2b(repr(settings).encode("utf-8", "replace"), digest_size=16)
            around = self._around
            state = "" if around is None else around.state_of(settings)
            seed.update(f"\0{state}\0".encode("utf-8", "replace"))
            self._seeds[settings] = seed
        digest = seed.copy()
        digest.update(data)
        return str(digest.hexdigest())


def _recalled(
    data: bytes, entry: list[Any], own: Callable[[], dict[str, str]]
) -> FileResult | None:
    """Return a result as it was; None if the entry is not what was once written."""
    is_plain, is_foreign = entry[1]
    if not entry[2]:
        return _NOTHING._replace(is_foreign=is_foreign)
    from ctct_lint.session.cache.entry import read_diagnostic
    from ctct_lint.text.encoding import decode
    from ctct_lint.text.source import LineIndex

    text = decode(data).text
    lines = LineIndex(text)
    try:
        diagnostics = tuple(read_diagnostic(values, lines, own) for values in entry[2])
    except (TypeError, ValueError, IndexError, KeyError):
        return None
    return FileResult(text, diagnostics, is_plain=is_plain, is_foreign=is_foreign)


_NOTHING = FileResult()


def _most_recent(entries: Entries, today: int) -> Entries:
    """Leave out what was not asked for in a month, and the oldest of too many."""
    kept: Entries = {}
    diagnostics = 0
    for digest, entry in sorted(entries.items(), key=lambda pair: -pair[1][0]):
        diagnostics += len(entry[2])
        if today - entry[0] > _DAYS or len(kept) >= _MOST_ENTRIES:
            break
        if diagnostics <= _MOST_DIAGNOSTICS:
            kept[digest] = entry
        else:
            diagnostics -= len(entry[2])
    return kept
