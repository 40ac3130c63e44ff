"""What a value of the configuration may be: checked here, and told to editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from ctct_lint.config.globs import fault_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    Path = tuple[str | int, ...]
    Schema = dict[str, Any]

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


class Kind(Protocol):
    """A sort of values."""

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        ...

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        ...


class Text(NamedTuple):
    """A string that is not empty, such as a glob or a path."""

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        del known
        if not isinstance(value, str):
            yield _another_type(value, path, "a string")
        elif not value.strip():
            yield Wrong(path, "the string is empty")
        elif "\0" in value:
            yield Wrong(path, "the string holds a NUL character")

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        return {"type": "string", "pattern": "\\S"}


class Glob(NamedTuple):
    """A glob that can match something."""

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        wrong = next(Text().wrongs(value, path, known), None)
        fault = "" if wrong else fault_of(value)
        if fault:
            wrong = Wrong(path, f"`{shortened(value)}` matches nothing: {fault}")
        if wrong:
            yield wrong

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        return Text().schema()


class Flag(NamedTuple):
    """`true` or `false`."""

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        del known
        if not isinstance(value, bool):
            yield _another_type(value, path, "`true` or `false`")

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        return {"type": "boolean"}


class Number(NamedTuple):
    """An integer within bounds."""

    least: int
    most: int

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        del known
        if type(value) is not int:
            yield _another_type(value, path, "an integer")
        elif not self.least <= value <= self.most:
            bounds = f"between {self.least} and {self.most}"
            number = f", not {value}" if abs(value) <= _MOST_SHOWN else ""
            yield Wrong(path, f"must be {bounds}{number}")

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Choice(NamedTuple):
    """One of a few words."""

    words: tuple[str, ...]

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        del known
        if not isinstance(value, str):
            yield _another_type(value, path, f"one of {listed(self.words)}")
        elif value not in self.words:
            helps = (hint(value, self.words),)
            yield Wrong(path, f"unknown value `{shortened(value)}`", helps)

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        return {"enum": list(self.words)}


class Format(NamedTuple):
    """The name of an output format."""

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        if isinstance(value, str) and known.formats:
            yield from Choice(tuple(known.formats)).wrongs(value, path, known)
        else:
            yield from Text().wrongs(value, path, known)

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        return Text().schema()


class Selector(NamedTuple):
    """A rule's code or the start of it, in any case, or its name."""

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        wrong = next(Text().wrongs(value, path, known), None)
        if wrong is not None:
            yield wrong
            return
        rules = known.rules()
        if value in rules or any(r.startswith(value.upper()) for r in rules):
            return
        # A number says nothing of the number that was meant; a name does.
        names = sorted(r for r in rules if r.islower())
        helps = (hint(value, names, "`ctct-lint rules` lists them"),)
        message = f"no rule has the code or name `{shortened(value)}`"
        yield Wrong(path, message, helps)

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        ours, others = "[Cc][Tt][Cc][0-9]{0,3}", "(?![Cc][Tt][Cc])[A-Za-z]+[0-9]*"
        pattern = f"^({ours}|{others}|[a-z][a-z0-9]*(-[a-z0-9]+)*)$"
        return {"type": "string", "pattern": pattern}


class Many(NamedTuple):
    """An array of values of one kind."""

    of: Kind

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        if isinstance(value, list):
            for number, one in enumerate(value):
                yield from self.of.wrongs(one, (*path, number), known)
            return
        wrong = _another_type(value, path, "an array")
        if isinstance(value, str):
            wrong = wrong._replace(help=("put brackets around it",))
        yield wrong

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        return {"type": "array", "items": self.of.schema()}


class OneOrMany(NamedTuple):
    """A value of a kind, or an array of such."""

    of: Kind

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        is_one = not isinstance(value, list)
        yield from (self.of if is_one else Many(self.of)).wrongs(value, path, known)

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        return {"anyOf": [self.of.schema(), Many(self.of).schema()]}


class Table(NamedTuple):
    """A table whose keys are of one kind, and whose values are of another."""

    keys: Kind
    values: Kind

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        if not isinstance(value, dict):
            yield _another_type(value, path, "a table")
            return
        for key, one in value.items():
            here = (*path, key)
            for wrong in self.keys.wrongs(key, here, known):
                yield wrong._replace(at_key=True)
            yield from self.values.wrongs(one, here, known)

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        names = {k: v for k, v in self.keys.schema().items() if k != "type"}
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": self.values.schema(),
        }


class Record(NamedTuple):
    """A table with given keys, of which those `needed` must be there."""

    fields: dict[str, tuple[Kind, str]]
    needed: tuple[str, ...] = ()

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        if not isinstance(value, dict):
            yield _another_type(value, path, "a table")
            return
        for key, one in value.items():
            here = (*path, key)
            if key in self.fields:
                yield from self.fields[key][0].wrongs(one, here, known)
            else:
                helps = (hint(key, self.fields),)
                message = f"unknown key `{shortened(key)}`"
                yield Wrong(here, message, helps, at_key=True)
        for key in self.needed:
            if key not in value:
                yield Wrong(path, f"the key `{key}` is missing")

    def schema(self) -> Schema:
        """Return the JSON schema of the values."""
        properties = {
            name: {"description": text, **kind.schema()}
            for name, (kind, text) in self.fields.items()
        }
        required = {"required": list(self.needed)} if self.needed else {}
        more = {"properties": properties, "additionalProperties": False}
        return {"type": "object", **more, **required}


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
