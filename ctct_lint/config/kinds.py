"""What a value of the configuration may be: checked here, and told to editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.config.globs import fault_of
from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    Path = tuple[str | int, ...]
    Schema = dict[str, Any]
    # The kind of each key's value, and what the key is for.
    Fields = dict[str, tuple["Kind", str]]

# A longer number is no help, and of thousands of digits it cannot be written.
_MOST_SHOWN = 10**18
_LONGEST_SHOWN = 60
_WORDS = {
    bool: "a boolean",
    str: "a string",
    int: "an integer",
    float: "a float",
    list: "an array",
    dict: "a table",
}


class Wrong(NamedTuple):
    """A fault at the value, or the key, to which a path of keys and numbers leads."""

    path: Path
    message: str
    help: tuple[str, ...] = ()
    at_key: bool = False


class Known(NamedTuple):
    """What only the layers above know: the codes and names of rules, the formats."""

    rules: Callable[[], Collection[str]]
    formats: Collection[str] = ()


class Kind(NamedTuple):
    """A sort of values.

    wrongs  yields what is wrong with a value, to which a path leads
    schema  the JSON schema of the values
    """

    wrongs: Callable[[Any, Path, Known], Iterator[Wrong]]
    schema: Schema


def text(
    more: Callable[[str, Path, Known], Iterator[Wrong]] | None = None,
    pattern: str = "\\S",
) -> Kind:
    """Return the kind of a string that is not empty; `more` says what else is wrong."""

    def wrongs(value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        if not isinstance(value, str):
            yield _another_type(value, path, "a string")
        elif not value.strip():
            yield Wrong(path, "the string is empty")
        elif "\0" in value:
            yield Wrong(path, "the string holds a NUL character")
        elif more is not None:
            yield from more(value, path, known)

    return Kind(wrongs, {"type": "string", "pattern": pattern})


def _of_glob(value: str, path: Path, _: Known) -> Iterator[Wrong]:
    fault = fault_of(value)
    if fault:
        yield Wrong(path, f"`{shortened(value)}` matches nothing: {fault}")


def _of_flag(value: Any, path: Path, _: Known) -> Iterator[Wrong]:
    if not isinstance(value, bool):
        yield _another_type(value, path, "`true` or `false`")


def _of_format(value: Any, path: Path, known: Known) -> Iterator[Wrong]:
    is_known = isinstance(value, str) and known.formats
    kind = choice(tuple(known.formats)) if is_known else TEXT
    return kind.wrongs(value, path, known)


def _of_selector(value: str, path: Path, known: Known) -> Iterator[Wrong]:
    rules = known.rules()
    if value in rules or any(r.startswith(value.upper()) for r in rules):
        return
    # A number says nothing of the number that was meant; a name does.
    names = sorted(r for r in rules if r.islower())
    helps = (hint(value, names, "`ctct-lint rules` lists them"),)
    yield Wrong(path, f"no rule has the code or name `{shortened(value)}`", helps)


_CODES = "[Cc][Tt][Cc][0-9]{0,3}|(?![Cc][Tt][Cc])[A-Za-z]+[0-9]*"
TEXT = text()
GLOB = text(_of_glob)  # it can match something
FLAG = Kind(_of_flag, {"type": "boolean"})
FORMAT = Kind(_of_format, TEXT.schema)  # the name of an output format
# A rule's code or the start of it, in any case, or its name.
SELECTOR = text(_of_selector, f"^({_CODES}|[a-z][a-z0-9]*(-[a-z0-9]+)*)$")


def number(least: int, most: int) -> Kind:
    """Return the kind of an integer within bounds."""

    def wrongs(value: Any, path: Path, _: Known) -> Iterator[Wrong]:
        if type(value) is not int:
            yield _another_type(value, path, "an integer")
        elif not least <= value <= most:
            shown = f", not {value}" if abs(value) <= _MOST_SHOWN else ""
            yield Wrong(path, f"must be between {least} and {most}{shown}")

    return Kind(wrongs, {"type": "integer", "minimum": least, "maximum": most})


def choice(words: tuple[str, ...]) -> Kind:
    """Return the kind of one of a few words."""

    def wrongs(value: Any, path: Path, _: Known) -> Iterator[Wrong]:
        if not isinstance(value, str):
            yield _another_type(value, path, f"one of {listed(words)}")
        elif value not in words:
            helps = (hint(value, words),)
            yield Wrong(path, f"unknown value `{shortened(value)}`", helps)

    return Kind(wrongs, {"enum": list(words)})


def many(of: Kind) -> Kind:
    """Return the kind of an array of values of a kind."""

    def wrongs(value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        if isinstance(value, list):
            for index, one in enumerate(value):
                yield from of.wrongs(one, (*path, index), known)
            return
        helps = ("put brackets around it",) if isinstance(value, str) else ()
        yield _another_type(value, path, "an array")._replace(help=helps)

    return Kind(wrongs, {"type": "array", "items": of.schema})


def one_or_many(of: Kind) -> Kind:
    """Return the kind of a value of a kind, or of an array of such."""

    def wrongs(value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        kind = many(of) if isinstance(value, list) else of
        return kind.wrongs(value, path, known)

    return Kind(wrongs, {"anyOf": [of.schema, many(of).schema]})


def table(keys: Kind, values: Kind) -> Kind:
    """Return the kind of a table whose keys are of one kind, its values of another."""

    def wrongs(value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        if not isinstance(value, dict):
            yield _another_type(value, path, "a table")
            return
        for key, one in value.items():
            here = (*path, key)
            for wrong in keys.wrongs(key, here, known):
                yield wrong._replace(at_key=True)
            yield from values.wrongs(one, here, known)

    names = {k: v for k, v in keys.schema.items() if k != "type"}
    more = {"propertyNames": names, "additionalProperties": values.schema}
    return Kind(wrongs, {"type": "object", **more})


def record(fields: Fields, needed: tuple[str, ...] = ()) -> Kind:
    """Return the kind of a table with given keys, of which the `needed` are there."""

    def wrongs(value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        if not isinstance(value, dict):
            yield _another_type(value, path, "a table")
            return
        for key, one in value.items():
            here = (*path, key)
            if key in fields:
                yield from fields[key][0].wrongs(one, here, known)
            else:
                helps = (hint(key, fields),)
                message = f"unknown key `{shortened(key)}`"
                yield Wrong(here, message, helps, at_key=True)
        for key in needed:
            if key not in value:
                yield Wrong(path, f"the key `{key}` is missing")

    properties = {
        name: {"description": about, **kind.schema}
        for name, (kind, about) in fields.items()
    }
    required = {"required": list(needed)} if needed else {}
    more = {"properties": properties, "additionalProperties": False}
    return Kind(wrongs, {"type": "object", **more, **required})


def _another_type(value: Any, path: Path, wanted: str) -> Wrong:
    found = _WORDS.get(type(value), "a date or time")
    return Wrong(path, f"must be {wanted}, not {found}")


def hint(word: str, candidates: Collection[str], otherwise: str = "") -> str:
    """Return which of the words is meant; if that is not clear, all, or `otherwise`."""
    from ctct_lint.text.spelling import closest

    close = closest(word, candidates)
    longer = [c for c in candidates if c.startswith(f"{word}-")]
    if close is None and len(longer) == 1:
        close = longer[0]
    if close is not None:
        return f"did you mean `{close}`?"
    return otherwise or f"expected one of {listed(candidates)}"


def shortened(text: str) -> str:
    """Return a text, or the start of a long one."""
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "..."


def listed(words: Collection[str]) -> str:
    """Return words in backticks."""
    return ", ".join(f"`{word}`" for word in words)
