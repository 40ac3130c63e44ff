r"""Globs: which paths below a folder are meant.

As in `.gitignore`: a glob without a slash, but at its end, is about names at any
depth, another one about paths from the folder on. `*` and `?` stop at a slash, `**`
does not; `[ab]`, `[!ab]` and `{one,two}` are choices, `\` takes a sign as it is. A
slash at the end asks for a folder.
"""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

_SIGN = lazy(
    r"\\(?P<plain>.)|(?P<any>\*+)|(?P<one>\?)"
    r"|\[(?P<not>[!^]?)(?P<set>\][^\]/]*|[^\]/]+)\]|\{(?P<choice>[^{}/]*)\}|(?P<other>.)",
    re.DOTALL,
)


class Globs(NamedTuple):
    """One glob or more and the absolute folder that they are relative to; picklable."""

    folder: str
    patterns: tuple[str, ...]

    def meant_in(self, folder: str) -> Callable[[str], bool]:
        """Return the question whether a name in a folder is meant itself.

        Names of folders are asked about with a slash at their end.
        """
        way, expression = _from(self.folder, folder), _compiled(self.patterns, "/?")
        return lambda name: expression.fullmatch(way + name) is not None

    def covers(self, path: str) -> bool:
        """Is this file meant, or a folder above it?"""
        folder, name = os.path.split(path)
        expression = _compiled(self.patterns, "(?:/.*)?")
        return expression.fullmatch(_from(self.folder, folder) + name) is not None


@lru_cache(maxsize=1024)
def _from(start: str, folder: str) -> str:
    """Return the way from one folder to the other, with slashes, one at its end."""
    way = os.path.relpath(os.path.abspath(folder), start).replace(os.sep, "/")
    return "" if way == "." else way + "/"


@cache
def _compiled(patterns: tuple[str, ...], end: str) -> re.Pattern[str]:
    return re.compile("|".join(_expression(p, end) for p in patterns), re.DOTALL)


def _expression(pattern: str, end: str) -> str:
    """Return a pattern as a regular expression; `end` is what may follow it."""
    pattern = pattern.removeprefix("./")
    if pattern.endswith("/"):
        end = "/" if end == "/?" else "/.*"
    parts = pattern.strip("/").split("/")
    if len(parts) == 1 and not pattern.startswith("/") and parts[0] != "**":
        parts = ["**", *parts]
    found = []
    for number, part in enumerate(parts):
        is_last = number == len(parts) - 1
        if part == "**":
            found.append(".+" if is_last else "(?:[^/]+/)*")
        else:
            found.append(_segment(part) + ("" if is_last else "/"))
    return "".join(found) + end


def _segment(part: str) -> str:
    return "".join(_sign(match) for match in _SIGN.finditer(part))


def _sign(match: re.Match[str]) -> str:
    if match["any"]:
        return "[^/]*"
    if match["one"]:
        return "[^/]"
    if match["set"]:
        inside = re.sub(r"([\\\[\]&~|^])", r"\\\1", match["set"])
        return f"(?!/)[{'^' if match['not'] else ''}{inside}]"
    if match["choice"] is not None:
        return "(?:" + "|".join(map(_segment, match["choice"].split(","))) + ")"
    return re.escape(match["plain"] or match["other"])
