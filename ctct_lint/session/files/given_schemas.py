"""Schemas that are themselves what is to be checked, and are of no profile."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.schema.names import XSD
from ctct_lint.session.files.result import FileResult
from ctct_lint.text.encoding import decode

if TYPE_CHECKING:
    from ctct_lint.config import Settings
    from ctct_lint.engine.lint import Linter
    from ctct_lint.text.decoded import Decoded

_CHECKED = "without it"
_XSD = (XSD.encode(), XSD.encode("utf-16-le")[:-1])


def given_schema(
    path: str, text: str, settings: Settings, linter: Linter
) -> GivenSchema | None:
    """Return a file as the XSD that it is; None if it is none, or of a profile."""
    from ctct_lint.profiles.opening import opening_of

    opening = opening_of(text)
    is_schema = (opening.namespace, opening.local) == (XSD, "schema")
    is_part = settings.part_of is not None
    if not is_schema or is_part or linter.profile_of(text, settings) is not None:
        return None
    return GivenSchema(os.path.abspath(path), linter)


def may_be_schema(data: bytes) -> bool:
    """Is the namespace of schemas in a file? One in UTF-16 may be of either kind."""
    return any(name in data for name in _XSD)


class GivenSchema:
    """An XSD that is checked as such, with what it includes and imports.

    Where that cannot all be read, nothing is known but its syntax.
    """

    def __init__(self, path: str, linter: Linter) -> None:
        """Note its absolute path; `linter` is for the syntax."""
        self._path = path
        self._linter = linter

    def check_data(self, data: bytes, settings: Settings) -> FileResult:
        """Return what is wrong if the file holds these bytes."""
        found = self._judged(decode(data), settings)
        return found or FileResult(*self._linter.lint_bytes(data, settings))

    def check_text(self, text: str, settings: Settings) -> FileResult:
        """Return what is wrong if the file holds a text, in whatever encoding."""
        from ctct_lint.text.decoded import Decoded

        found = self._judged(Decoded(text, "utf-8"), settings)
        return found or FileResult(*self._linter.lint_text(text, settings))

    def _judged(self, decoded: Decoded, settings: Settings) -> FileResult | None:
        """Return its own faults, and as `unusable` those of what it refers to."""
        from ctct_lint.engine.schema_file import lint_schema_file
        from ctct_lint.schema.sources.trouble import UNRESOLVED, Unusable
        from ctct_lint.schema.user_schema import UserSchema

        schema = UserSchema(self._path, "")
        schema.sources.hold(self._path, decoded.text)
        troubles = schema.troubles or schema.remarks
        if any(one.kind == UNRESOLVED for one in troubles):
            return None
        here = [one for one in troubles if one.path == self._path]
        text, found = lint_schema_file(decoded, here, settings)
        is_plain = decoded.codec == "utf-8" and not (decoded.bom or decoded.troubles)
        others = Unusable(self._path, troubles, _CHECKED).without(self._path)
        return FileResult(text, found, is_plain=is_plain, unusable=others, lasts=False)
