"""Regular expressions that are compiled when they are first used, and a search.

Compiling one takes as long as linting a document does, and a clean one needs few.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

# Where `?` is not rare after all, `<?` is looked for.
_MANY = 20


class _Lazy:
    def __init__(self, pattern: Any, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        # Found here only once: after that it is an attribute like any other.
        value = getattr(re.compile(*self._source), name)
        setattr(self, name, value)
        return value


def lazy(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what acts as the compiled pattern; re.error only when it is used."""
    return cast("re.Pattern[AnyStr]", _Lazy(pattern, flags))


def holds_instruction(text: str, start: int = 0) -> bool:
    """Is there a `<?` at or behind the start?

    To look for one character is many times as fast as to look for two, and `?` is rare.
    """
    at = text.find("?", start + 1)
    for _ in range(_MANY):
        if at < 0:
            return False
        if text[at - 1] == "<":
            return True
        at = text.find("?", at + 1)
    return at >= 0 and text.find("<?", at - 1) >= 0
