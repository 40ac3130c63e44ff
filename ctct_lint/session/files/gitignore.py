"""What `.gitignore` files leave out of a search, as git itself reads them.

A rule of a deeper folder wins over one of a folder above, the last of one file over
those before; what is in a folder that is left out cannot be brought back. The user's
own, global file is not read: a check must say the same on every machine.

A file that cannot be read has no rules, and a pattern that can match nothing is none.
Both are troubles: a path, and what is wrong there.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.regular import read_all, reason
from ctct_lint.text.wildcard_signs import WildcardError
from ctct_lint.text.wildcards import matches, parts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.text.wildcards import Part

    Troubles = list[tuple[str, str]]

NAME = ".gitignore"
REPOSITORY = ".git"
_LARGEST = 1 << 20
_MOST_LINES = 10_000
_SHOWN = 60


class Line(NamedTuple):
    """One pattern: of names at any depth, or of whole paths?"""

    parts: tuple[Part, ...]
    is_name: bool
    only_folders: bool
    brings_back: bool

    def means(self, names: list[str], *, is_folder: bool) -> bool:
        """Is this path meant itself?"""
        if self.only_folders and not is_folder:
            return False
        return matches(self.parts, names[-1:] if self.is_name else names)


class Rules(NamedTuple):
    """The lines of one file, the last first, and the rules that count besides.

    Of a path that is asked about, `cut` characters are taken away and `prefix` put
    in their place: then it is relative to the folder of the rules.
    """

    lines: tuple[Line, ...]
    cut: int
    prefix: str
    above: Rules | None

    def leave_out(self, path: str) -> bool:
        """Is a path left out? That of a folder ends with a slash."""
        return self._leave_out(
            lambda rules: (rules.prefix + path[rules.cut :]).rstrip("/").split("/"),
            is_folder=path.endswith("/"),
        )

    def leave_out_above(self, levels: int) -> bool:
        """Is the folder left out that is so many levels above that of the search?"""

        def names(rules: Rules) -> list[str]:
            way = rules.prefix.rstrip("/").split("/")
            return way[: len(way) - levels]

        return self._leave_out(names, is_folder=True)

    def _leave_out(
        self, names_for: Callable[[Rules], list[str]], *, is_folder: bool
    ) -> bool:
        rules: Rules | None = self
        while rules is not None:
            names = names_for(rules)
            for line in rules.lines:
                if line.means(names, is_folder=is_folder):
                    return not line.brings_back
            rules = rules.above
        return False


def rules_in(
    folder: str, above: Rules | None, troubles: Troubles, name: str = NAME
) -> Rules | None:
    """Return the rules of a folder's file on top of others; those if it has none."""
    lines = _read(os.path.join(folder, name), troubles)
    return Rules(lines, len(os.path.join(folder, "")), "", above) if lines else above


def rules_of_repository(folder: str, troubles: Troubles) -> Rules | None:
    """Return what the repository that starts in a folder keeps to itself."""
    return rules_in(folder, None, troubles, os.path.join(REPOSITORY, "info", "exclude"))


def rules_above(folder: str, troubles: Troubles) -> Rules | None:
    """Return what counts in a folder from above it, up to the top of its repository.

    None where nothing does, or where the folder itself is left out: who names it
    means it.
    """
    if os.path.lexists(os.path.join(folder, REPOSITORY)):
        return rules_of_repository(folder, troubles)
    full = os.path.abspath(folder)
    rules: Rules | None = None
    cut = len(os.path.join(folder, ""))
    info = os.path.join(REPOSITORY, "info", "exclude")
    every = _up_to_repository(full)
    for levels, above in zip(range(len(every))[::-1], every, strict=True):
        prefix = os.path.relpath(full, above).replace(os.sep, "/") + "/"
        for name in (info, NAME) if above == every[0] else (NAME,):
            lines = _read(os.path.join(above, name), troubles)
            rules = Rules(lines, cut, prefix, rules) if lines else rules
        if rules is not None and rules.leave_out_above(levels):
            return None
    return rules


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


def _read(path: str, troubles: Troubles) -> tuple[Line, ...]:
    try:
        data = read_all(path, _LARGEST)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        # To git, a folder of this name is none of its files.
        if os.path.islink(path):
            troubles.append((path, reason(error)))
        return ()
    except OSError as error:
        troubles.append((path, reason(error)))
        return ()
    written = data.decode("utf-8-sig", "surrogateescape").split("\n")
    return _lines(path, written, troubles)


def _lines(path: str, written: list[str], troubles: Troubles) -> tuple[Line, ...]:
    found: list[Line] = []
    bad: list[str] = []
    for number, text in enumerate(written, 1):
        pattern = _pattern(text)
        if not pattern:
            continue
        if len(found) == _MOST_LINES:
            bad.append(f"it has more than {_MOST_LINES:,} patterns")
            break
        try:
            found.append(_line(pattern))
        except WildcardError as error:
            bad.append(f"line {number}: `{pattern[:_SHOWN]}`: {error}")
    if bad:
        more = f" (and {len(bad) - 1:,} more)" if bad[1:] else ""
        troubles.append((path, bad[0] + more))
    return tuple(reversed(found))


def _pattern(text: str) -> str:
    """Return what a line says, without the blanks at its end; "" of a comment."""
    if text.startswith("#"):
        return ""
    text = text.removesuffix("\r")
    pattern = text.rstrip(" ")
    backslashes = len(pattern) - len(pattern.rstrip("\\"))
    # One of the blanks may be taken as it is.
    return text[: len(pattern) + backslashes % 2]


def _line(pattern: str) -> Line:
    brings_back = pattern.startswith("!")
    pattern = pattern.removeprefix("!")
    only_folders = pattern.endswith("/")
    pattern = pattern.removesuffix("/")
    is_name = "/" not in pattern
    parts = parts_of(pattern.removeprefix("/"))
    return Line(parts[-1:] if is_name else parts, is_name, only_folders, brings_back)
