"""`xsl:analyze-string`: a text cut up by a pattern; XSLT 2.0, section 15."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from elementpath.exceptions import ElementPathError

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.functions import items_of
from ctct_lint.schematron.library import CURRENT, GROUPS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ctct_lint.schematron.functions import Body
    from ctct_lint.schematron.model import Query


class Analysis(NamedTuple):
    """The instruction.

    matching  what is done with each text that matches
    others    what is done with those between
    """

    select: Query
    pattern: re.Pattern[str]
    matching: Body
    others: Body

    def items(self, context: Any) -> list[Any]:
        """Return the items of all."""
        token = self.select.token
        values = list(token.select(copy(context)))
        if len(values) > 1:
            raise ElementPathError(f"`{self.select.text}` is more than one text")
        text = "".join(str(token.string_value(one)) for one in values)
        parts = list(self._parts(text))
        inside = copy(context)
        inside.size = len(parts)
        found = []
        for inside.position, (body, inside.item, groups) in enumerate(parts, 1):
            inside.variables = context.variables.copy()
            inside.variables |= {CURRENT: inside.item, GROUPS: groups}
            found += items_of(body, inside)
        return found

    def _parts(self, text: str) -> Iterator[tuple[Body, str, tuple[Any, ...]]]:
        end = 0
        for found in self.pattern.finditer(text):
            if text[end : found.start()]:
                yield self.others, text[end : found.start()], ()
            yield self.matching, found[0], (found[0], *found.groups())
            end = found.end()
        if text[end:]:
            yield self.others, text[end:], ()
