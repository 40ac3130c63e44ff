"""What may have been meant by a word that is no command, or no rule's code or name."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ctct_lint.rules.base import Rule

_CODE = "CTC"
# More codes than these are told by their beginnings.
_MOST_CODES = 8


def rule_hint(word: str, own: Iterable[Rule]) -> str:
    """Return what follows the message that no rule is called so.

    `own` are rules of the user's that it may have meant as well.
    """
    from ctct_lint.rules.registry import all_rules
    from ctct_lint.text.spelling import closest

    if word.upper().startswith(_CODE):
        return f"; {_alike(word.upper(), [rule.code for rule in all_rules()])}"
    names = [rule.name for rule in (*all_rules(), *own)]
    close = _with_words(word.lower(), names) or [*filter(None, (closest(word, names),))]
    if not close:
        return "; `ctct-lint rules` lists them"
    *others, last = close
    meant = f"{', '.join(others)} or {last}" if others else last
    return f"; did you mean {meant}?"


def _with_words(word: str, names: Sequence[str]) -> list[str]:
    """Return names with words that begin as those of a name do, in its order."""
    words = re.split("[-_ ]+", word)
    begun = re.compile(".*".join(rf"\b{re.escape(one)}" for one in words))
    found = [name for name in names if begun.search(name)]
    return found if len(found) <= _MOST_CODES else []


def _alike(word: str, codes: Sequence[str]) -> str:
    """Return which codes start as a word does, or with what they go on."""
    starts = (word[:size] for size in range(len(word), 0, -1))
    shared = next(s for s in starts if any(code.startswith(s) for code in codes))
    alike = [code for code in codes if code.startswith(shared)]
    if len(alike) > _MOST_CODES:
        alike = list(dict.fromkeys(code[: len(shared) + 1] for code in alike))
    return f"those that start with {shared}: {', '.join(alike)}"


def command_hint(word: str, commands: Sequence[str]) -> str:
    """Return the call that may have been meant by a first word; "" if none is."""
    from ctct_lint.rules.registry import find_rule
    from ctct_lint.text.spelling import closest

    close = closest(word, commands)
    if close:
        return f"ctct-lint {close}"
    if word == "-" or os.sep in word or os.path.lexists(word) or _is_document(word):
        return f"ctct-lint check {word}"
    is_explained = word.isdigit() or find_rule(word)
    return f"ctct-lint explain {word}" if is_explained else ""


def _is_document(word: str) -> bool:
    return word.lower().endswith(".xml")
