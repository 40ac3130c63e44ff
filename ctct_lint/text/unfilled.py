"""Values that are placeholders of templates, which programs should have filled in.

Such a value is wrong where a type is asked for, so that signs tell it which may stand
in any text: a word in one pair of `%` or of braces.
"""

from __future__ import annotations

from ctct_lint.text.patterns import lazy

_LONGEST, _FIRST = 100, "{$#@[<%_*"
_WORD = r"[A-Za-z_][\w.:-]*"
_PLACEHOLDER = lazy(
    r"\{\{[^{}]+\}\}|\{\{\{[^{}]+\}\}\}|\{%[^{}]+%\}|[$#@]\{[^{}]+\}"
    rf"|\{{\$?{_WORD}\}}|\[\[[^\[\]]+\]\]|%%?{_WORD}%%?|@@?{_WORD}@@?"
    rf"|__{_WORD}__|%\({_WORD}\)[sdif]|\*\|{_WORD}\|\*|<[%?][^<>]+[%?]>"
    r"|\$[a-z_]\w*(?:->\w+|\[[^\[\]]*\])*"
)


def is_placeholder(value: str) -> bool:
    """Is a value nothing but the name of another one, as templates have it?"""
    if len(value) > _LONGEST or value[:1] not in _FIRST:
        return False
    return _PLACEHOLDER.fullmatch(value) is not None
