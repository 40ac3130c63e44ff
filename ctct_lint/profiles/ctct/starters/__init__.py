"""Valid documents to start from: one for each thing that can be sent."""

from __future__ import annotations

import os

_HERE = os.path.dirname(__file__)
_SUFFIX = ".xml"


def starters() -> list[tuple[str, str]]:
    """Return the resource and the operation of each starter, in alphabetical order."""
    names = sorted(name for name in os.listdir(_HERE) if name.endswith(_SUFFIX))
    found = (name.removesuffix(_SUFFIX).partition(".") for name in names)
    return [(resource, operation) for resource, _, operation in found]


def starter(resource: str, operation: str) -> str:
    """Return a document; KeyError where nothing of the kind is sent."""
    if (resource, operation) not in starters():
        raise KeyError(resource, operation)
    name = f"{resource}.{operation}{_SUFFIX}"
    with open(os.path.join(_HERE, name), encoding="utf-8") as file:
        return file.read()
