"""Schemas that cannot be used, or not wholly, as files that follow the documents."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from ctct_lint.session.files.input import Input, NoInput
from ctct_lint.session.files.result import USE, FileResult, failed
from ctct_lint.text.regular import read_start, reason, short_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ctct_lint.config import Settings
    from ctct_lint.schema.sources.trouble import Unusable
    from ctct_lint.session.files.result import Results


def with_schemas(
    results: Results, settings_for: Callable[[str | None], Settings]
) -> Results:
    """Pass results on, and add those of the schemas that could not be used.

    settings_for  as of `FileChecker`
    """
    documents: dict[Unusable, int] = {}
    for found, result in results:
        unusable = result.unusable
        if unusable is not None:
            is_document = not _is_part(found, unusable)
            documents[unusable] = documents.get(unusable, 0) + is_document
            if not is_document:
                continue
        yield found, result
    for unusable, number in documents.items():
        yield from results_of(unusable, number, settings_for)


def _is_part(found: Input | NoInput, unusable: Unusable) -> bool:
    """Is it one of the files at fault, of which more is said below?"""
    if isinstance(found, NoInput) or found.path is None:
        return False
    return unusable.has(os.path.abspath(found.path))


def results_of(
    unusable: Unusable, number: int, settings_for: Callable[[str | None], Settings]
) -> Iterator[tuple[Input, FileResult]]:
    """Yield the files at fault, the first with the failure that the schema is.

    Where only a part is not used, nothing has failed.
    """
    from ctct_lint.schema.sources.trouble import UNREADABLE

    files = list(dict.fromkeys(one.path for one in unusable.troubles))
    if unusable.is_of_parts:
        for path in files:
            yield _input(path), result_in(path, unusable, settings_for)
        return
    from ctct_lint.text.words import count

    documents = count(number, "document") if number else "documents are"
    why = f"{documents} checked {unusable.checked}"
    for one in unusable.troubles:
        if one.kind == UNREADABLE:
            beside = _beside(one.path)
            yield _input(one.path), failed(USE, f"{one.detail}{beside}; {why}")
            return
    for place, path in enumerate(files):
        result = result_in(path, unusable, settings_for)
        failures = result.failures if place else ((USE, why), *result.failures)
        yield _input(path), result._replace(failures=failures)


def _beside(path: str) -> str:
    """Say which file is meant, where there is none of a path and one of a like name."""
    if os.path.exists(path):
        return ""
    from ctct_lint.text.spelling import closest

    # On Windows folders are often written with what is a letter of a name elsewhere.
    folder, name = os.path.split(path.replace("\\", "/"))
    with suppress(OSError):
        files = sorted(one.name for one in os.scandir(folder) if one.is_file())
        found = closest(name, files)
        if found is not None:
            return f", but {short_path(os.path.join(folder, found))} is there"
    return ""


def result_in(
    path: str,
    unusable: Unusable,
    settings_for: Callable[[str | None], Settings],
    typed: str | None = None,
) -> FileResult:
    """Return what is wrong with one of the files at fault.

    typed  the text that it is to hold, in whatever encoding; None: what it does
    """
    from ctct_lint.engine.rule_file import lint_rule_file
    from ctct_lint.engine.schema_file import lint_schema_file
    from ctct_lint.schema.sources.trouble import FAILED_RULE
    from ctct_lint.text.decoded import Decoded
    from ctct_lint.text.encoding import decode

    settings = settings_for(path)._replace(select=(), ignore=(), severities=())
    here = [one for one in unusable.troubles if one.path == path]
    try:
        decoded = (
            decode(read_start(path, settings.largest))
            if typed is None
            else Decoded(typed, "utf-8")
        )
    except OSError as error:
        return failed(USE, reason(error))
    is_rule = any(one.kind == FAILED_RULE for one in here)
    lint = lint_rule_file if is_rule else lint_schema_file
    text, diagnostics = lint(decoded, here, settings)
    # A run mends documents, not the schemas that it checks them with.
    diagnostics = tuple(one._replace(fixes=()) for one in diagnostics)
    return FileResult(text, diagnostics, crashed=is_rule)


def _input(path: str) -> Input:
    return Input(short_path(path), path)
