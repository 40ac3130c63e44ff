"""Names of files as the head of a diff has them, for `git apply` and `patch` to read.

A name with a quote, a backslash, a control sign or a byte that is no text is quoted as
in C; behind one with a blank there is a tab, where the name ends.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    import re

_ODD = lazy(r'["\\\x00-\x1f\x7f\ud800-\udfff]')
_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r", '"': r"\"", "\\": r"\\"}


def named(side: str, name: str) -> str:
    """Return the name of a file on one side of a diff, `a` or `b`."""
    parts = name.replace(os.sep, "/").split("/")
    path = "/".join([side, *(part for part in parts if part not in {"", "."})])
    if _ODD.search(path):
        return f'"{_ODD.sub(_escaped, path)}"'
    return f"{path}\t" if " " in path else path


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return _SHORT.get(sign) or "".join(f"\\{byte:03o}" for byte in os.fsencode(sign))
