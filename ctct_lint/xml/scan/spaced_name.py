"""Names with blanks in them: `<First Name>Hedda</First Name>`.

What follows the name in a tag are no attributes if all of it is the name of an element
of the format, or if both tags have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import PLAIN_QNAME, S
from ctct_lint.xml.draft import TextEdit, draft

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

_SPACED = lazy(
    f"({PLAIN_QNAME})(?:{S}+[A-Za-z0-9_.-]+(?![A-Za-z0-9_.:-]|{S}*=)){{1,4}}"
    f"(?={S}*(/?)>|{S}+{PLAIN_QNAME}{S}*=)"
)
_DETAIL = "spaced"
# No real document has more unknown names with blanks.
_MOST_SEARCHED = 100


class SpacedName(NamedTuple):
    """What is written, and what is meant; `known` if the format has that name."""

    written: str
    meant: str
    known: bool

    def draft(self, text: str, token: Token) -> None:
        """Give a tag the name that is meant, and the fault of the one it has."""
        start, end = token.name_start, token.name_end
        token.name = token.proper = self.meant
        edit = TextEdit(start, end, self.meant)
        token.name_draft = draft("invalid-name", text, start, end, edit)
        token.name_draft.subject = " ".join(self.written.split())
        token.name_draft.detail = _DETAIL if self.known else f"{_DETAIL}, unknown"


def spaced_name(source: Source, at: int, *, is_end: bool) -> SpacedName | None:
    """Return the name with blanks that begins there, None if it is none."""
    found = _SPACED.match(source.text, at)
    if found is None:
        return None
    joined = "".join(found[0].split())
    meant = source.meant(joined)
    known = meant in source.model.elements and meant.casefold() == joined.casefold()
    is_clear = known and (
        is_end
        or found[2] == "/"
        or not source.model.knows(found[1])
        or source.end_tag(meant, found.end()) >= 0
    )
    if not (is_clear or _has_other_tag(source, found[0], at, is_end=is_end)):
        return None
    return SpacedName(found[0], meant if known else joined, known)


def _has_other_tag(source: Source, written: str, at: int, *, is_end: bool) -> bool:
    if source.names_searched >= _MOST_SEARCHED:
        return False
    source.names_searched += 1
    if is_end:
        return source.text.rfind(f"<{written}", 0, at) >= 0
    return source.text.find(f"</{written}", at) >= 0
