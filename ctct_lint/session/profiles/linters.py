"""Linters that `ctct_lint.lint` keeps from one call to the next."""

from __future__ import annotations

from threading import local
from typing import TYPE_CHECKING

from ctct_lint.engine.lint import Linter
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.regular import read_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.profiles.description import Description

# Of each thread; those that were asked for last.
_MOST = 8
_LARGEST = 64 << 20


class _Made(NamedTuple):
    """A linter, and the digests of its files when it was made, by their paths."""

    linter: Linter
    files: dict[str, str]


class _OfThread(local):
    """What one thread has made: what is compiled is not for two at a time."""

    def __init__(self) -> None:
        self.made: dict[Description, _Made] = {}
        self.of_any = Linter()


_OF_THREAD = _OfThread()


def linter_of(description: Description | None) -> Linter:
    """Return the linter for a profile, whose files are as they are; None: for any."""
    if description is None:
        return _OF_THREAD.of_any
    made = _OF_THREAD.made
    known = made.pop(description, None)
    if known is None or known.files != _digests(known.files):
        known = _made(description)
    made[description] = known
    while len(made) > _MOST:
        del made[next(iter(made))]
    return known.linter


def _made(description: Description) -> _Made:
    from ctct_lint.session.profiles.known import KnownProfiles

    profiles = KnownProfiles()
    files = profiles.profile(description).all_files()
    return _Made(Linter(profiles), _digests(files))


def _digests(files: Iterable[str]) -> dict[str, str]:
    return {path: _digest(path) for path in files}


def _digest(path: str) -> str:
    # Few documents bring a schema of their own.
    from hashlib import sha256

    try:
        return sha256(read_all(path, _LARGEST)).hexdigest()
    except OSError:
        return ""
