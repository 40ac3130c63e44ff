"""Wrong values that are placeholders: who sees them looks at what should fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.names import local_name
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from ctct_lint.rules.base import Finding

# A type is asked for here, so that signs tell which may stand in any text.
_LONGEST, _FIRST = 100, "{$#@[<%_*"
_WORD = r"[A-Za-z_][\w.:-]*"
_PLACEHOLDER = lazy(
    r"\{\{[^{}]+\}\}|\{\{\{[^{}]+\}\}\}|\{%[^{}]+%\}|[$#@]\{[^{}]+\}"
    rf"|\{{\$?{_WORD}\}}|\[\[[^\[\]]+\]\]|%%?{_WORD}%%?|@@?{_WORD}@@?"
    rf"|__{_WORD}__|%\({_WORD}\)[sdif]|\*\|{_WORD}\|\*|<[%?][^<>]+[%?]>"
    r"|\$[a-z_]\w*(?:->\w+|\[[^\[\]]*\])*"
)
_HELP = "write the value that it stands for, or fill it in before the document is sent"


def as_placeholder(finding: Finding) -> Finding:
    """Return a finding about a value in other words if that is a placeholder.

    What the rule expects there is still said; a fix could only guess.
    """
    part, element, name, *_ = finding.at
    if element is None or part not in {Part.VALUE, Part.ATTRIBUTE_VALUE}:
        return finding
    value = trimmed(element.get(name) if name else element.text)
    if not _is_placeholder(value) or not finding.message.startswith(quoted(value)):
        return finding
    owner = f"`{local_name(element)}`"
    owner = f"`{name.rpartition('}')[2]}` of {owner}" if name else owner
    expected = (one for one in finding.help if one.startswith("expected "))
    return finding._replace(
        message=f"the placeholder {quoted(value, 30)} of {owner} was not filled in",
        help=(_HELP, *expected),
        fixes=(),
        otherwise=None,
    )


def _is_placeholder(value: str) -> bool:
    """Is a value nothing but the name of another one, as templates have it?"""
    if len(value) > _LONGEST or value[:1] not in _FIRST:
        return False
    return _PLACEHOLDER.fullmatch(value) is not None
