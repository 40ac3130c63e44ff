"""The kinds of arrays and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.config.kind import ValueKind, ValueProblem, another_type, hint, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.config.kind import KnownNames, Path

    # The kind of each key's value, and what the key is for.
    Fields = dict[str, tuple[ValueKind, str]]


def many(of: ValueKind) -> ValueKind:
    """Return the kind of an array of values of a kind."""

    def problems(value: Any, path: Path, known: KnownNames) -> Iterator[ValueProblem]:
        if isinstance(value, list):
            for index, one in enumerate(value):
                yield from of.problems(one, (*path, index), known)
            return
        helps = ("put brackets around it",) if isinstance(value, str) else ()
        yield another_type(value, path, "an array")._replace(help=helps)

    return ValueKind(problems, {"type": "array", "items": of.schema})


def one_or_many(of: ValueKind) -> ValueKind:
    """Return the kind of a value of a kind, or of an array of such."""

    def problems(value: Any, path: Path, known: KnownNames) -> Iterator[ValueProblem]:
        kind = many(of) if isinstance(value, list) else of
        return kind.problems(value, path, known)

    return ValueKind(problems, {"anyOf": [of.schema, many(of).schema]})


def table(keys: ValueKind, values: ValueKind) -> ValueKind:
    """Return the kind of a table whose keys are of one kind, its values of another."""

    def problems(value: Any, path: Path, known: KnownNames) -> Iterator[ValueProblem]:
        if not isinstance(value, dict):
            yield another_type(value, path, "a table")
            return
        for key, one in value.items():
            here = (*path, key)
            for wrong in keys.problems(key, here, known):
                yield wrong._replace(at_key=True)
            yield from values.problems(one, here, known)

    names = {k: v for k, v in keys.schema.items() if k != "type"}
    more = {"propertyNames": names, "additionalProperties": values.schema}
    return ValueKind(problems, {"type": "object", **more})


def record(fields: Fields, needed: tuple[str, ...] = ()) -> ValueKind:
    """Return the kind of a table with given keys, of which the `needed` are there."""

    def problems(value: Any, path: Path, known: KnownNames) -> Iterator[ValueProblem]:
        if not isinstance(value, dict):
            yield another_type(value, path, "a table")
            return
        for key, one in value.items():
            here = (*path, key)
            if key in fields:
                yield from fields[key][0].problems(one, here, known)
            else:
                helps = (hint(key, fields),)
                message = f"unknown key `{shortened(key)}`"
                yield ValueProblem(here, message, helps, at_key=True)
        for key in needed:
            if key not in value:
                yield ValueProblem(path, f"the key `{key}` is missing")

    properties = {
        name: {"description": about, **kind.schema}
        for name, (kind, about) in fields.items()
    }
    required = {"required": list(needed)} if needed else {}
    more = {"properties": properties, "additionalProperties": False}
    return ValueKind(problems, {"type": "object", **more, **required})
