"""Compiled schemas, kept beside the schemas, so that xmlschema is not waited for.

A wheel brings them. In a checkout they are made when they are first asked for, and
again when a schema file or this format has changed; git ignores them.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
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
    key = _key()
    return Schema(_read(_path(driver), key) or _compile(driver, key))


def compile_all() -> None:
    """Compile every schema that documents are checked with, for a wheel to carry."""
    for profile in {*PROFILES.values(), *OTHER_PAYLOADS.values()}:
        _compile(profile.driver, _key())


def _path(driver: str) -> str:
    return os.path.join(schema_dir(), "compiled", driver.replace(".xsd", ".json"))


def _compile(driver: str, key: str) -> Components:
    from ctct_lint.schema.compile import compile_file

    components = compile_file(schema_path(driver))
    text = json.dumps([key, to_plain(components)], separators=(",", ":"))
    with suppress(OSError):  # where nothing can be kept, it is compiled again
        _write(_path(driver), text)
    return components


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
