"""Which files a run checks, by the paths that it is given."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.session.files.input import FIND, NO_NAME, Input, NoInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ctct_lint.session.files.walk import NamesIn

STDIN = "-"
_TWICE, _HIDDEN = os.sep * 2, f"{os.sep}."


def find_inputs(  # noqa: PLR0913 - by keyword only
    paths: Iterable[str],
    stdin_name: str | None = None,
    *,
    exclusion_in: NamesIn | None = None,
    documents_in: NamesIn | None = None,
    is_forced_out: Callable[[str], bool] | None = None,
    gitignore: bool = True,
) -> Iterator[Input | NoInput]:
    """Yield the files to check, in the order of the arguments, each once.

    A folder stands for every `*.xml` below it, and what else `documents_in` takes,
    sorted by path; passed over are hidden files and folders, those of version control,
    what `exclusion_in` and what `.gitignore` files leave out. A file that is named is
    checked all the same, unless `is_forced_out`; so is stdin under its name.
    """

    def found() -> Iterator[Input | NoInput]:
        for path in paths:
            name = stdin_name if path == STDIN else path
            if is_forced_out is not None and name and is_forced_out(name):
                continue
            if path == STDIN:
                yield Input(stdin_name or NO_NAME, None)
            elif os.path.isdir(path):
                yield from _search(
                    path, exclusion_in, documents_in, gitignore=gitignore
                )
            else:
                yield Input(path, path)

    paths = tuple(paths)
    # One search comes upon nothing twice.
    return found() if len(paths) == 1 else _once(found())


def _once(found: Iterable[Input | NoInput]) -> Iterator[Input | NoInput]:
    """Leave out what was there before, however its path was written.

    Links are not followed: under another name a file may have another configuration,
    and who gave that name looks for it in the report. Nor is `..` taken away, which
    leads elsewhere behind a link to a folder.
    """
    here = os.getcwd()
    seen: set[str | None] = set()
    for one in found:
        is_stdin = isinstance(one, Input) and one.path is None
        full = None if is_stdin else _in_full(here, one.name)
        if full not in seen:
            seen.add(full)
            yield one


def _in_full(here: str, path: str) -> str:
    full = os.path.normcase(os.path.join(here, path))
    if not (_TWICE in full or _HIDDEN in full or full.endswith(os.sep)):
        return full
    root, *parts = full.split(os.sep)
    return os.sep.join([root, *(part for part in parts if part not in {"", "."})])


def _search(
    folder: str,
    exclusion_in: NamesIn | None,
    documents_in: NamesIn | None,
    *,
    gitignore: bool,
) -> Iterator[Input | NoInput]:
    from ctct_lint.session.files.walk import SUFFIX, files_below

    found = 0
    below = files_below(folder, exclusion_in, documents_in, gitignore=gitignore)
    for path, trouble in below:
        found += 1
        yield NoInput(path, trouble) if trouble else Input(path, path, is_named=False)
    if found:
        return
    # Only whoever gets nothing pays for the search of what was passed over.
    everything = files_below(folder, None, documents_in, gitignore=False)
    where = f"*{SUFFIX} file in this folder or below"
    if any(not trouble for _, trouble in everything):
        yield NoInput(folder, f"every {where} is excluded or in .gitignore", FIND)
    else:
        yield NoInput(folder, f"no {where}", FIND)
