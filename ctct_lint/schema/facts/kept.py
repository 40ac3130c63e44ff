"""What the annotations of our own schemas say, kept beside them.

To read a schema file takes as long as to check a clean document. What was written
counts for a file as long as that has the same size and time; the files of a wheel stay
as they were built. A line is of a fact, of what a wildcard lets in, of a simple type
with its pattern and the values that it enumerates, of a word with the values that
people call so, or of a file.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.schema.facts.fact import TextType, from_line, to_line
from ctct_lint.schema.files import is_bundled, schema_dir, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.facts.fact import Fact

# The first line, raised when the others are written otherwise than before.
_FORMAT = "facts 5"
_FACT, _WILD, _TYPE, _WORD, _FILE = "fact", "wild", "type", "word", "file"


def kept_facts(schema: str, *owner: str) -> list[Fact] | None:
    """Return the facts of a schema file, or of an owner in it; None of one not kept."""
    file = _file(schema)
    if not file:
        return None
    found = _lines(_FACT, file, *owner)
    return [from_line("\t".join((*owner, line))) for line in found]


def kept_type(schema: str, name: str) -> TextType | None:
    """Return a simple type of a schema file; None if it is not kept."""
    for line in _lines(_TYPE, _file(schema), name):
        pattern, *values = line.split("\t")
        return TextType(pattern, tuple(values))
    return None


def kept_wildcards(schema: str, namespace: str) -> frozenset[str] | None:
    """Return the elements that are open to a namespace; None of a file not kept."""
    file = _file(schema)
    return frozenset(_lines(_WILD, file, namespace)) if file else None


def kept_values(schemas: tuple[str, ...], word: str) -> frozenset[str] | None:
    """Return the values of schema files that people call so; None if not all are kept.

    One look finds them in all files: each unknown value of a document asks for it.
    """
    files = _files(schemas)
    if files is None:
        return None
    found = (line.split("\t") for line in _lines(_WORD, word))
    return frozenset(v for file, *values in found if file in files for v in values)


def kept_words(schemas: tuple[str, ...]) -> dict[str, frozenset[str]] | None:
    """Return the values that each word stands for; None if not all files are kept."""
    files = _files(schemas)
    if files is None:
        return None
    words: dict[str, frozenset[str]] = {}
    for line in _lines(_WORD):
        word, file, *values = line.split("\t")
        if file in files:
            words[word] = words.get(word, frozenset()).union(values)
    return words


def path() -> str:
    """Return where the facts are kept, or would be."""
    return os.path.join(schema_dir(), "compiled", "facts.txt")


@cache
def _file(schema: str) -> str:
    """Return the name of a schema file of which all is kept, "" of others."""
    folder, file = os.path.split(schema)
    if folder != schema_dir():
        return ""
    is_kept = any(is_bundled() or x == state_of(schema) for x in _lines(_FILE, file))
    return file if is_kept else ""


@cache
def _files(schemas: tuple[str, ...]) -> frozenset[str] | None:
    """Return the names of schema files of which all is kept; None if one is not."""
    files = frozenset(map(_file, schemas))
    return None if "" in files else files


def _lines(*start: str) -> Iterator[str]:
    """Yield what follows such a start in the lines that have it."""
    text, before = _text(), "\n" + "\t".join((*start, ""))
    at = text.find(before)
    while at >= 0:
        end = text.index("\n", at + 1)
        yield text[at + len(before) : end]
        at = text.find(before, end)


@cache
def _text() -> str:
    """Return all lines, with an end before and after each; "" if there are none."""
    try:
        with open(path(), encoding="utf-8") as stream:
            text = stream.read()
    except (OSError, ValueError):
        return ""
    return text if text.startswith(f"{_FORMAT}\n") else ""


def write_facts() -> None:
    """Write the facts and the simple types of all schema files."""
    from ctct_lint.schema.line_file import write

    files = sorted(f for f in os.listdir(schema_dir()) if f.endswith(".xsd"))
    lines = (line for file in files for line in _of_file(file))
    write(path(), "\n".join((_FORMAT, *lines, "")))


def _of_file(file: str) -> Iterator[str]:
    from ctct_lint.schema.facts.annotated import simple_types, wildcards
    from ctct_lint.schema.facts.read import facts_in, words_in

    schema = os.path.join(schema_dir(), file)
    yield f"{_FILE}\t{file}\t{state_of(schema)}"
    for fact in facts_in(schema):
        yield f"{_FACT}\t{file}\t{to_line(fact)}"
    for namespace, owner in wildcards(schema):
        yield f"{_WILD}\t{file}\t{namespace}\t{owner}"
    for name, found in simple_types(schema).items():
        yield "\t".join((_TYPE, file, name, found.pattern, *found.values))
    for word, values in words_in(schema).items():
        yield "\t".join((_WORD, word, file, *sorted(values)))
