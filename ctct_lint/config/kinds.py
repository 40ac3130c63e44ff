"""What a single value of the configuration may be: checked here, told to editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.config.globs import fault_of
from ctct_lint.config.kind import (
    ValueKind,
    ValueProblem,
    another_type,
    hint,
    in_backticks,
    shortened,
)
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from ctct_lint.config.kind import KnownNames, Path

# A longer number is no help, and of thousands of digits it cannot be written.
_MOST_SHOWN = 10**18
_PAGE = r"https?://[^\s{}]+\{code\}[^\s{}]*"
_is_page = lazy(_PAGE)
# A letter and a colon are a drive of Windows.
_is_address = lazy(r"[A-Za-z][A-Za-z0-9+.-]+:/")


def text(
    more: Callable[[str, Path, KnownNames], Iterator[ValueProblem]] | None = None,
    pattern: str = "\\S",
) -> ValueKind:
    """Return the kind of a string that is not empty; `more` says what else is wrong."""

    def problems(value: Any, path: Path, known: KnownNames) -> Iterator[ValueProblem]:
        if not isinstance(value, str):
            yield another_type(value, path, "a string")
        elif not value.strip():
            yield ValueProblem(path, "the string is empty")
        elif "\0" in value:
            yield ValueProblem(path, "the string holds a NUL character")
        elif more is not None:
            yield from more(value, path, known)

    return ValueKind(problems, {"type": "string", "pattern": pattern})


def _of_glob(value: str, path: Path, _: KnownNames) -> Iterator[ValueProblem]:
    fault = fault_of(value)
    if fault:
        yield ValueProblem(path, f"`{shortened(value)}` matches nothing: {fault}")


def _of_file(value: str, path: Path, _: KnownNames) -> Iterator[ValueProblem]:
    if _is_address.match(value):
        helps = ("save what is there, and name the file",)
        yield ValueProblem(
            path, f"`{shortened(value)}` is an address: none is opened", helps
        )


def _of_page(value: str, path: Path, _: KnownNames) -> Iterator[ValueProblem]:
    if not _is_page.fullmatch(value):
        helps = ("write it as `https://example.org/rules/{code}.html`",)
        yield ValueProblem(path, f"{value!r} is no address with {{code}} in it", helps)


def _of_flag(value: Any, path: Path, _: KnownNames) -> Iterator[ValueProblem]:
    if not isinstance(value, bool):
        yield another_type(value, path, "`true` or `false`")


def _of_format(value: Any, path: Path, known: KnownNames) -> Iterator[ValueProblem]:
    is_known = isinstance(value, str) and known.formats
    kind = choice(tuple(known.formats)) if is_known else TEXT
    return kind.problems(value, path, known)


def _of_selector(value: str, path: Path, known: KnownNames) -> Iterator[ValueProblem]:
    rules = known.rules()
    if _is_of(value, rules) or _is_of(value, known.brought()):
        return
    # A number says nothing of the number that was meant; a name does.
    names = sorted(r for r in rules if r.islower())
    helps = (hint(value, names, "`ctct-lint rules` lists them"),)
    yield ValueProblem(
        path, f"no rule has the code or name `{shortened(value)}`", helps
    )


def _is_of(selector: str, rules: Collection[str]) -> bool:
    code = selector.upper()
    return selector in rules or any(r.startswith(code) for r in rules)


_CODES = "[Cc][Tt][Cc][0-9]{0,3}|(?![Cc][Tt][Cc])[A-Za-z]+[0-9]*"
TEXT = text()
GLOB = text(_of_glob)  # it can match something
FILE = text(_of_file)  # the path of a local file or folder
PAGE = text(_of_page, f"^{_PAGE}$")  # an address with `{code}` for a rule's code
FLAG = ValueKind(_of_flag, {"type": "boolean"})
FORMAT = ValueKind(_of_format, TEXT.schema)  # the name of an output format
# A rule's code or the start of it, in any case, or its name.
SELECTOR = text(_of_selector, f"^({_CODES}|[a-z][a-z0-9]*(-[a-z0-9]+)*)$")


def number(least: int, most: int) -> ValueKind:
    """Return the kind of an integer within bounds."""

    def problems(value: Any, path: Path, _: KnownNames) -> Iterator[ValueProblem]:
        if type(value) is not int:
            yield another_type(value, path, "an integer")
        elif not least <= value <= most:
            shown = f", not {value}" if abs(value) <= _MOST_SHOWN else ""
            yield ValueProblem(path, f"must be between {least} and {most}{shown}")

    return ValueKind(problems, {"type": "integer", "minimum": least, "maximum": most})


def choice(words: tuple[str, ...]) -> ValueKind:
    """Return the kind of one of a few words."""

    def problems(value: Any, path: Path, _: KnownNames) -> Iterator[ValueProblem]:
        if not isinstance(value, str):
            yield another_type(value, path, f"one of {in_backticks(words)}")
        elif value not in words:
            helps = (hint(value, words),)
            yield ValueProblem(path, f"unknown value `{shortened(value)}`", helps)

    return ValueKind(problems, {"enum": list(words)})
