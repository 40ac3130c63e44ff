"""The comments by which a diagnostic can be suppressed, as edits with their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.report import content_model_of
from ctct_lint.model.severity import Severity
from ctct_lint.suppress.rulebook import can_suppress
from ctct_lint.suppress.write import Comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.profiles.profile import Profile
    from ctct_lint.xml.draft import TextEdit


def comments_of(text: str, profile: Profile | None) -> Comments:
    """Return the comments that a document of a profile has, and may get."""
    return Comments(text, content_model_of(text, profile))


def suppressions(
    comments: Comments, found: Diagnostic
) -> Iterator[tuple[str, TextEdit]]:
    """Yield titles and edits; faults of the syntax cannot be suppressed."""
    is_of_syntax = not found.path and found.severity is Severity.ERROR
    if is_of_syntax or not can_suppress(found.code):
        return
    here = comments.ignore_here(found.range.start.offset, found.code)
    if here is not None:
        yield f"ignore {found.code} here", here
    in_file = comments.ignore_in_file(found.code)
    if in_file is not None:
        yield f"ignore {found.code} in this file", in_file
