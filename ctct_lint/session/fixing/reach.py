"""Which files may be written: those that were named, and those in named folders."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What holds every file.
ANYWHERE = (os.sep,)


def named_places(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the real folders and files that paths of the command line stand for.

    A folder that is a link stands for what it leads to; a file that is a link stands
    for itself alone.
    """
    return tuple(dict.fromkeys(map(_real, paths)))


def _real(path: str) -> str:
    if os.path.isdir(path):
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    return os.path.join(os.path.realpath(folder), name)


def leads_out(path: str, places: Iterable[str]) -> str:
    """Return where a path really leads if that is in none of the places; else ""."""
    target = os.path.realpath(path)
    is_inside = any(
        target == place or target.startswith(os.path.join(place, ""))
        for place in places
    )
    return "" if is_inside else target
