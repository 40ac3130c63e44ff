"""Repair: every fault of a document that is not well-formed, with its mend.

The mends together make the text well-formed, whatever it was, so that all that
is not syntax can be checked as well. A mend is the likeliest meaning, and one
cause gives one fault: what follows is read as if it were mended.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.model.quota import ALL
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import SPACE, trimmed_range
from ctct_lint.xml.cleaned import Cleaned
from ctct_lint.xml.draft import Draft, draft
from ctct_lint.xml.edits import Edits, apply_edits
from ctct_lint.xml.pages import OF_MESSAGES, is_message
from ctct_lint.xml.repair.assembly import Assembly
from ctct_lint.xml.repair.beginning import without_preamble
from ctct_lint.xml.repair.early_ends import without_early_ends
from ctct_lint.xml.repair.fragment import with_whole
from ctct_lint.xml.repair.lost_beginning import with_beginning
from ctct_lint.xml.repair.namespaces import Namespaces
from ctct_lint.xml.repair.recovery import recover_tags
from ctct_lint.xml.repair.roots import with_start_of_root
from ctct_lint.xml.repair.walk import Walk
from ctct_lint.xml.scan.scanner import scan
from ctct_lint.xml.source import Source
from ctct_lint.xml.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ctct_lint.model.place import Place
    from ctct_lint.xml.model import ContentModel
    from ctct_lint.xml.repair.elements import Slip
    from ctct_lint.xml.tokens import Token

# Form data has no blanks, and XML has the end of a tag.
_FORM = lazy(r"\s*[\w.\[\]+%-]+=(?!\S*(?:</|/>|<[?!]))\S*\s*\Z")
# What is put in at the end of these comes before a root that begins there.
_UNCLOSED = frozenset({"unclosed-comment", "unclosed-processing-instruction"})


class Repair(NamedTuple):
    """The faults by position, all edits by position, and the result.

    Offsets count code points of the original text. A fault whose place another
    fault's edit takes away has no edit of its own. Of each kind so many faults are
    made as were asked for, the first ones; `left_out` counts the others, which are
    mended as well.
    """

    faults: tuple[Fault, ...]
    edits: Edits
    text: str
    left_out: Counter[str]
    way: WayBack

    def original(self, offset: int) -> int:
        """Return the offset in the original text of one in the repaired text."""
        return self.way.original(offset)


def repair(text: str, model: ContentModel, most: int = ALL) -> Repair:
    """Find what keeps a decoded document (without BOM) from being well-formed.

    A text without any start tag is not repaired: see `faults_without_element`. No
    more than `most` faults of a kind are made.
    """
    cleaned = Cleaned(text, model)
    source = Source(cleaned.text, model)
    found = _found_in(source)
    if not isinstance(found, _Found):
        from ctct_lint.xml.repair.elementless import faults_without_element

        return _not_repaired(text, cleaned, faults_without_element(source.text, found))
    slips = found.slips
    assembly = Assembly(text, cleaned, most)
    assembly.add_inside(source, found.staying)
    # A hostile text has a million of them: not while as many edits are put in order.
    del found
    _give_entity_edits(source, slips)
    edits = assembly.add(slips)
    way = WayBack(edits)
    left_out = assembly.firsts.left_out()
    return Repair(assembly.faults(), edits, apply_edits(text, edits), left_out, way)


class _Found(NamedTuple):
    """What is wrong with the tags of a text, and what stays in which more may be."""

    slips: list[Slip]
    staying: Iterable[Token]


def _found_in(source: Source) -> _Found | Sequence[Token]:
    """Return what is found in a text, or the tokens of one that has no element."""
    tokens, early, moved = without_early_ends(source, scan(source))
    tokens = _tokens(source, tokens)
    if not _has_element(tokens) or _is_other(source, tokens):
        return tokens
    begun = with_beginning(source, tokens) or with_whole(source, tokens)
    tokens, of_root = begun or with_start_of_root(source, tokens)
    tokens, before = without_preamble(source, tokens)
    walk = Walk(source, tokens, moved)
    walk.run()
    lost_root = next((d for d in of_root if isinstance(d, Draft)), None)
    namespaces = Namespaces(source, walk.opened, tokens, lost_root)
    namespaces.run()
    inside = [*namespaces.drafts, *walk.drafts]
    slips = [*before, *early, *of_root[:1], *inside, *of_root[1:]]
    if of_root:
        slips.sort(key=lambda slip: slip.kind not in _UNCLOSED)
    return _Found(slips, walk.nesting.staying)


def _tokens(source: Source, scanned: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens, with some start tag if anything can be taken for one."""
    tokens = recover_tags(source, scanned)
    if not _has_element(tokens) and source.text.lstrip(SPACE).startswith("<"):
        # A hostile text has many of them: once is enough to have them in memory.
        del tokens
        source.takes_any_name = True
        return scan(source)
    return tokens


def _has_element(tokens: Sequence[Token]) -> bool:
    return any(token.kind == "start" for token in tokens)


def _is_other(source: Source, tokens: Sequence[Token]) -> bool:
    """Tell whether it only looks as if there was an element.

    It is a form, in the values of which there are bare `<`, or nothing but a message of
    a program, in HTML.
    """
    knows, names = source.model.knows, (t.name for t in tokens if t.kind == "start")
    lower = set[str]()
    for name in names:
        lower.add(name.lower())
        if knows(name) or knows(name.lower()):
            return False
    if _FORM.match(source.text):
        return True
    return lower <= OF_MESSAGES and is_message(source.text)


def _not_repaired(text: str, cleaned: Cleaned, drafts: Iterable[Draft]) -> Repair:
    faults = (
        Fault(
            made.kind, _where(text, cleaned, made), made.subject, expected=made.expected
        )
        for made in drafts
    )
    return Repair(tuple(faults), Edits(), text, Counter(), WayBack(()))


def _where(text: str, cleaned: Cleaned, made: Draft) -> Place:
    """Return the place of a fault; of an empty text, its forbidden characters."""
    if made.kind == "empty-document":
        return source_span(*trimmed_range(text, 0, len(text)))
    return source_span(*cleaned.span(made.start, made.end))


def _give_entity_edits(source: Source, slips: list[Slip]) -> None:
    """Replace references to entities that the document type declared.

    That is part of taking the declaration away; if it stood in raw markup, the
    references are undefined. Where another mend takes a reference away, that
    one counts: it comes first.
    """
    if not source.entity_edits:
        return
    drafts = (slip for slip in slips if isinstance(slip, Draft))
    owner = next((d for d in drafts if d.kind == "doctype"), None)
    edits = sorted(set(source.entity_edits))
    if owner is not None:
        owner.edits += edits
        return
    for edit in edits:
        kind = "undefined-entity"
        slips.append(draft(kind, source.text, edit.start, edit.end, edit))
