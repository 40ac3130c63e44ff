"""From a configuration file to a `Configuration`, or to all that is wrong with it."""

from __future__ import annotations

import os
import re
import sys
from codecs import BOM_UTF8
from importlib import import_module
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ctct_lint.config.configuration import Configuration
from ctct_lint.config.globs import Globs
from ctct_lint.config.keys import AUTO, TABLE
from ctct_lint.config.kind import shortened
from ctct_lint.config.own_rules import OwnRulesOf
from ctct_lint.config.problem import LARGEST as LARGEST_FILE
from ctct_lint.config.problem import ConfigurationError, unreadable
from ctct_lint.config.profiles import SEVERITIES, described
from ctct_lint.config.settings import LARGEST, Settings, by_weight
from ctct_lint.config.toml_places import Places, position
from ctct_lint.model.problem import Problem
from ctct_lint.text.regular import read_all

if TYPE_CHECKING:
    from ctct_lint.config.kind import KnownNames, ValueProblem

    Table = dict[str, Any]

PYPROJECT = "pyproject.toml"
_OURS = ("tool", "ctct-lint")
_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)")
_MEBI = 20
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
    own = OwnRulesOf(table, os.path.dirname(os.path.abspath(path)))
    known = known._replace(rules=own.with_words(known.rules))
    found = chain(TABLE.problems(table, above, known), own.problems_of_paths(above))
    wrongs = list(islice(found, _MOST_PROBLEMS))
    if wrongs:
        raise _error(path, text, wrongs)
    if own.problems_of_files:
        raise ConfigurationError(own.problems_of_files)
    return _made(path, table)


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


def _made(path: str, table: Table) -> Configuration:
    folder = os.path.dirname(os.path.abspath(path))
    size = table.get("max-file-size")
    fail_on = table.get("fail-on")
    profiles = tuple(described(one, folder, path) for one in table.get("profiles", ()))
    base = Settings(
        profiles=tuple(one.profile for one in profiles),
        operation=_operation(table.get("operation", AUTO)),
        select=tuple(table.get("select", ())),
        ignore=tuple(table.get("ignore", ())),
        severities=by_weight(
            (selector, SEVERITIES[word])
            for selector, word in table.get("severity", {}).items()
        ),
        largest=LARGEST if size is None else size << _MEBI,
    )
    return Configuration(
        path=path,
        base=base,
        per_file_ignores=tuple(
            (Globs(folder, (glob,)), tuple(selectors))
            for glob, selectors in table.get("per-file-ignores", {}).items()
        ),
        operations=tuple(
            (Globs(folder, (one["path"],)), _operation(one["operation"]))
            for one in table.get("operations", ())
        ),
        profiles=profiles,
        excludes=_globs(folder, table.get("exclude", ())),
        extend_excludes=_globs(folder, table.get("extend-exclude", ())),
        force_exclude=table.get("force-exclude"),
        respect_gitignore=table.get("respect-gitignore"),
        fail_on=None if fail_on is None else SEVERITIES[fail_on],
        max_diagnostics=table.get("max-diagnostics"),
        output_format=table.get("output-format"),
        baseline=_path(folder, table.get("baseline")),
        cache_dir=_path(folder, table.get("cache-dir")),
        rule_pages=table.get("rule-pages"),
        run_python=table.get("run-python", False),
    )


def _operation(word: str) -> str | None:
    return None if word == AUTO else word


def _path(folder: str, given: str | None) -> str | None:
    """Return a path as it can be opened from the working folder."""
    return None if given is None else os.path.relpath(os.path.join(folder, given))


def _globs(folder: str, patterns: list[str]) -> tuple[Globs, ...]:
    return (Globs(folder, tuple(patterns)),) if patterns else ()
