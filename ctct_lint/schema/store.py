"""Compiled schemas, kept beside the schemas, so that xmlschema is not waited for.

A wheel and an editable install bring them; git ignores them. Where a schema file or
this format has changed since, a schema is compiled when it is asked for, and not kept:
a check writes nothing.
"""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any

from ctct_lint.schema.catalog import OTHER_PAYLOADS, PROFILES
from ctct_lint.schema.files import read_schema, schema_dir, schema_path
from ctct_lint.schema.plain import from_plain, to_plain
from ctct_lint.schema.schema import Schema

if TYPE_CHECKING:
    from ctct_lint.schema.components import Components

# Raised when components are written otherwise than before.
FORMAT = 2


@cache
def compiled_schema(driver: str) -> Schema:
    """Return the compiled form of a schema file."""
    return Schema(_read(_path(driver), _key()) or _compile(driver))


def compile_all() -> None:
    """Compile every schema that documents are checked with, and keep what is new."""
    key = _key()
    for driver in {p.driver for p in (*PROFILES.values(), *OTHER_PAYLOADS.values())}:
        if _read(_path(driver), key) is None:
            compiled = [key, to_plain(_compile(driver))]
            _write(_path(driver), json.dumps(compiled, separators=(",", ":")))


def _path(driver: str) -> str:
    return os.path.join(schema_dir(), "compiled", driver.replace(".xsd", ".json"))


def _compile(driver: str) -> Components:
    from ctct_lint.schema.compile import compile_file

    return compile_file(schema_path(driver))


def _write(path: str, text: str) -> None:
    """Write a file as a whole: another process may do the same, or read it."""
    beside = f"{path}.{os.getpid()}"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(beside, "w", encoding="utf-8") as stream:
        stream.write(text)
    os.replace(beside, path)


def _read(path: str, key: str) -> Components | None:
    """Return what was kept, None if there is nothing or it is of other files."""
    try:
        with open(path, encoding="utf-8") as stream:
            found: Any = json.load(stream)
    except (OSError, ValueError):
        return None
    return from_plain(found[1]) if found[:1] == [key] else None


def _key() -> str:
    """Return what tells the schema files, as they are, from all others."""
    from hashlib import sha256

    hashed = sha256(b"%d" % FORMAT)
    for name in sorted(os.listdir(schema_dir())):
        if name.endswith(".xsd"):
            hashed.update(read_schema(name))
    return hashed.hexdigest()
