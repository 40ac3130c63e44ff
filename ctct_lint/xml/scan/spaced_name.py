"""Names with blanks or a slash in them: `<First Name>Hedda</First Name>`.

What follows the name in a tag are no attributes if all of it is the name of an element
of the format, or if both tags have it. In `<First/Name>Hedda</Name>` the end tag says
what is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import PLAIN_QNAME, S, local_part
from ctct_lint.xml.draft import TextEdit, draft

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

_SPACED = lazy(
    f"({PLAIN_QNAME}:?)(?:{S}+[A-Za-z0-9_.:-]+(?![A-Za-z0-9_.:-]|{S}*=)){{1,4}}"
    f"(?={S}*(/?)>|{S}+{PLAIN_QNAME}{S}*=)"
)
_SLASHED = lazy(f"({PLAIN_QNAME})/({PLAIN_QNAME})(?={S}*>|{S}+{PLAIN_QNAME}{S}*=)")
_DETAIL, _WITH_SLASH = "spaced", "slashed"
# No real document has more unknown names with blanks.
_MOST_SEARCHED = 100


class SpacedName(NamedTuple):
    """What is written, and what is meant; `known` if the format has that name.

    detail  what is wrong with it: `spaced`, or `slashed`
    """

    written: str
    meant: str
    known: bool
    detail: str = _DETAIL

    def draft(self, text: str, token: Token) -> None:
        """Give a tag the name that is meant, and the fault of the one it has."""
        start, end = token.name_start, token.name_end
        token.name = token.proper = self.meant
        edit = TextEdit(start, end, self.meant)
        token.name_draft = draft("invalid-name", text, start, end, edit)
        token.name_draft.subject = " ".join(self.written.split())
        more = "" if self.known else ", unknown"
        token.name_draft.detail = f"{self.detail}{more}"


def spaced_name(source: Source, at: int, *, is_end: bool) -> SpacedName | None:
    """Return the name with blanks that begins there, None if it is none."""
    found = _SPACED.match(source.text, at)
    if found is None:
        return None
    joined = "".join(found[0].split())
    local, meant = local_part(joined), source.meant(joined)
    known = meant in source.model.elements and meant.casefold() == local.casefold()
    meant = joined.removesuffix(local) + meant
    is_clear = known and (
        is_end
        or found[2] == "/"
        or not source.model.knows(local_part(found[1]))
        or source.end_tag(meant, found.end()) >= 0
    )
    is_ended = not is_end and source.end_tag(joined, at) >= 0 > source.end_tag(
        found[1], at
    )
    is_clear = is_clear or is_ended
    if not (is_clear or _has_other_tag(source, found[0], at, is_end=is_end)):
        return None
    return SpacedName(found[0], meant if known else joined, known)


def slashed_name(source: Source, at: int) -> SpacedName | None:
    """Return the name with a slash that begins there, if an end tag proves one.

    The next one has the name without the slash, or what stands behind that; any that
    follows proves the name of an element of the format.
    """
    found = _SLASHED.match(source.text, at)
    if found is None:
        return None
    joined, close = f"{found[1]}{found[2]}", source.find("</", found.end())
    if source.model.knows(joined) and source.end_tag(joined, found.end()) >= 0:
        return SpacedName(found[0], joined, False, _WITH_SLASH)  # noqa: FBT003
    for name in (joined, found[2]) if close >= 0 else ():
        is_ended = source.end_tag(name, found.end()) == close
        if is_ended and source.start_tag(name, found.end(), close) < 0:
            return SpacedName(found[0], name, False, _WITH_SLASH)  # noqa: FBT003
    return None


def _has_other_tag(source: Source, written: str, at: int, *, is_end: bool) -> bool:
    if source.names_searched >= _MOST_SEARCHED:
        return False
    source.names_searched += 1
    if is_end:
        return source.text.rfind(f"<{written}", 0, at) >= 0
    return source.text.find(f"</{written}", at) >= 0
