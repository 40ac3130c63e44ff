"""Compiled schemas, kept beside the schemas, so that xmlschema is not waited for.

A wheel and an editable install bring them; git ignores them. Where a schema file or
this format has changed since, a schema is compiled when it is asked for, and not kept:
a check writes nothing.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

from ctct_lint.schema.facts.facts import NO_FACTS
from ctct_lint.schema.files import schema_dir
from ctct_lint.schema.line_file import packed, unpacked, write
from ctct_lint.schema.schema import Schema
from ctct_lint.schema.storing.plain import from_lines, to_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.schema.components.components import Components
    from ctct_lint.schema.facts.facts import Facts
    from ctct_lint.schema.storing.plain import StoredSchema

# Raised when components are written otherwise than before.
FORMAT = 7


@cache
def compiled_schema(path: str, facts: Facts = NO_FACTS) -> Schema:
    """Return the compiled form of one of our own schema files; it may be kept."""
    kept = _read(_path(path), _key())
    if kept is None:
        return Schema(_compile(path), facts)
    return Schema(kept.components, facts, survey=kept.survey)


def compile_all(paths: Iterable[str]) -> None:
    """Compile the schemas that documents are checked with, and keep what is new."""
    key = _key()
    for path in paths:
        if _read(_path(path), key) is None:
            write(_path(path), packed(key, to_lines(_compile(path))))


def _path(schema: str) -> str:
    name = os.path.basename(schema).replace(".xsd", ".jsonl")
    return os.path.join(schema_dir(), "compiled", name)


def _compile(path: str) -> Components:
    from ctct_lint.schema.compiling.compile import compile_file

    return compile_file(path)


def _read(path: str, key: str) -> StoredSchema | None:
    """Return what was kept, None if there is nothing or it is of other files."""
    try:
        with open(path, "rb") as stream:
            lines = unpacked(key, stream.read())
    except OSError:
        return None
    return None if lines is None else from_lines(lines)


def _key() -> str:
    """Return what tells the schema files, as they are, from those before a change.

    It is a checksum, which nobody would gain by forging: to import `hashlib` takes
    longer than to read all files.
    """
    size = check = 0
    for name in sorted(os.listdir(schema_dir())):
        if name.endswith(".xsd"):
            with open(os.path.join(schema_dir(), name), "rb") as stream:
                data = stream.read()
            size, check = size + len(data), crc32(data, check)
    return f"{FORMAT}-{size}-{check:08x}"
