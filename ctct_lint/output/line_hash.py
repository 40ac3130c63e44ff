"""The hash of lines by which GitHub knows an alert again: `primaryLocationLineHash`.

It is that of `src/fingerprints.ts` in github/codeql-action, to the bit: there, a
different one gives a warning. The hash of a line covers 100 UTF-16 code units from
its start on, over the ends of lines but without blanks and tabs; a number says how
many lines so far have had it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# GitHub computes the hash itself where it is missing; reading every line of a huge
# document is not worth it.
LONGEST = 1 << 20
_UNITS = 100
_BYTES = 2 * _UNITS
_BASE = 37
_MODULUS = 1 << 64
_RETURN = re.compile(r"\r\n?")
_UNPRINTED = str.maketrans("", "", " \t")
_END_OF_FILE = b"\xff\xff"


def line_hashes(text: str, wanted: Collection[int]) -> dict[int, str]:
    """Return the hashes of lines, numbered from 0; none for a very long text."""
    if len(text) > LONGEST or not wanted:
        return {}
    last = max(wanted) + 1
    numbered = enumerate(islice(_windows(text), last))
    windows = {number: window for number, window in numbered if number in wanted}
    seen = dict.fromkeys(windows.values(), 0)
    found = {}
    for number, window in enumerate(islice(_windows(text), last)):
        if window in seen:
            seen[window] += 1
        if number in windows:
            found[number] = f"{_hash(window):x}:{seen[window]}"
    return found


def _windows(text: str) -> Iterator[bytes]:
    """Yield what each line's hash covers, as UTF-16-LE."""
    shown = _RETURN.sub("\n", text).translate(_UNPRINTED)
    units = shown.encode("utf-16-le", "surrogatepass") + _END_OF_FILE
    start = 0
    for line in shown.split("\n"):
        yield units[start : start + _BYTES]
        start += len((line + "\n").encode("utf-16-le", "surrogatepass"))


def _hash(window: bytes) -> int:
    value = 0
    for low, high in zip(window[::2], window[1::2], strict=True):
        value = value * _BASE + low + (high << 8)
    short = _UNITS - len(window) // 2
    return value * pow(_BASE, short, _MODULUS) % _MODULUS
