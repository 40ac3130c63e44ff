"""What `.gitignore` files leave out of a search, as git itself reads them.

A rule of a deeper folder wins over one of a folder above, the last of one file over
those before; what is in a folder that is left out cannot be brought back. The user's
own, global file is not read: a check must say the same on every machine.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"
REPOSITORY = ".git"


class Rules(NamedTuple):
    """The rules of one file, and those that count where it says nothing.

    Of a path that is asked about, `cut` characters are taken away and `prefix` put
    in their place: then it is relative to the folder of the rules.
    """

    spec: GitIgnoreSpec
    cut: int
    prefix: str
    above: Rules | None

    def leave_out(self, path: str) -> bool:
        """Is a path left out? That of a folder ends with a slash."""
        rules: Rules | None = self
        while rules is not None:
            below = rules.prefix + path[rules.cut :]
            verdict = rules.spec.check_file(below).include
            if verdict is not None:
                return verdict
            rules = rules.above
        return False


def rules_in(folder: str, above: Rules | None, name: str = NAME) -> Rules | None:
    """Return the rules of a folder's file on top of others; those if it has none."""
    return _rules(folder, name, len(os.path.join(folder, "")), "", above)


def rules_of_repository(folder: str) -> Rules | None:
    """Return what the repository that starts in a folder keeps to itself."""
    return rules_in(folder, None, os.path.join(REPOSITORY, "info", "exclude"))


def rules_above(folder: str) -> Rules | None:
    """Return what counts in a folder from above it, up to the top of its repository.

    None where nothing does, or where the folder itself is left out: who names it
    means it.
    """
    if os.path.lexists(os.path.join(folder, REPOSITORY)):
        return rules_of_repository(folder)
    full = os.path.abspath(folder)
    rules: Rules | None = None
    cut = len(os.path.join(folder, ""))
    info = os.path.join(REPOSITORY, "info", "exclude")
    for number, above in enumerate(_up_to_repository(full)):
        prefix = os.path.relpath(full, above).replace(os.sep, "/") + "/"
        for name in (NAME,) if number else (info, NAME):
            rules = _rules(above, name, cut, prefix, rules)
    itself = os.path.join(folder, "")
    return None if rules is None or rules.leave_out(itself) else rules


def _up_to_repository(folder: str) -> list[str]:
    """Return the folders above one, the top of the repository first; none without."""
    found: list[str] = []
    above = os.path.dirname(folder)
    while above != folder:
        found.append(above)
        if os.path.lexists(os.path.join(above, REPOSITORY)):
            return found[::-1]
        folder, above = above, os.path.dirname(above)
    return []


def _rules(
    folder: str, name: str, cut: int, prefix: str, above: Rules | None
) -> Rules | None:
    try:
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8-sig", errors="surrogateescape") as file:
            lines = [line for line in file.read().split("\n") if _says_something(line)]
    except OSError:
        return above
    if not lines:
        return above
    # It takes as long to import as a hundred documents to check.
    from pathspec import GitIgnoreSpec

    return Rules(GitIgnoreSpec.from_lines(lines), cut, prefix, above)


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")
