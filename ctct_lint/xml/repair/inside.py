"""What is wrong inside of texts and values: bare signs, references, `]]>`.

It is looked for at the very end, in what has stayed text and value: there may be
one such fault for each character, and they need not be remembered until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.escapes import REFERENCES
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import SPACE, margin, skip_space
from ctct_lint.xml.draft import Draft, TextEdit, draft
from ctct_lint.xml.scan.references import reference_fault
from ctct_lint.xml.tokens import Stretch

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from ctct_lint.xml.source import Source

# Most references are of XML's own five, and need not be read.
_IN_VALUE = lazy("<|&(?!lt;|gt;|amp;|quot;|apos;)")
_IN_TEXT = lazy("<|]]>|&(?!lt;|gt;|amp;|quot;|apos;)")
# What a reference may begin with, behind its `&`.
_REFERENCE = lazy("[#A-Za-z_]|[^\x00-\x7f]")
_KINDS = {"&": "bare-ampersand", "<": "bare-less-than"}
_IN_ATTRIBUTE = "less-than-in-attribute"
_TEMPLATE_LOOK = 300
# In a value; what is longer is no URI and no name.
_SECTION = lazy(r"(<!\[CDATA\[)[^<\]]{0,1000}(\]\]>)")
_BRACES = (("{{", "}}"), ("{%", "%}"), ("${", "}"), ("<%", "%>"), ("<?", "?>"))


class Sign(NamedTuple):
    """One wrong sign and what to write for it: a fault that is all its range."""

    kind: str
    start: int
    end: int
    new: str

    @property
    def edits(self) -> tuple[TextEdit, ...]:
        """The only mend."""
        return (TextEdit(self.start, self.end, self.new),)

    def draft(self, text: str) -> Draft:
        """Return the fault."""
        return draft(self.kind, text, self.start, self.end, *self.edits)


def faults_inside(source: Source, stretch: Stretch) -> Iterator[Sign | Draft]:
    """Yield the faults of a text or a value, by position."""
    if stretch.is_value:
        return _gathered(source.text, _faults_of_value(source, stretch), stretch)
    faults = _faults(source, _IN_TEXT, stretch)
    return _gathered(source.text, faults, stretch) if source.has_braces else faults


def is_sound(source: Source, stretches: Iterable[Stretch]) -> bool:
    """Tell whether there is nothing wrong in these."""
    return not any(True for s in stretches for _ in faults_inside(source, s))


def mended(source: Source, start: int, end: int) -> str:
    """Return an attribute's value with what is wrong inside mended."""
    text = source.text
    parts, at = [], start
    for fault in faults_inside(source, Stretch(start, end, is_value=True)):
        for edit in fault.edits:
            parts += [text[at : edit.start], edit.new]
            at = edit.end
    return "".join([*parts, text[at:end]]) if parts else text[start:end]


def _faults(
    source: Source, pattern: re.Pattern[str], stretch: Stretch
) -> Iterator[Sign | Draft]:
    text, (after, end, is_value) = source.text, stretch
    for found in pattern.finditer(text, after, end):
        at = found.start()
        if at < after:
            continue
        sign = found[0]
        if sign == "<" and not is_value and _stands_before_tag(text, at, end):
            yield Sign("bare-less-than", at, at + 1, "")
        elif sign == "]]>":
            new = "" if _ends_section_again(text, at) else "]]&gt;"
            yield Sign("cdata-end-in-text", at, at + 3, new)
        elif sign == "<" or not _REFERENCE.match(text, at + 1, end):
            yield Sign(_KINDS[sign], at, at + 1, REFERENCES[sign])
        else:
            fault, after = reference_fault(source, at, stretch.end)
            if fault:
                yield fault


def _stands_before_tag(text: str, at: int, end: int) -> bool:
    """Tell whether a `<` ends a text, or is all that a line has before a tag."""
    is_first = skip_space(text, at + 1) >= end and margin(text, at) is not None
    return at + 1 == end or is_first


def _ends_section_again(text: str, at: int) -> bool:
    """Tell whether no more than white space parts a `]]>` from another one."""
    while at and text[at - 1] in SPACE:
        at -= 1
    return text.endswith("]]>", 0, at)


def _faults_of_value(source: Source, stretch: Stretch) -> Iterator[Sign | Draft]:
    section: Draft | None = None
    for fault in _faults(source, _IN_VALUE, stretch):
        if section and fault.start < section.edits[-1].start:
            # A bare sign is right in a section: it is escaped as that goes.
            section.edits[-1:-1] = fault.edits
            continue
        if section:
            yield section
        section = _section(source, fault, stretch.end)
        if not section:
            yield _of_value(fault)
    if section:
        yield section


def _of_value(fault: Sign | Draft) -> Sign | Draft:
    """Return the fault of a sign in a value, where a `<` has a kind of its own."""
    if isinstance(fault, Sign) and fault.kind == _KINDS["<"]:
        return fault._replace(kind=_IN_ATTRIBUTE)
    return fault


def _section(source: Source, fault: Sign | Draft, end: int) -> Draft | None:
    """Return the fault of a CDATA section in a value, where none can begin."""
    section = _SECTION.match(source.text, fault.start, end)
    if section is None:
        return None
    marks = (TextEdit(*section.span(group), "") for group in (1, 2))
    found = draft(_IN_ATTRIBUTE, source.text, fault.start, fault.start + 1, *marks)
    found.detail = "section"
    return found


def _gathered(
    text: str, faults: Iterable[Sign | Draft], stretch: Stretch
) -> Iterator[Sign | Draft]:
    """Make one fault of those inside `{{ ... }}`, `<%= ... %>` and their like."""
    last: Sign | Draft | None = None
    for fault in faults:
        span = _template_around(text, stretch, fault)
        if isinstance(last, Draft) and span and last.start == span[0]:
            last.edits += fault.edits
            continue
        if last:
            yield last
        last = draft("template-leftover", text, *span, *fault.edits) if span else fault
    if last:
        yield last


def _template_around(
    text: str, stretch: Stretch, fault: Sign | Draft
) -> tuple[int, int] | None:
    low = max(stretch.start, fault.start - _TEMPLATE_LOOK)
    high = min(stretch.end, fault.end + _TEMPLATE_LOOK)
    for opening, closing in _BRACES:
        start = text.rfind(opening, low, fault.end + 1)
        if start < 0 or text.find(closing, start, fault.start) >= 0:
            continue
        end = text.find(closing, fault.end, high)
        if end >= 0:
            return start, end + len(closing)
    return None
