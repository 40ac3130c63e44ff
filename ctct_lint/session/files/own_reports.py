"""Reports that a run writes into a folder that it checks: they are no documents."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ctct_lint.session.files.walk import NamesIn

# The formats `junit` and `checkstyle`, or nothing yet.
_REPORT = lazy(rb"\s*(?:<\?xml\b[^>]*>\s*)?(?:<(?:testsuites|checkstyle)[\s>]|\Z)")
_HEAD = 1024


def passing_over(outputs: Iterable[str], exclusion_in: NamesIn) -> NamesIn:
    """Return what is excluded in a folder, with the reports of this run.

    A file that holds anything but a report is none of them, so that a document whose
    name was given by mistake is found, and not replaced.
    """
    reports = [p for p in map(os.path.realpath, outputs) if _is_free(p)]
    if not reports:
        return exclusion_in

    def with_reports(folder: str) -> Callable[[str], bool] | None:
        is_excluded, here = exclusion_in(folder), os.path.realpath(folder)
        own = {name for at, name in map(os.path.split, reports) if at == here}
        if not own:
            return is_excluded
        return lambda name: name in own or bool(is_excluded and is_excluded(name))

    return with_reports


def _is_free(path: str) -> bool:
    """Is there no file yet, or only the report of the run before?"""
    if not os.path.isfile(path):
        return not os.path.exists(path)
    try:
        with open(path, "rb") as file:
            return _REPORT.match(file.read(_HEAD)) is not None
    except OSError:
        return False
