"""From a configuration file to a `Configuration`, or to all that is wrong with it."""

from __future__ import annotations

import os
import re
import sys
from codecs import BOM_UTF8
from importlib import import_module
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ctct_lint.config.from_table import configuration_of
from ctct_lint.config.keys import TABLE
from ctct_lint.config.kind import shortened
from ctct_lint.config.own_rules import OwnRulesOf
from ctct_lint.config.problem import LARGEST as LARGEST_FILE
from ctct_lint.config.problem import ConfigurationError, unreadable
from ctct_lint.config.profiles import unknown_phases
from ctct_lint.config.toml_places import Places, position
from ctct_lint.model.problem import Problem
from ctct_lint.text.regular import read_all

if TYPE_CHECKING:
    from ctct_lint.config.configuration import Configuration
    from ctct_lint.config.kind import KnownNames, ValueProblem

    Table = dict[str, Any]

PYPROJECT = "pyproject.toml"
_OURS = ("tool", "ctct-lint")
_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)")
# The others are reported once these are corrected.
_MOST_PROBLEMS = 100
_MOST_DOTS = 1000


def load(path: str, known: KnownNames) -> Configuration | None:
    """Read a configuration file; None if it is a pyproject.toml without our table.

    Raises ConfigurationError with every problem of the file; a file that cannot be
    read has one, in line 0.
    """
    text = _text(path)
    document = _parsed(path, text)
    above = _OURS if os.path.basename(path) == PYPROJECT else ()
    table: Any = document
    for key in above:
        table = table.get(key) if isinstance(table, dict) else None
        if table is None:
            return None
    folder = os.path.dirname(os.path.abspath(path))
    own = OwnRulesOf(table, folder)
    known = known._replace(rules=own.with_words(known.rules))
    of_files = chain(own.problems_of_paths(above), unknown_phases(table, folder, above))
    found = chain(TABLE.problems(table, above, known), of_files)
    wrongs = list(islice(found, _MOST_PROBLEMS))
    if wrongs:
        raise _error(path, text, wrongs)
    if own.problems_of_files:
        raise ConfigurationError(own.problems_of_files)
    return configuration_of(path, table)


def _text(path: str) -> str:
    try:
        data = read_all(path, LARGEST_FILE).removeprefix(BOM_UTF8)
    except OSError as error:
        raise ConfigurationError((unreadable(path, error),)) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = position(before, len(before))
        problem = Problem(path, *place, "a TOML file must be UTF-8, and this is not")
        raise ConfigurationError((problem,)) from None


def _toml() -> Any:
    return import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")


def _parsed(path: str, text: str) -> Table:
    toml = _toml()
    _refuse_long_keys(path, text)
    try:
        document: Table = toml.loads(text)
    except toml.TOMLDecodeError as error:
        raise ConfigurationError((_not_toml(path, text, str(error)),)) from None
    except RecursionError:
        raise _too_deep(path) from None
    except ValueError:
        # Python converts numbers of so many digits only when it is told to.
        problem = Problem(path, 0, 0, "a number has thousands of digits")
        raise ConfigurationError((problem,)) from None
    return document


def _refuse_long_keys(path: str, text: str) -> None:
    """Refuse what may be a key of thousands of parts: reading it takes the square."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > _MOST_DOTS:
            problem = Problem(
                path, number, 1, f"more than {_MOST_DOTS:,} dots in a line"
            )
            raise ConfigurationError((problem,))


def _too_deep(path: str) -> ConfigurationError:
    problem = Problem(path, 0, 0, "arrays or tables are nested too deeply")
    return ConfigurationError((problem,))


def _not_toml(path: str, text: str, message: str) -> Problem:
    found = _PLACE.fullmatch(message)
    if found is None:
        return Problem(path, 0, 0, f"not TOML: {message}")
    place = position(text, len(text.rstrip()))
    if found[2] is not None:
        place = int(found[2]), int(found[3])
    reason = found[1][:1].lower() + found[1][1:]
    return Problem(path, *place, f"not TOML: {reason}")


def _error(path: str, text: str, wrongs: list[ValueProblem]) -> ConfigurationError:
    toml = _toml()
    try:
        places = Places(text, lambda written: toml.loads(f"x={written}")["x"])
    except RecursionError:
        return _too_deep(path)
    problems = []
    for wrong in wrongs:
        spans = places.keys if wrong.at_key else places.values
        # A table that is only spelt by its dotted keys has no place of its own.
        span = spans.get(wrong.path) or places.keys[wrong.path]
        message = wrong.message
        if not wrong.at_key:
            message = f"`{_name(wrong.path)}`: {message}"
        place = position(text, span.start)
        problems.append(Problem(path, *place, message, wrong.help))
    return ConfigurationError(tuple(sorted(problems, key=lambda p: (p.line, p.column))))


def _name(path: tuple[str | int, ...]) -> str:
    """Return the path of a value without what stands above every key."""
    own = path[len(_OURS) :] if path[: len(_OURS)] == _OURS else path
    own = own or path
    words = "".join(f"[{p}]" if isinstance(p, int) else f".{shortened(p)}" for p in own)
    return words.removeprefix(".")
