"""What has no tags in it: comments, CDATA sections, instructions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_CLOSING = {"<!--": "-->", "<![CDATA[": "]]>"}


def stretches(text: str, opening: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where such stretches begin and end, by position.

    What is never closed is none of these; its end is looked for once.

    opening  finds `<!--`, `<![CDATA[` or what an instruction begins with
    """
    endless, found = set[str](), opening.search(text)
    while found:
        at = found.end()
        closing = _CLOSING.get(found[0].upper(), "?>")
        close = -1 if closing in endless else text.find(closing, at)
        if close < 0:
            endless.add(closing)
        else:
            at = close + len(closing)
            yield found.start(), at
        found = opening.search(text, at)
