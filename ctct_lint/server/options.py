"""What the client's settings ask for: the options of `check`, by the same names.

    {"operation": "update", "select": ["CTC2"], "severity": {"CTC405": "error"}}

Names may be written as in the configuration (`per-file-ignores`) or as editors do
(`perFileIgnores`); lists also as the command line has them ("CTC2,CTC405"). What is
wrong is told, and does not count; what is none of ours is passed over.
"""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ctct_lint.config.keys import KEYS
from ctct_lint.config.kind import KnownNames
from ctct_lint.config.kinds import FLAG, TEXT
from ctct_lint.config.profiles import severities
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.rules.registry import all_words
from ctct_lint.session.profiles.words import brought_words, own_words
from ctct_lint.session.request import Request
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ctct_lint.config.kind import ValueKind

SECTION = "ctct-lint"
NEVER = "never"
_HUMP = lazy("(?<=[a-z])[A-Z]")
# Paths are relative to the folder of the workspace.
_PATHS = ("config", "schema", "catalog", "schematron", "baseline")
_SHARED = (
    "operation",
    "select",
    "ignore",
    "severity",
    "per-file-ignores",
    "exclude",
    "extend-exclude",
    "respect-gitignore",
    "baseline",
)
_KINDS: dict[str, ValueKind] = {
    **{name: KEYS[name][0] for name in _SHARED},
    **dict.fromkeys(
        ("config", "schema", "catalog", "schematron", "profile", "now"), TEXT
    ),
    **dict.fromkeys(("isolated", "run-rules"), FLAG),
}


class ReadOptions(NamedTuple):
    """What the settings come to, and what is wrong with them, in words."""

    request: Request
    problems: tuple[str, ...] = ()


def read_options(settings: dict[str, Any], folder: str) -> ReadOptions:
    """Read the client's settings for a folder; nothing raises here."""
    found: dict[str, Any] = {}
    problems = []

    def words() -> tuple[str, ...]:
        config = str(found["config"]) if "config" in found else None
        return (*all_words(), *own_words(folder, config))

    # The configuration comes first: it says which rules others may name.
    known = KnownNames(words, brought=brought_words)
    for name, value in sorted(_given(settings), key=lambda pair: pair[0] != "config"):
        wrong = next(_KINDS[name].problems(value, (name,), known), None)
        if wrong is not None:
            problems.append(f"`{name}`: {'; '.join((wrong.message, *wrong.help))}")
            continue
        try:
            found[name.replace("-", "_")] = _read(name, value, folder)
        except ValueError as error:
            problems.append(f"`{name}`: {error}")
    return ReadOptions(Request(**found), tuple(problems))


def _given(settings: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the options that are given, by their names in the configuration."""
    for written, value in settings.items():
        name = _HUMP.sub(lambda m: "-" + m[0].lower(), written).replace("_", "-")
        if name in _KINDS and value not in (None, "", [], {}):
            is_line = "items" in _KINDS[name].schema and isinstance(value, str)
            yield name, _split(value) if is_line else value


def _split(line: str) -> list[str]:
    return [word.strip() for word in line.split(",") if word.strip()]


def _read(name: str, value: Any, folder: str) -> Any:
    if name in _PATHS:
        return os.path.join(folder, os.path.expanduser(value))
    reader = _READERS.get(name)
    return reader(value) if reader else value


def _many(values: list[str]) -> tuple[str, ...]:
    return tuple(values)


def _per_file(table: dict[str, list[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((glob, tuple(selectors)) for glob, selectors in table.items())


def _time(text: str) -> datetime:
    if text == NEVER:
        return datetime.min  # noqa: DTZ901 - what `rules.clock` takes for it
    try:
        # Python 3.10 does not know the Z.
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        raise ValueError(f"{text!r} is no time such as 2011-10-03T06:30:00Z") from None


_READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("select", "ignore", "exclude", "extend-exclude"), _many),
    "severity": severities,
    "per-file-ignores": _per_file,
    "now": _time,
}
