"""What is known of an element, an attribute or a value: the words of hovers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.editing.choices import attribute_choices, text_choices
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.rules.wording import listed
from ctct_lint.text.prose import as_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.components.types import AttributeUse
    from ctct_lint.schema.schema import Schema

_LIMITS = {
    "pattern": "of the pattern `{}`",
    "minInclusive": "{} or more",
    "minExclusive": "more than {}",
    "maxInclusive": "{} or less",
    "maxExclusive": "less than {}",
    "totalDigits": "digits: at most {}",
    "fractionDigits": "digits after the point: at most {}",
    "length": "length: {}",
    "minLength": "length: at least {}",
    "maxLength": "length: at most {}",
}


class About(NamedTuple):
    """An element in a parent, whose name is `owner`; or one of its attributes."""

    schema: Schema
    element: Element
    owner: str = ""
    attribute: AttributeUse | None = None


def markdown(about: About) -> str:
    """Return what is known, as Markdown."""
    paragraphs = (_heading(about), _meaning(about), *_facts(about))
    return "\n\n".join(filter(None, paragraphs))


def _heading(about: About) -> str:
    if about.attribute is not None:
        local = about.attribute.name.rpartition("}")[2]
        return f"**{local}**, attribute of `{about.element.local_name}`"
    place = f", in `{about.owner}`" if about.owner else ""
    return f"**{about.element.local_name}**{place}"


def _meaning(about: About) -> str:
    """Return the documentation."""
    name, facts = about.element.local_name, about.schema.facts
    if about.attribute is None:
        # Where there are facts, all is told in the files that they stand in.
        if about.element.facts:
            own = facts.documentation(about.owner, name)
            return own or facts.documentation("", name)
        return as_markdown(about.schema.notes.of_element(about.element))
    if about.element.facts:
        local = about.attribute.name.rpartition("}")[2]
        return facts.documentation(name, local, "attribute")
    notes = about.schema.notes
    return as_markdown(notes.of_attribute(about.element, about.attribute.name))


def _facts(about: About) -> Iterator[str]:
    lines = [f"- {line}" for line in _lines(about)]
    if lines:
        yield "\n".join(lines)


def _lines(about: About) -> Iterator[str]:
    if about.attribute is not None:
        if about.attribute.required:
            yield "required"
        choices = attribute_choices(about.schema, about.attribute)
        yield from _of_type(about.schema, about.attribute.type, choices)
        return
    facts = dict(about.element.facts)
    yield from _of_operations(facts)
    number = about.schema.simple_type(about.element)
    if number is not None:
        choices = text_choices(about.schema, about.element, about.owner)
        yield from _of_type(about.schema, number, choices)
    yield from _of_limits(facts)
    if "evidence" in facts:
        yield f"evidence: {facts.get('source') or facts['evidence']}"


def _of_operations(facts: Mapping[str, str]) -> Iterator[str]:
    if facts.get("required"):
        yield f"required for: {', '.join(facts['required'].split())}"
    if facts.get("wanted"):
        yield f"wanted for: {', '.join(facts['wanted'].split())}"
    if facts.get("readonly") == "true":
        yield "set by the server, ignored on input"


def _of_type(schema: Schema, number: int, choices: tuple[str, ...]) -> Iterator[str]:
    if choices:
        yield f"one of {listed(choices)}" if len(choices) > 1 else f"`{choices[0]}`"
    else:
        yield f"type: {schema.judge.builtin_name(number)}"
    for kind, words in _LIMITS.items():
        for value in schema.judge.facet(number, kind):
            yield words.format(value)


def _of_limits(facts: Mapping[str, str]) -> Iterator[str]:
    if "max" in facts:
        source = facts.get("max-evidence")
        known = f" (known from: {source})" if source else ""
        yield f"length: at most {facts['max']}{known}"
    if facts.get("format"):
        yield f"written as: {facts['format']}"
    if facts.get("at-most"):
        yield f"at most {facts['at-most']} in its parent"
    if facts.get("erases") == "true":
        yield "empty, it erases what is stored"
