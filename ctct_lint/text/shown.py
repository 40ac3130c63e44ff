"""What programs write for a value that is no text: `[object Object]`, `undefined`."""

from __future__ import annotations

from ctct_lint.text.patterns import lazy

_OBJECT = "an object"
_NOTHING = "what is not there"
_BYTES = "bytes"
# Who writes it, and what for, by the group that is found.
_MEANINGS = (
    ("JavaScript", _NOTHING),
    ("JavaScript", _OBJECT),
    ("PHP", _OBJECT),
    ("Python", _BYTES),
    ("Python", _OBJECT),
    ("Ruby", _OBJECT),
    ("Perl", _OBJECT),
    (".NET", _OBJECT),
    ("Java", _OBJECT),
)
_WORDS = r"(?:[A-Za-z_]\w*[.$/])*[A-Za-z_]\w*"
_SHOWN = lazy(
    r"(?:(undefined|NaN)"
    r"|(\[object [A-Z]\w*\])"
    r"|(Array|Resource id #\d+)"
    r"|(b'[^']*'|b\"[^\"]*\")"
    rf"|(<(?:{_WORDS} object|function \S+|bound method .*) at 0x[\da-fA-F]+>+)"
    r"|(#<[A-Z][\w:]*(?:[: ][^<>]*)?>)"
    r"|((?:[A-Z][\w:]*=)?(?:HASH|ARRAY|SCALAR|CODE|REF)\(0x[\da-f]+\))"
    rf"|(System\.{_WORDS}(?:`\d+)?(?:\[[^\[\]]*\])*)"
    rf"|((?:\[+[A-Z]?)?(?:[a-z]\w*\.)*[A-Z][\w$]*;?@[\da-f]{{5,8}}))\Z"
)
# What each begins with or holds: most values are told apart by that.
_BEGINNINGS = (
    *("undefined", "NaN", "[object ", "Array", "Resource id #", "b'", 'b"'),
    *("<", "#<", "System."),
)
# Nothing of the kind that people would not see at once is longer.
LONGEST = 100


def shown(value: str) -> tuple[str, str] | None:
    """Return who writes such a value, and what for; None if it may be meant."""
    has_sign = value.startswith(_BEGINNINGS) or "@" in value or "(0x" in value
    if not has_sign or len(value) > LONGEST:
        return None
    found = _SHOWN.match(value)
    return _MEANINGS[(found.lastindex or 0) - 1] if found else None
