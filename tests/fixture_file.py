"""Fixtures: documents that say themselves what the linter must say of them.

After the root stands one comment for each diagnostic, in their order:

    <!-- expect: CTC203 23:21-23:33 "`x` is not a valid GreetingName"
         fix: "write `FirstName`" -->
    <!-- expect: CTC405 12:13-12:43 warning "`x` is not a date and time" -->
    <!-- operation: update -->
    <!-- schema: shop.xsd -->

Lines and columns count from 1, columns in characters, ends are exclusive. The
severity is that of an error unless a word before the message says otherwise.
Where a comment would disturb (bytes matter, text after the root, `--` in a
message) the same lines stand in `NAME.expect` beside `NAME.xml`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ctct_lint import Diagnostic, Range, lint
from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.profiles.description import Description
from ctct_lint.profiles.profile import Profile
from ctct_lint.profiles.xsd import XsdProfile, of_description

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
# A document with nothing to say of it, and one with two errors and a warning.
GOOD = (FIXTURES / "valid" / "campaign-minimal.create.xml").read_text("utf-8")
BAD = (FIXTURES / "invalid" / "greeting-name-and-state.xml").read_text("utf-8")

_COMMENT = re.compile(r"<!--\s*((?:expect|operation|schema):.*?)\s*-->", re.DOTALL)
_SCHEMA = re.compile(r"schema: ([\w-]+\.(?:xsd|sch))")
_OPERATION = re.compile(r"operation: (\w+)")
_EXPECT = re.compile(r'expect: (CTC\d{3}) (\d+:\d+-\d+:\d+)(?: (\w+))? "(.*)"')
_FIX = re.compile(r'fix: "(.*)"')


class Expected(NamedTuple):
    """What one diagnostic must be."""

    code: str
    where: str
    severity: str
    message: str
    fixes: tuple[str, ...] = ()


class Fixture(NamedTuple):
    """A document, what it is for (None: its root decides), what must be said.

    `schema` is the file in `fixtures/schemas` that it is of, or the Schematron schema
    in `fixtures/profiles`, "" for the service's own.
    """

    path: Path
    data: bytes
    operation: str | None
    expected: tuple[Expected, ...]
    schema: str = ""


def read(path: Path) -> Fixture:
    """Read a fixture; ValueError for an expectation that is not understood."""
    data = path.read_bytes()
    sidecar = path.with_suffix(".expect")
    if sidecar.exists():
        lines = sidecar.read_text("utf-8").splitlines()
    else:
        comments = _COMMENT.findall(data.decode("utf-8"))
        lines = [line for comment in comments for line in comment.splitlines()]
    return _understood(path, data, [line.strip() for line in lines])


def _understood(path: Path, data: bytes, lines: list[str]) -> Fixture:
    operation, schema, expected = None, "", list[Expected]()
    for line in lines:
        if match := _EXPECT.fullmatch(line):
            code, where, severity, message = match.groups()
            expected.append(Expected(code, where, severity or "error", message))
        elif match := _FIX.fullmatch(line):
            last = expected[-1]
            expected[-1] = last._replace(fixes=(*last.fixes, match[1]))
        elif match := _OPERATION.fullmatch(line):
            operation = match[1]
        elif match := _SCHEMA.fullmatch(line):
            schema = match[1]
        else:
            raise ValueError(f"{path.name}: not understood: {line}")
    return Fixture(path, data, operation, tuple(expected), schema)


def linted(
    fixture: Fixture, text: bytes | str = b"", select: tuple[str, ...] = ()
) -> list[Diagnostic]:
    """Return the diagnostics of a fixture, or of a text in its place."""
    data = text or fixture.data
    if not fixture.schema:
        return lint(data, operation=fixture.operation, select=select)
    return linted_by(fixture.schema, data, select)


def linted_by(
    schema: str, data: bytes | str, select: tuple[str, ...] = ()
) -> list[Diagnostic]:
    """Return the diagnostics of a document of one of the fixtures' schemas."""
    data = data.encode() if isinstance(data, str) else data
    linter = Linter(_profile(schema))
    return list(linter.lint_bytes(data, Settings(select=select)).diagnostics)


@cache
def _profile(schema: str) -> Profile:
    if schema.endswith(".sch"):
        rules = str(FIXTURES / "profiles" / schema)
        return of_description(Description(schema, schematron=rules), None)
    return XsdProfile(schema, str(FIXTURES / "schemas" / schema))


def as_expected(diagnostic: Diagnostic) -> Expected:
    """Return a diagnostic in the terms of an expectation."""
    return Expected(
        diagnostic.code,
        where(diagnostic.range),
        diagnostic.severity.label,
        diagnostic.message,
        tuple(fix.title for fix in diagnostic.fixes),
    )


def where(found: Range) -> str:
    """Return a range as an expectation writes it."""
    start, end = found
    return f"{start.line + 1}:{start.column + 1}-{end.line + 1}:{end.column + 1}"


def documents(folder: str) -> list[Path]:
    """Return the documents of a folder of fixtures, by name."""
    return sorted((FIXTURES / folder).rglob("*.xml"))


def written(expected: Expected) -> list[str]:
    """Return an expectation's lines, as a fixture writes them."""
    code, where_, severity, message, fixes = expected
    word = "" if severity == "error" else f"{severity} "
    first = f'expect: {code} {where_} {word}"{message}"'
    return [first, *(f'fix: "{title}"' for title in fixes)]


def example_of_profiles(name: str) -> str:
    """Return a block of docs/profiles.md."""
    text = (ROOT / "docs" / "profiles.md").read_text("utf-8")
    found = re.search(rf"<!-- example: {name} -->\n```\w+\n(.*?)```", text, re.DOTALL)
    assert found is not None
    return found[1]
