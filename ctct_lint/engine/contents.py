"""Running the rules about what stands inside a campaign's rich fields."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.content.content import EMAIL, FIELDS, STYLE, TEXT, Content
from ctct_lint.content.faults import MOST_OF_KIND
from ctct_lint.content.tree import is_plain_text
from ctct_lint.engine.found import Found, crash, found_by, word_faults
from ctct_lint.rules.base import On
from ctct_lint.rules.registry import rules_on
from ctct_lint.schema.operation import Operation
from ctct_lint.severity import Applicability, Severity
from ctct_lint.syntax.place import content_span, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.rules.base import Finding, Proposal, Rule
    from ctct_lint.rules.record import Record
    from ctct_lint.syntax.place import Place

# Contents that nothing was found in, and their size in characters: the same template
# stands in many files. A rule sees nothing else of a campaign.
_CLEAN: set[tuple[str, bool, Operation, str]] = set()
_MOST, _MOST_CHARACTERS = 256, 4_000_000
# The faults of a mail whose fixes may change what is shown: which words are bold, or
# that what browsers take for a comment is one.
_CHANGING = frozenset({"mismatched-end-tag", "bare-less-than"})
_size = 0


def check_contents(record: Record, operation: Operation) -> Iterator[Found]:
    """Yield the findings about the contents of a campaign's rich fields."""
    texts = record.texts
    is_xhtml = texts.get("EmailContentFormat", "").strip().upper() == "XHTML"
    for name in FIELDS:
        text = texts.get(name)
        if not text:
            continue
        key = (name, is_xhtml, operation, text)
        if key in _CLEAN or text.isspace() or len(record.fields[name]):
            continue
        content = Content(record.fields[name], name, text, is_xhtml=is_xhtml)
        is_clean = True
        for found in _check(content, operation):
            is_clean = False
            yield found
        if is_clean:
            _remember(key)


def _remember(key: tuple[str, bool, Operation, str]) -> None:
    global _size  # noqa: PLW0603 - a cache's
    size = len(key[-1])
    if len(_CLEAN) >= _MOST or _size + size > _MOST_CHARACTERS:
        _CLEAN.clear()
        _size = 0
    if size <= _MOST_CHARACTERS:
        _CLEAN.add(key)
        _size += size


def _check(content: Content, operation: Operation) -> Iterator[Found]:
    if content.name != STYLE and "<" in content.text:
        yield from _faults(content, operation)
    for rule in _rules_for(content.name, operation, content.traits, content.tag_names):
        yield from _found_by(rule, content, operation)


def _found_by(rule: Rule, content: Content, operation: Operation) -> Iterator[Found]:
    """Yield a rule's findings; the last of many says how many more there are."""
    number, last = 0, None
    try:
        for number, finding in enumerate(rule.check(content, operation), 1):
            if number < MOST_OF_KIND:
                yield found_by(rule, finding, operation)
            elif last is None:
                last = found_by(rule, finding, operation)
    except Exception as error:  # noqa: BLE001 - one must not end the run
        yield crash(rule.code, error, name_of(content.element))
    if last is not None:
        yield last._replace(left_out=number - MOST_OF_KIND)


@lru_cache(maxsize=256)
def _rules_for(
    name: str, operation: Operation, traits: int, names: frozenset[str]
) -> tuple[Rule, ...]:
    """Return the rules that may have something to say of contents of a kind."""
    return tuple(
        rule
        for rule in rules_on(On.CONTENT, operation)
        if (not rule.fields or name in rule.fields)
        and (not rule.traits or rule.traits & traits)
        and not (rule.tags and rule.tags.isdisjoint(names))
    )


def _faults(content: Content, operation: Operation) -> Iterator[Found]:
    """Yield what keeps the content from being XHTML, or sound HTML.

    XHTML is validated strictly by the server; HTML it takes as it is.
    """
    if content.name == TEXT and is_plain_text(content.text):
        return
    is_strict = content.is_xhtml and content.name in {EMAIL, TEXT}
    is_xml = is_strict or (content.name == TEXT and "text" in content.tag_names)
    if content.name == TEXT and not is_xml:
        return
    faults, left_out = content.faults(as_xml=is_xml)
    if not faults:
        return
    notes = _strict_notes(content) if is_strict else ()
    at_best = Severity.ERROR if is_strict else Severity.WARNING
    if operation is Operation.RESPONSE:
        at_best = Severity.WARNING
    more = dict(left_out)
    for rule, finding, severity, _ in word_faults(faults, operation):
        moved = _relocated(finding, content.element)
        if rule.name in _CHANGING:
            moved = moved._replace(fixes=tuple(map(_as_guess, moved.fixes)))
        moved = moved._replace(notes=(*moved.notes, *notes))
        yield Found(rule, moved, max(severity, at_best), more.pop(rule.name, 0))


def _as_guess(fix: Proposal) -> Proposal:
    return fix._replace(applicability=Applicability.UNSAFE)


def _strict_notes(content: Content) -> tuple[str, ...]:
    return (f"`EmailContentFormat` is `XHTML`: `{content.name}` has to be XML",)


def _relocated(finding: Finding, element: _Element) -> Finding:
    """Make the places in the content's text places in the file."""

    def moved(place: Place) -> Place:
        return content_span(element, place.start, place.end)

    def fix(proposal: Proposal) -> Proposal:
        edits = tuple((moved(place), new) for place, new in proposal.edits)
        return proposal._replace(edits=edits)

    return finding._replace(
        at=moved(finding.at),
        related=tuple((moved(place), label) for place, label in finding.related),
        fixes=tuple(map(fix, finding.fixes)),
    )
