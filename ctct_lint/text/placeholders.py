"""Whether a text may have placeholders of templates, at a glance."""

from __future__ import annotations

from ctct_lint.text.patterns import holds_instruction

# Nothing where another `%` follows.
_BEHIND_PERCENT = frozenset({"s", "(", ""})


def may_have_placeholders(text: str) -> bool:
    """Say at a glance whether it is worth looking: most texts have none of these.

    One character is looked for ten times as fast as two.
    """
    return (
        "{" in text
        or ("%" in text and _may_have_percents(text))
        or ("?" in text and holds_instruction(text))
        or ("[" in text and "[[" in text)
        or ("_" in text and "__" in text)
        or ("*" in text and "*|" in text)
        or ("@" in text and "@Model" in text)
    )


def may_be_unfilled(text: str) -> bool:
    """Say the same of a value, which may be the name of a variable: `$name`."""
    return "$" in text or may_have_placeholders(text)


def _may_have_percents(text: str) -> bool:
    """Are there `%s`, `%(`, `%%` or `<%`? One search for `%` is the quickest."""
    before, *parts = text.split("%")
    for part in parts:
        if part[:1] in _BEHIND_PERCENT or before[-1:] == "<":
            return True
        before = part
    return False
