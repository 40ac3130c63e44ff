"""Code of a template that XML takes for a processing instruction: `<?php ... ?>`.

What breaks the XML is found by the repair; this is what does not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.text.patterns import holds_instruction, lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

# Comments and CDATA sections are passed over: there it is no instruction.
_CODE = lazy(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|(?P<code><\?php\b.*?\?>)",
    re.DOTALL | re.IGNORECASE,
)


def template_code(text: str) -> Iterator[Fault]:
    """Yield a fault for each `<?php ... ?>` of a well-formed text."""
    if not holds_instruction(text, 1):
        return  # of most texts a declaration at their start is all
    for found in _CODE.finditer(text):
        if found["code"]:
            at = source_span(*found.span())
            yield Fault("template-leftover", at, found[0], detail="well-formed")
