"""Declarations of namespaces under a wrong name, or without their value.

What they were meant to declare is one fault with them: in `<a:note XMLNS:A="urn:a">`
nothing else declares `a`, and in `<note xmlns>` nothing says what `note` is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.text.slips import is_slip
from ctct_lint.xml.chars import S, local_part
from ctct_lint.xml.draft import Draft, Sketch, TextEdit
from ctct_lint.xml.scan.escaping import escaped_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.xml.repair.known_prefixes import KnownPrefixes
    from ctct_lint.xml.tokens import Attribute, Token

_XMLNS = "xmlns"
_DECLARES = frozenset({_XMLNS, f"{_XMLNS}:"})
_BEGINNINGS = frozenset({"xm", "xl", "xn", "ml"})
_SEPARATORS = str.maketrans("", "", ":._-")
_EMPTY = lazy(rf"xmlns(?::([^\s:=]+))?{S}*=?")


def with_values(
    text: str, token: Token, known: KnownPrefixes
) -> Iterator[tuple[str, str]]:
    """Yield prefixes that a tag declares without a value, with what they stand for.

    The mends of these faults write it. Where nobody knows it, they stay as they are.
    """
    for fault in token.drafts:
        if not isinstance(fault, Sketch) or not text.startswith(_XMLNS, fault.start):
            continue
        found = _EMPTY.fullmatch(text, fault.start, fault.end)
        if found is None:
            continue
        owner = [local_part(token.proper)]
        uri = known.meant_by(found[1]) if found[1] else known.known("", owner)
        if uri:
            new = f'"{escaped_text(uri)}"'
            new = new if found[0].endswith("=") else f"={new}"
            fault.edits = (TextEdit(fault.end, fault.end, new),)
            yield found[1] or "", uri


def may_be_declaration(name: str) -> bool:
    """Tell whether an attribute begins as one that is to declare a prefix may."""
    is_near = name[:2].lower() in _BEGINNINGS
    return is_near and name[:6] not in _DECLARES and len(name) > len(_XMLNS)


def meant_declaration(name: str, prefixes: Iterable[str]) -> str:
    """Return the declaration that the name of an attribute is close to, "" if none.

    prefixes  those that nothing declares
    """
    bare = name.casefold().translate(_SEPARATORS)
    meant = (p for p in prefixes if _is_declared_by(bare, p.casefold()))
    found = next(meant, "")
    return found and f"{_XMLNS}:{found}"


def _is_declared_by(name: str, prefix: str) -> bool:
    head = name.removesuffix(prefix)
    return head != name and is_slip(head, _XMLNS)


def misspelt(text: str, token: Token, attribute: Attribute, meant: str) -> Draft:
    """Return the fault of an attribute with the name of a declaration, misspelt."""
    start, end = attribute.name_start, attribute.name_end
    fault = Draft("misspelt-attribute", start, end, text[start:end])
    fault.owner, fault.expected = local_part(token.name), (meant,)
    fault.edits.append(TextEdit(start, end, meant))
    return fault
