"""Where a comment belongs that suppresses a diagnostic, and what it says there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.suppress import MARK
from ctct_lint.suppress.directive import FILE, IGNORE
from ctct_lint.suppress.scope import find_directives, find_elements
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.draft import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.suppress.scope import Directives, Elements, Scoped
    from ctct_lint.xml.model import ContentModel

# What may stand before a tag for it to have a line of its own.
_INDENT = lazy(r"(?:\A|[\r\n])([ \t]*)\Z")


class Comments:
    """The comments of a document that suppress, and those that it may get.

    It is read when something is asked for, and once: it may have a hundred diagnostics.
    """

    def __init__(self, text: str, model: ContentModel) -> None:
        self._text = text
        self._model = model

    @cached_property
    def _elements(self) -> Elements:
        return find_elements(self._text, self._model)

    @cached_property
    def _known(self) -> Directives:
        return find_directives(self._text, self._model)

    def ignore_here(self, offset: int, code: str) -> TextEdit | None:
        """Return the edit that ignores a code in the innermost element of an offset.

        An `ignore` that the element has already gets one code more. None where there
        is no element.
        """
        start = self._elements.innermost(offset)
        if start < 0:
            return None
        known = self._known.directives
        about_it = [d for d in known if d.start == start and _has_codes(d, IGNORE)]
        return _added(about_it, code) or _before(self._text, start, IGNORE, code)

    def ignore_in_file(self, code: str) -> TextEdit | None:
        """Return the edit that ignores a code everywhere; None without a root."""
        known = self._known
        if known.root < 0:
            return None
        of_file = [d for d in known.directives if _has_codes(d, FILE)]
        return _added(of_file, code) or _before(self._text, known.root, FILE, code)


def _has_codes(scoped: Scoped, verb: str) -> bool:
    return scoped.directive.verb == verb and bool(scoped.directive.selectors)


def _added(those: Iterable[Scoped], code: str) -> TextEdit | None:
    """Return the edit that adds a code to the first of some directives."""
    for scoped in those:
        end = scoped.directive.selectors[-1].end
        return TextEdit(end, end, f", {code}")
    return None


def _before(text: str, start: int, verb: str, code: str) -> TextEdit:
    """Return a comment before a tag: on a line of its own, if the tag has one."""
    comment = f"<!-- {MARK}: {verb}[{code}] -->"
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start), 0)
    indent = _INDENT.search(text[line:start])
    if indent is not None:
        comment = f"{comment}\n{indent[1]}"
    return TextEdit(start, start, comment)
