"""Faults of a text that is well-formed: code of a template, another version of XML.

The code is `<?php ... ?>`, to XML a processing instruction. The repair finds the code
that breaks the XML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.text.patterns import holds_instruction, lazy
from ctct_lint.text.white_space import WHITE_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

# Comments and CDATA sections are passed over: there it is no instruction.
_CODE = lazy(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|(?P<code><\?php\b.*?\?>)",
    re.DOTALL | re.IGNORECASE,
)
_USUAL = ('<?xml version="1.0"', "<?xml version='1.0'")
# Not that of `chars`: a clean document needs none of its patterns.
_S = f"[{WHITE_SPACE}]"
_VERSION = lazy(f"<\\?xml{_S}+version{_S}*={_S}*([\"'])(1\\.[0-9]+)\\1")


def template_code(text: str) -> Iterator[Fault]:
    """Yield a fault for each `<?php ... ?>` of a well-formed text."""
    if not holds_instruction(text, 1):
        return  # of most texts a declaration at their start is all
    for found in _CODE.finditer(text):
        if found["code"]:
            at = source_span(*found.span())
            yield Fault("template-leftover", at, found[0], detail="well-formed")


def other_version(text: str) -> Iterator[Fault]:
    """Yield a fault if it is one that is read as 1.0, and is not 1.0."""
    if text.startswith("<?xml") and not text.startswith(_USUAL):
        found = _VERSION.match(text)
        if found and found[2] != "1.0":
            yield Fault("other-xml-version", source_span(*found.span(2)), found[2])
