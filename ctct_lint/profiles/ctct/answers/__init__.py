"""What the server answers: a page for each status of HTTP that it is known to give."""

from __future__ import annotations

import os

_HERE = os.path.dirname(__file__)
_SUFFIX = ".md"


def statuses() -> list[str]:
    """Return the statuses that have a page, such as "400", in ascending order."""
    names = (os.path.splitext(name) for name in os.listdir(_HERE))
    return sorted(status for status, suffix in names if suffix == _SUFFIX)


def status_page(status: str) -> str:
    """Return what an answer means, in Markdown; KeyError if there is no page of it."""
    if status not in statuses():
        raise KeyError(status)
    with open(os.path.join(_HERE, status + _SUFFIX), encoding="utf-8") as file:
        return file.read()


def title(status: str) -> str:
    """Return an answer's name, such as "400 Bad Request"; KeyError without a page."""
    return status_page(status).partition("\n")[0].removeprefix("# ")
