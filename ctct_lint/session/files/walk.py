"""The search of a folder for files to check."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.text.regular import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ctct_lint.session.files.gitignore import Rules, Troubles

    NamesIn = Callable[[str], Callable[[str], bool] | None]

SUFFIX = ".xml"
_IGNORING, _REPOSITORY = ".gitignore", ".git"
# What systems of version control keep in a folder that is not hidden.
_OF_VERSIONS = frozenset({"CVS", "RCS", "SCCS", "_MTN", "_darcs", "_svn", "{arch}"})


def files_below(
    folder: str,
    exclusion_in: NamesIn | None,
    documents_in: NamesIn | None,
    *,
    gitignore: bool,
) -> Iterator[tuple[str, str]]:
    """Yield (path, "") of a folder's files, then of those of its folders.

    Of a folder, or a `.gitignore`, that cannot be read: (path, the reason).
    """
    troubles: Troubles = []
    todo = [(folder, _rules_above(folder, troubles) if gitignore else None)]
    while todo:
        here, rules = todo.pop()
        try:
            with os.scandir(here) as entries:
                seen = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield here, reason(error)
            continue
        if gitignore:
            rules = _rules_in(here, seen, rules, troubles, is_top=here == folder)
            yield from troubles
            troubles.clear()
        shown = [entry for entry in seen if not entry.name.startswith(".")]
        others = [e for e in shown if e.name not in _OF_VERSIONS]
        folders = [e for e in others if _is_folder(e, follow_links=False)]
        is_document = documents_in(here) if documents_in else None
        files = [e for e in shown if _is_checked(e, is_document)]
        is_excluded = exclusion_in(here) if exclusion_in else None
        folders = _kept(folders, "/", rules, is_excluded)
        todo.extend((below.path, rules) for below in reversed(folders))
        yield from ((file.path, "") for file in _kept(files, "", rules, is_excluded))


def _kept(
    entries: list[os.DirEntry[str]],
    end: str,
    rules: Rules | None,
    is_excluded: Callable[[str], bool] | None,
) -> list[os.DirEntry[str]]:
    """Return the entries that are not left out; `end` is "/" for folders."""
    if rules is not None:
        entries = [e for e in entries if not rules.leave_out(e.path + end)]
    if is_excluded is not None:
        entries = [e for e in entries if not is_excluded(e.name + end)]
    return entries


def _rules_above(folder: str, troubles: Troubles) -> Rules | None:
    from ctct_lint.session.files.gitignore import rules_above

    return rules_above(folder, troubles)


def _rules_in(
    here: str,
    seen: list[os.DirEntry[str]],
    rules: Rules | None,
    troubles: Troubles,
    *,
    is_top: bool,
) -> Rules | None:
    """Return the rules that count in a folder, given those that count above it."""
    hidden = {entry.name for entry in seen if entry.name.startswith(".")}
    if hidden.isdisjoint((_IGNORING, _REPOSITORY)):
        return rules
    from ctct_lint.session.files.gitignore import rules_in, rules_of_repository

    if _REPOSITORY in hidden and not is_top:
        # A repository inside of another one keeps its own rules.
        rules = rules_of_repository(here, troubles)
    return rules_in(here, rules, troubles) if _IGNORING in hidden else rules


def _is_checked(
    entry: os.DirEntry[str], is_document: Callable[[str], bool] | None
) -> bool:
    """Is it to be read, by its name? Of what is no file reading says why."""
    is_named = entry.name.lower().endswith(SUFFIX)
    is_named = is_named or (is_document is not None and is_document(entry.name))
    return is_named and not _is_folder(entry, follow_links=True)


def _is_folder(entry: os.DirEntry[str], *, follow_links: bool) -> bool:
    try:
        return entry.is_dir(follow_symlinks=follow_links)
    except OSError:
        # A link in a circle, through a file, or to where looking is forbidden.
        return False
