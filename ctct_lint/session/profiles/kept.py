"""Profiles that were made before, for who lints one document after the other."""

from __future__ import annotations

from hashlib import sha256
from threading import local
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.session.profiles.known import KnownProfiles
from ctct_lint.text.regular import read_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.profiles.description import Description

# Of each thread; those that were asked for last.
_MOST = 8
_LARGEST = 64 << 20


class _Made(NamedTuple):
    """A profile, and the digests of its files when it was made, by their paths."""

    profiles: KnownProfiles
    files: dict[str, str]


class _OfThread(local):
    """What one thread has made: what is compiled is not for two at a time."""

    def __init__(self) -> None:
        self.made: dict[Description, _Made] = {}


_OF_THREAD = _OfThread()


def profiles_of(description: Description) -> KnownProfiles:
    """Return what makes a profile, and may have made it; its files are as they are."""
    made = _OF_THREAD.made
    known = made.pop(description, None)
    if known is None or known.files != _digests(known.files):
        profiles = KnownProfiles()
        files = profiles.profile(description).all_files()
        known = _Made(profiles, _digests(files))
    made[description] = known
    while len(made) > _MOST:
        del made[next(iter(made))]
    return known.profiles


def _digests(files: Iterable[str]) -> dict[str, str]:
    return {path: _digest(path) for path in files}


def _digest(path: str) -> str:
    try:
        return sha256(read_all(path, _LARGEST)).hexdigest()
    except OSError:
        return ""
