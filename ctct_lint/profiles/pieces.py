"""The start tags of a text, and what is passed over between them.

They are read from the text, so that a document need not be well-formed. Where something
that is passed over lacks its end, it ends before the first sign of markup in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# What `opener` may be in a pattern.
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>", "<!DOCTYPE": "]>"}
# A declaration holds neither, and has lost its end where one stands.
_SIGN = lazy("[<>]")


class MarkupMatch(NamedTuple):
    """What a pattern has found; `inside` is what an opener begins, up to its end."""

    found: re.Match[str]
    inside: str


def pieces_of(text: str, pattern: re.Pattern[str]) -> Iterator[MarkupMatch]:
    """Yield what a pattern finds, and does not find inside of what an opener begins.

    The pattern has a group `opener`, which is one of `<!--`, `<![CDATA[`, `<?`,
    `<?xml` and `<!DOCTYPE`, which has `[` then.
    """
    at, without_end = 0, {""}
    while (found := pattern.search(text, at)) is not None:
        at = start = found.end()
        if found["opener"] is not None:
            closing = _ENDS.get(found["opener"], "")
            end = -1 if closing in without_end else text.find(closing, start)
            if end < 0:
                without_end.add(closing)
                sign = _SIGN.search(text, start)
                end, closing = (sign.start() if sign else len(text)), ""
            at = end + len(closing)
        yield MarkupMatch(found, text[start:at])
