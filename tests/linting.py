"""How tests lint a single document by any profile that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.lint import Linter

if TYPE_CHECKING:
    from ctct_lint.config import Settings
    from ctct_lint.engine.lint import Outcome


def lint_bytes(data: bytes, settings: Settings) -> Outcome:
    """Lint a document as it would be sent."""
    return Linter().lint_bytes(data, settings)


def lint_text(text: str, settings: Settings) -> Outcome:
    """Lint a document that is text already."""
    return Linter().lint_text(text, settings)
