"""Text that was encoded as UTF-8, taken for windows-1252 and encoded again."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span

if TYPE_CHECKING:
    from collections.abc import Iterator


def double_encoded(text: str) -> Iterator[Fault]:
    """Yield a fault for each run of characters that are bytes of UTF-8.

    `expected` is what was meant. Nothing is found in ASCII, and that is no work.
    """
    if text.isascii():
        return
    for found in _pattern().finditer(text):
        try:
            meant = b"".join(map(_byte, found[0])).decode("utf-8")
        except UnicodeDecodeError:
            continue
        at = source_span(*found.span())
        edits = ((at, meant),)
        yield Fault("double-encoded-text", at, found[0], expected=(meant,), edits=edits)


def _byte(char: str) -> bytes:
    """Return the byte that was read as a character."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a first byte with those that must follow it.

    They are what windows-1252 makes of the bytes 80 to BF, or what ISO-8859-1 does:
    control characters.
    """
    following = bytes(range(0x80, 0xC0))
    rest = re.escape(following.decode("cp1252", "ignore") + following.decode("latin-1"))
    return re.compile(
        rf"(?:[\u00c2-\u00df][{rest}]"
        rf"|[\u00e0-\u00ef][{rest}]{{2}}"
        rf"|[\u00f0-\u00f4][{rest}]{{3}})+"
    )
