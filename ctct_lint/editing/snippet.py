"""What is inserted, with the places that are still to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# Longer lists are not for choosing from.
_MOST_CHOICES = 20


class Stop(NamedTuple):
    """A place to fill in: with what it is filled at first, and what else fits."""

    default: str = ""
    choices: tuple[str, ...] = ()


Part = str | Stop


def as_snippet(parts: Sequence[Part]) -> str:
    """Return the parts as a snippet of LSP, with tab stops in their order."""
    written, number = [], 0
    for part in parts:
        if isinstance(part, Stop):
            number += 1
            written.append(_stop(number, part))
        else:
            written.append(_escaped(part, "\\$}"))
    return "".join(written)


def as_plain(parts: Sequence[Part], indent: str = "") -> str:
    """Return the parts as a text; its further lines are indented."""
    texts = (part.default if isinstance(part, Stop) else part for part in parts)
    return "".join(texts).replace("\n", f"\n{indent}")


def _stop(number: int, stop: Stop) -> str:
    others = [choice for choice in stop.choices if choice != stop.default]
    choices = [stop.default, *others] if stop.default else others
    if 1 < len(choices) <= _MOST_CHOICES:
        return f"${{{number}|{','.join(_escaped(c, '$}|,') for c in choices)}|}}"
    if stop.default:
        return f"${{{number}:{_escaped(stop.default, '$}')}}}"
    return f"${number}"


def _escaped(text: str, signs: str) -> str:
    for sign in "\\" + signs.replace("\\", ""):
        text = text.replace(sign, f"\\{sign}")
    return text
