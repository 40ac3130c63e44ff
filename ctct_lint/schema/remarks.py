"""What the author of a schema should look at, though documents can be judged by it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ctct_lint.schema.sources.trouble import SchemaTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.sources.sources import Sources
    from ctct_lint.schema.storing.shelf import Shelf

_KEPT_AS = "remarks"


def remarks_on(
    sources: Sources, shelf: Shelf, version: str | None
) -> tuple[SchemaTrouble, ...]:
    """Return the remarks on the files of a schema; they are kept on its shelf.

    version  the version of XSD in which xmlschema has read them; None if it has not
    """
    kept = shelf.find(_KEPT_AS)
    if kept is not None:
        with suppress(Exception):
            return tuple(_remark(json.loads(line)) for line in filter(None, kept))
    found = tuple(_found(sources, version))
    shelf.keep(_KEPT_AS, lambda: [json.dumps(one) for one in found])
    return found


def _found(sources: Sources, version: str | None) -> Iterator[SchemaTrouble]:
    from ctct_lint.schema.sources.declared import files_of
    from ctct_lint.schema.sources.idle_keys import idle_keys
    from ctct_lint.schema.sources.inconsistent import inconsistent

    # Of later versions xmlschema has looked for that itself.
    is_first, has_keys = version in {None, "1.0"}, sources.have("selector")
    files = list(files_of(sources)) if is_first or has_keys else []
    if is_first:
        yield from inconsistent(files)
    if has_keys:
        yield from idle_keys(files)


def _remark(kept: list[Any]) -> SchemaTrouble:
    """Return a remark that was kept; ValueError if it is none."""
    *texts, expected, is_of_name, source = kept
    path, kind, at, attribute, subject, detail = map(_text, texts)
    likely, of_name = tuple(map(_text, expected)), is_of_name is True
    words = kind, at, attribute, subject, detail
    return SchemaTrouble(path, *words, likely, of_name, _text(source))


def _text(kept: object) -> str:
    if not isinstance(kept, str):
        raise ValueError(kept)  # noqa: TRY004 - the file is wrong, not the program
    return kept
