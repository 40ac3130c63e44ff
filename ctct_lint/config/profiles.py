"""The table `[[profiles]]`: what its keys may be, and what is made of it."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any

from ctct_lint.config.containers import many, record
from ctct_lint.config.globs import Globs
from ctct_lint.config.kind import ValueKind, ValueProblem, another_type, hint, shortened
from ctct_lint.config.kinds import text
from ctct_lint.config.settings import by_weight
from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.description import Description
from ctct_lint.profiles.registry import NAME
from ctct_lint.profiles.roots import wrong_root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.config.containers import Fields
    from ctct_lint.config.kind import KnownNames, Path

_BRACKETS = "write `[[profiles]]`, with two brackets, above the keys of each"
SEVERITIES = {severity.label: severity for severity in Severity}


class Described(NamedTuple):
    """A profile of a configuration, with the globs of its documents if it has any."""

    profile: Description
    globs: Globs | None


def _of_root(value: str, path: Path, _: KnownNames) -> Iterator[ValueProblem]:
    why = wrong_root(value)
    if why:
        helps = ("write `{namespace}local`, `local` or `{namespace}*`",)
        yield ValueProblem(path, f"`{shortened(value)}` is no root: {why}", helps)


# A root element: `{namespace}local`, a local name alone, or `{namespace}*`.
ROOT = text(_of_root)


def profiles(fields: Fields) -> ValueKind:
    """Return the kind of an array of profiles, each with a name of its own."""
    tables = many(record(fields, needed=("name",)))

    def problems(value: Any, path: Path, known: KnownNames) -> Iterator[ValueProblem]:
        if isinstance(value, dict):
            yield another_type(value, path, "an array")._replace(help=(_BRACKETS,))
            return
        yield from tables.problems(value, path, known)
        if isinstance(value, list):
            yield from _wrong_names(value, path)
            yield from _lost_phases(value, path)

    return ValueKind(problems, tables.schema)


def _wrong_names(tables: list[Any], path: Path) -> Iterator[ValueProblem]:
    seen: Counter[str] = Counter()
    for number, table in enumerate(tables):
        name = table.get("name") if isinstance(table, dict) else None
        if not isinstance(name, str):
            continue
        seen[name] += 1
        here = (*path, number, "name")
        if seen[name] > 1:
            yield ValueProblem(here, f"there is another profile `{shortened(name)}`")
        if name == NAME and not {"schema", "catalog", "schematron"}.isdisjoint(table):
            helps = ("give it another name, or leave out its schema",)
            yield ValueProblem(here, f"`{NAME}` is the profile that is built in", helps)


def _lost_phases(tables: list[Any], path: Path) -> Iterator[ValueProblem]:
    for number, table in enumerate(tables):
        given = table if isinstance(table, dict) else {}
        if isinstance(given.get("phase"), str) and "schematron" not in given:
            message = "there is no `schematron` that could have this phase"
            yield ValueProblem((*path, number, "phase"), message)


def unknown_phases(table: Any, folder: str, above: Path) -> Iterator[ValueProblem]:
    """Yield the phases of a table that may hold anything which their schemas lack."""
    tables = table.get("profiles") if isinstance(table, dict) else None
    for number, one in enumerate(tables if isinstance(tables, list) else ()):
        given = one if isinstance(one, dict) else {}
        phase, schematron = given.get("phase"), given.get("schematron")
        if not (isinstance(phase, str) and isinstance(schematron, str) and phase):
            continue
        from ctct_lint.schematron.phases import ALL, DEFAULT, phases_in

        known = phases_in(_path(folder, schematron))
        if known is not None and phase not in {*known, ALL, DEFAULT}:
            message = f"no phase of the schema has the id `{shortened(phase)}`"
            helps = (hint(phase, known),) if known else ()
            here = (*above, "profiles", number, "phase")
            yield ValueProblem(here, message, helps)


def described(table: dict[str, Any], folder: str, origin: str) -> Described:
    """Return the profile of a table that has nothing wrong; paths are of a folder."""
    files = tuple(_many(table.get("files", ())))
    profile = Description(
        name=table["name"],
        schema=_path(folder, table.get("schema")),
        catalog=_path(folder, table.get("catalog")),
        files=files,
        roots=tuple(_many(table.get("root", ()))),
        rules=tuple(_path(folder, one) for one in _many(table.get("rules", ()))),
        severities=severities(table.get("severity", {})),
        origin=origin,
        schematron=_path(folder, table.get("schematron")),
        phase=table.get("phase", ""),
    )
    return Described(profile, Globs(folder, files) if files else None)


def severities(table: dict[str, str]) -> tuple[tuple[str, Severity], ...]:
    """Return the severities of selectors, that which counts for more behind others."""
    return by_weight((one, SEVERITIES[word]) for one, word in table.items())


def _many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _path(folder: str, given: str | None) -> str:
    return os.path.normpath(os.path.join(folder, given)) if given else ""
