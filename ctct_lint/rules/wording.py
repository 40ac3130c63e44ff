"""How messages are worded, in one place: quoting, lists, suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.model.severity import Applicability
from ctct_lint.rules.base import Proposal, guess
from ctct_lint.rules.characters import visible
from ctct_lint.schema.names import local_name, with_prefix
from ctct_lint.text.escapes import with_references
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place

MOST_LISTED = 8
MOST_IN_MESSAGE = 90
_LONGEST = 40
# A namespace has a colon, unlike the `{2}` of a pattern.
_CLARK = lazy(r"\{[^{}\s]*:[^{}\s]*\}")
_FUNCTION = lazy(r"xml[A-Z]\w+ ?: ?")
_QUOTED = lazy(r"(?<!\w)'([^']*)'")


def quoted(value: str, longest: int = _LONGEST) -> str:
    """Return a value in backticks, exactly as written but for a cut-off end.

    Characters that cannot be seen are named: `<U+200B>`.
    """
    # Made visible it is no shorter.
    value = visible(value[: longest + 1])
    if len(value) > longest:
        value = value[: longest - 1] + "…"
    return f"`{value}`"


def listed(values: Sequence[str]) -> str:
    """Return values in backticks; after eight of them "and N more"."""
    shown = ", ".join(quoted(v) for v in values[:MOST_LISTED])
    more = len(values) - MOST_LISTED
    return f"{shown} and {more:,} more" if more > 0 else shown


def expected(values: Sequence[str]) -> str:
    """Return the help that says which values could stand there."""
    return f"expected {'one of ' if len(values) > 1 else ''}{listed(values)}"


def did_you_mean(value: str) -> str:
    """Return the help for the one candidate that is close; "" for none."""
    return value and f"did you mean {quoted(value, 80)}?"


def article(word: str) -> str:
    """Return "a" or "an", as the word's first letter wants it."""
    return "an" if word[:1].lower() in "aeiou" else "a"


def either(names: Sequence[str], longest: int = _LONGEST) -> str:
    """Return names in backticks, the last two joined by "or"; after eight, how many."""
    shown = [quoted(name, longest) for name in names[:MOST_LISTED]]
    more = len(names) - MOST_LISTED
    shown += [f"{more:,} more"] if more > 0 else []
    return " or ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def expected_form(patterns: str) -> tuple[str, ...]:
    """Return the help about the form of a value; nothing if it is not known.

    `patterns` has a pattern of XSD in each line; a value has to match one.
    """
    forms = patterns.splitlines()
    return (f"expected the form {either(forms)}",) if forms else ()


def as_many(words: Sequence[str], used: int, joint: str = "and") -> str:
    """Return as many of the words as fit into a message, joined, and how many more.

    `used` is how long the message is without them; the first word is always there.
    """
    for count in range(min(len(words), MOST_IN_MESSAGE), 1, -1):
        more = len(words) - count
        last = f"{more} more" if more else words[count - 1]
        shown = words[:count] if more else words[: count - 1]
        text = f"{', '.join(shown)} {joint} {last}"
        if used + len(text) <= MOST_IN_MESSAGE:
            return text
    return words[0] if len(words) == 1 else f"{words[0]} {joint} {len(words) - 1} more"


def clause(sentence: str) -> str:
    """Return a sentence as part of another: small first letter, no full stop."""
    if sentence[1:2].islower() or sentence[1:2] == " ":
        sentence = sentence[0].lower() + sentence[1:]
    return sentence.strip().rstrip(".")


def own_words(message: str) -> str:
    """Return another program's message in the manner of this one.

    Clark notation becomes local names, quotes become backticks; a name of libxml2's own
    functions in front of it is left out.
    """
    at = _FUNCTION.match(message)
    message = message[at.end() :].rstrip("! ") if at else message
    message = _QUOTED.sub(r"`\1`", _CLARK.sub("", message))
    return " ".join(clause(message).split())


def child_tag(parent: _Element | None, name: str) -> str:
    """Return the start tag of a child, with the prefix that its parent has."""
    return f"<{name if parent is None else with_prefix(parent, name)}>"


def child_with(parent: _Element | None, name: str, text: str) -> str:
    """Return a child that holds a text, as it is to be written in its parent."""
    tag = child_tag(parent, name)
    return f"{tag}{escaped(text)}</{tag[1:]}"


def is_of_attribute(fault: Fault) -> bool:
    """Is the fault one of an attribute's value?"""
    return fault.at.part is Part.ATTRIBUTE_VALUE


def holder(fault: Fault) -> str:
    """Return what holds the value at fault, as "is not a valid ..." needs it."""
    element = fault.at.element
    if element is None or not is_of_attribute(fault):
        return fault.owner
    return f"{quoted(fault.owner)} of {quoted(local_name(element))}"


def namespace_label(uri: str, labels: Mapping[str, str]) -> str:
    """Return what people call a namespace, as the labels have it, or its URI."""
    known = labels.get(uri)
    return f"the {known} namespace" if known else quoted(uri)


def escaped(text: str) -> str:
    """Return text as it is written between tags or in a quoted value."""
    return with_references(text, '&<>"')


def nonempty(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts that are not empty."""
    return tuple(t for t in texts if t)


def fixes_of(fault: Fault, title: str, *, is_safe: bool = True) -> tuple[Proposal, ...]:
    """Return the fault's own edits as a fix; none where it has no edits."""
    level = Applicability.SAFE if is_safe else Applicability.UNSAFE
    return (Proposal(title, fault.edits, level),) if fault.edits else ()


def renaming_exactly(fault: Fault) -> tuple[Proposal, ...]:
    """Return the fix that writes the names of a fault's edits, with their prefixes.

    In the tree the element is in another namespace than in the file, so that its
    prefix there says nothing.
    """
    edits = [(at, (new,)) for at, new in fault.edits]
    title = f"rename it to {quoted(fault.edits[0][1], 80)}" if edits else ""
    return (guess(title, *edits),) if edits else ()


def replacement(at: Place, new: str, *, is_safe: bool = False) -> tuple[Proposal, ...]:
    """Return the fix that writes another value; none where there is no value.

    The value is given as it shall be read.
    """
    level = Applicability.SAFE if is_safe else Applicability.UNSAFE
    written = with_references(new).replace("]]>", "]]&gt;")
    return (Proposal(f"write {quoted(new)}", ((at, written),), level),) if new else ()


def mending(fault: Fault, title: str) -> str:
    """Return the title of the fault's own edits; it says if they remove something."""
    removed = [not new and at.start < at.end for at, new in fault.edits]
    if removed and all(removed):
        return "remove it"
    return f"{title} and remove the rest" if any(removed) else title


def renaming(fault: Fault) -> tuple[Proposal, ...]:
    """Return the fix that gives an element the first name expected, if it has edits."""
    if not fault.edits:
        return ()
    from ctct_lint.text.slips import is_sure

    meant, *_ = fault.expected
    sure = is_sure(fault.subject, meant, fault.expected)
    return fixes_of(fault, f"rename it to {quoted(meant)}", is_safe=sure)
