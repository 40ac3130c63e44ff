"""ctct-lint: compiler-like errors for Constant Contact v1 campaign XML.

    >>> import ctct_lint
    >>> for d in ctct_lint.lint(b"<entry/>"):
    ...     print(d.range.start.line, d.code, d.message)

`lint` is the whole of it; what it returns is made of plain frozen values.
"""

from __future__ import annotations

from ctct_lint.version import __version__

# As `typing` has it, which the command line imports later.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

    from ctct_lint.config import Settings
    from ctct_lint.engine.lint import Linter, Outcome
    from ctct_lint.model.diagnostic import (
        Applicability,
        Diagnostic,
        Edit,
        Fix,
        Label,
        Position,
        Range,
        Severity,
    )
    from ctct_lint.profiles.ctct.operation import Operation
    from ctct_lint.profiles.description import Description
    from ctct_lint.schema.sources.trouble import SchemaError

__all__ = [
    "Applicability",
    "Diagnostic",
    "Edit",
    "Fix",
    "Label",
    "Operation",
    "Position",
    "Range",
    "SchemaError",
    "Severity",
    "__version__",
    "lint",
]


def __getattr__(name: str) -> Any:
    """Import the types on first use: the command line has no need of most."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "Operation":
        from ctct_lint.profiles.ctct.operation import Operation

        return Operation
    if name == "SchemaError":
        from ctct_lint.schema.sources.trouble import SchemaError

        return SchemaError
    from importlib import import_module

    # `from ctct_lint import diagnostic` would ask this function for it again.
    return getattr(import_module("ctct_lint.model.diagnostic"), name)


def lint(  # noqa: PLR0913 - by keyword only
    data: bytes | bytearray | memoryview | str | Path,
    *,
    operation: Operation | str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    schema: str | Path | None = None,
    catalog: str | Path | None = None,
    schematron: str | Path | None = None,
    profile: str | None = None,
) -> list[Diagnostic]:
    """Return the diagnostics of one document, sorted by position, then code.

    data        the document: bytes as they would be sent, text that is decoded
                already, or the path of a file to read
    operation   what the document is for: "create", "update" or "response"; None
                decides by what the document tells itself: a `feed` is a response, an
                `entry` a create, or an update if its ids name one campaign
    select      codes, prefixes of codes (`CTC2`) or rule names to report; all if
                empty; errors of what is no XML are reported all the same
    ignore      the same, not to report
    schema      the path of an XSD that the document is checked with, whatever it is
    catalog     the path of an OASIS XML catalog: which local files stand for the
                URIs in that schema
    schematron  the path of a Schematron schema whose rules count, too
    profile     the name of the vocabulary: "ctct", or one of a distribution

    The eight schemas that were asked for last are kept in memory, for each thread by
    itself, until one of their files has other bytes; and so are some texts of mails in
    which nothing was found.

    Raises OSError if a path cannot be read, ValueError for an operation, a profile or a
    rule that does not exist, and SchemaError, which is one, for a schema that cannot be
    used; never anything for what the document holds.
    """
    from ctct_lint.config import Settings
    from ctct_lint.profiles.ctct.operation import Operation
    from ctct_lint.session.profiles.linters import linter_of

    chosen = None if operation is None else Operation(operation)
    settings = Settings(chosen)
    if select or ignore:
        from ctct_lint.session.profiles.words import known_selectors

        chosen_rules = known_selectors(select), known_selectors(ignore)
        settings = Settings(chosen, *chosen_rules)
    if schema is not None or schematron is not None or profile is not None:
        described = _described(schema, catalog, schematron, profile)
        settings = settings._replace(profile=described)
    linter = linter_of(settings.profile)
    if isinstance(data, str):
        outcome = linter.lint_text(data.removeprefix("\ufeff"), settings)
    elif isinstance(data, (bytes, bytearray, memoryview)):
        outcome = linter.lint_bytes(bytes(data), settings)
    else:
        outcome = _outcome_of_file(linter, str(data), settings)
    if outcome.unusable is not None and not outcome.unusable.is_of_parts:
        raise outcome.unusable.error()
    return list(outcome.diagnostics)


def _described(
    schema: str | Path | None,
    catalog: str | Path | None,
    schematron: str | Path | None,
    name: str | None,
) -> Description:
    """Return the profile that schemas are, or that has a name; ValueError for none."""
    import os

    from ctct_lint.profiles.description import Description

    if schema is not None or schematron is not None:
        given = (schema, catalog, schematron)
        schema, catalog, rules = (os.path.abspath(p) if p else "" for p in given)
        return Description(name or "schema", schema, catalog, schematron=rules)
    from ctct_lint.config.problem import ConfigurationError
    from ctct_lint.session.profiles.named import Named

    try:
        return Named(name or "", ()).among(())
    except ConfigurationError as error:
        raise ValueError(error.problems[0].message) from None


def _outcome_of_file(linter: Linter, path: str, settings: Settings) -> Outcome:
    """Return what there is to say of a file, which may be a feed of any length."""
    from ctct_lint.text.regular import read_pieces, read_start, size_of

    if size_of(path) > settings.long:
        from ctct_lint.engine.parts.lint import lint_parts

        outcome = lint_parts(linter, read_pieces(path), settings)
        if outcome is not None:
            return outcome
    return linter.lint_bytes(read_start(path, settings.largest + 1), settings)
