"""`xml:id`: a name, and the only one of its kind: libxml2 minds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import SPACE, is_ncname, local_part, safe_name
from ctct_lint.xml.draft import TextEdit, draft
from ctct_lint.xml.repair.broken_declarations import misspelt
from ctct_lint.xml.scan.escaping import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.xml.draft import Draft
    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Attribute, Token

_NEEDS_ID = lazy(r"\sid=")


class XmlIds:
    """The values of `xml:id` that a document has."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._taken: set[str] = set()

    def check(
        self, token: Token, attribute: Attribute, written: str
    ) -> Iterator[Draft]:
        """Yield what is wrong with an attribute, if anything is.

        written  its value as it is mended, references and all
        """
        value = decoded(written).strip(SPACE)
        is_name = is_ncname(value)
        meant = "" if is_name else self._source.meant(local_part(token.proper))
        if meant and _NEEDS_ID.search(self._source.model.start_tag(meant, "")):
            yield misspelt(self._source.text, token, attribute, "id")
            return
        if is_name and value not in self._taken:
            self._taken.add(value)
            return
        start, end = attribute.value_start, attribute.value_end
        edit = TextEdit(start, end, self._another(safe_name(value)))
        if start == end:
            start, end = attribute.name_start, attribute.name_end
        fault = draft("invalid-name", self._source.text, start, end, edit)
        fault.subject, fault.detail = value, "xml:id again" if is_name else "xml:id"
        yield fault

    def _another(self, name: str) -> str:
        """Return a name that no other element has, and note it."""
        while name in self._taken:
            name = f"{name}_{len(self._taken)}"
        self._taken.add(name)
        return name
