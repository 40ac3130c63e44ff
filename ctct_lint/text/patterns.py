"""Regular expressions that are compiled when they are first used.

Compiling one takes as long as linting a document does, and a clean one needs few.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


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
