"""What a request overrides in the configuration of a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.config.overrides import Overrides
from ctct_lint.profiles.description import Description
from ctct_lint.profiles.registry import NAME
from ctct_lint.session.errors import JobError
from ctct_lint.session.request import AUTO

if TYPE_CHECKING:
    from ctct_lint.session.request import Request

TRUSTED = "CTCT_LINT_RUN_RULES"


def overrides_of(request: Request) -> Overrides:
    """Return what a request overrides; JobError if a schema it names is no file."""
    is_auto = request.operation == AUTO
    return Overrides(
        operation=None if is_auto else request.operation,
        is_auto=is_auto,
        select=request.select,
        ignore=request.ignore,
        severities=request.severity,
        per_file_ignores=request.per_file_ignores,
        exclude=request.exclude or None,
        extend_exclude=request.extend_exclude,
        profile=_described(request),
        folder=request.folder,
        run_rules=request.run_rules,
        trusted=_trusted(),
    )


def _trusted() -> tuple[str, ...]:
    """Return the folders of the environment whose own rules may be run.

    A relative one would be another in each working folder, be it a stranger's.
    """
    folders = os.environ.get(TRUSTED, "").split(os.pathsep)
    return tuple(folder for folder in folders if os.path.isabs(folder))


def _described(request: Request) -> Description | None:
    """Return the profile that schemas alone make, or that an operation means."""
    files = (request.schema, request.schematron, request.catalog)
    given = [path for path in files if path is not None]
    if not given:
        return None if request.operation in {None, AUTO} else Description(NAME)
    for path in given:
        if not os.path.isfile(path):
            raise JobError(f"cannot read {path}: {_no_file(path)}")
    schema, rules, catalog = (
        "" if path is None else os.path.abspath(path) for path in files
    )
    return Description(os.path.basename(given[0]), schema, catalog, schematron=rules)


def _no_file(path: str) -> str:
    """Return why what was named for a schema is none."""
    if "://" in path:
        return "no address is opened; save it, and name the file"
    return "it is no file" if os.path.lexists(path) else "no such file"
