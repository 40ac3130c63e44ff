"""Faults of a text that may be well-formed: code of a template, another version of XML.

The code is `<?php ... ?>`, to XML a processing instruction. The repair finds the code
that breaks the XML. And text that was encoded as UTF-8 may have been taken for
windows-1252 and encoded again.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.text.patterns import holds_instruction, lazy
from ctct_lint.text.white_space import WHITE_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

# Comments and CDATA sections are passed over: there it is no instruction.
_OPENING = lazy(r"<!--|<!\[CDATA\[|<\?php\b", re.IGNORECASE)
_USUAL = ('<?xml version="1.0"', "<?xml version='1.0'")
# Not that of `chars`: a clean document needs none of its patterns.
_S = f"[{WHITE_SPACE}]"
_VERSION = lazy(f"<\\?xml{_S}+version{_S}*={_S}*([\"'])(1\\.[0-9]+)\\1")


def template_code(text: str) -> Iterator[Fault]:
    """Yield a fault for each `<?php ... ?>` of a text that is or may be well-formed."""
    if not holds_instruction(text, 1):
        return  # of most texts a declaration at their start is all
    from ctct_lint.xml.unseen import stretches

    for start, end in stretches(text, _OPENING):
        if text.startswith("<?", start):
            at, code = source_span(start, end), text[start:end]
            yield Fault("template-leftover", at, code, detail="well-formed")


def other_version(text: str) -> Iterator[Fault]:
    """Yield a fault if it is one that is read as 1.0, and is not 1.0."""
    if text.startswith("<?xml") and not text.startswith(_USUAL):
        found = _VERSION.match(text)
        if found and found[2] != "1.0":
            yield Fault("other-xml-version", source_span(*found.span(2)), found[2])


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
