"""What people write for what they leave out: `...`, `[snip]`."""

from __future__ import annotations

import re

from ctct_lint.text.patterns import lazy

_LONGEST = 20
_ELISION = lazy(
    r"[\[(<{-]*\s*(?:\.{3,}|…|(?:\.\s){2,}\.|snip(?:ped)?|etc\.?)\s*[\])>}-]*",
    re.IGNORECASE,
)


def is_elision(text: str) -> bool:
    """Say whether a text stands for what its writer has left out."""
    word = text.strip()
    return len(word) <= _LONGEST and _ELISION.fullmatch(word) is not None
