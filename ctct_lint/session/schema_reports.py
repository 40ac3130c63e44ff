"""What an editor is told of the files of schemas, on the disk and as they are typed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.session.files.schemas import result_in, results_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.config import Settings
    from ctct_lint.profiles.description import Description
    from ctct_lint.schema.sources.trouble import Unusable
    from ctct_lint.session.files.result import FileResult

_KEPT = 32


class SchemaReports:
    """Tells what is wrong with schemas; of those on the disk it is known then."""

    def __init__(self, settings_for: Callable[[str | None], Settings]) -> None:
        """Note what returns the settings of a path."""
        self._settings_for = settings_for
        self._known = lru_cache(_KEPT)(self._found)

    def of(self, unusable: Unusable | None) -> dict[str, FileResult]:
        """Return the files at fault by their paths, without those unreadable."""
        return {} if unusable is None else self._known(unusable)

    def _found(self, unusable: Unusable) -> dict[str, FileResult]:
        found = results_of(unusable, 1, self._settings_for)
        return {item.path or "": one for item, one in found if one.was_checked}

    def as_typed(
        self, path: str, text: str, part_of: Description, checked: FileResult
    ) -> FileResult:
        """Return what is said of a file of a profile, were a text its content.

        checked  what is said of its syntax; it is all, unless the file is at fault.
                 `unusable` is left with what is wrong with the other files
        """
        unusable = _unusable_with(path, text, part_of)
        if unusable is None or not unusable.can_be_placed_in(path):
            return checked._replace(unusable=unusable)
        told = result_in(path, unusable, self._settings_for, text)
        return told._replace(unusable=unusable.without(path))


def _unusable_with(path: str, text: str, part_of: Description) -> Unusable | None:
    """Return what is wrong with a profile if one of its files holds a text."""
    from ctct_lint.profiles.xsd import of_description

    profile = of_description(part_of, None)
    profile.hold(path, text)
    return profile.unusable() or profile.unused()
