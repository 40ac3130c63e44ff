"""The XML declaration: where it stands and what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import S
from ctct_lint.xml.draft import Draft, TextEdit, deletion, draft
from ctct_lint.xml.signs import CURLY, QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.xml.tokens import Token

_VALUES = {
    "version": "1\\.[0-9]*",  # as libxml2 takes it
    "encoding": "[A-Za-z][A-Za-z0-9._-]*",
    "standalone": "yes|no",
}


def _quoted(pattern: str) -> str:
    return f"(?:\"(?:{pattern})\"|'(?:{pattern})')"


_PROPER = lazy(
    f"<\\?xml{S}+version{S}*={S}*{_quoted(_VALUES['version'])}"
    f"(?:{S}+encoding{S}*={S}*{_quoted(_VALUES['encoding'])})?"
    f"(?:{S}+standalone{S}*={S}*{_quoted(_VALUES['standalone'])})?{S}*\\?>"
)
# A value with its quotes, or with what was meant as such, at either end.
_PART = lazy(
    f"({S}*)([A-Za-z]+){S}*={S}*(?:([\"'])([^\"'<>?={CURLY}]*)\\3"
    f"|(\\\\?[\"']?[^ \t\r\n\"'<>?\\\\]+\\\\?[\"']?))"
)
_MARKS = QUOTES + CURLY + "\\`"
_LONGEST = 300
_JUNK = lazy("[^ \t\r\n?>][^ \t\r\n>]*")


def is_declaration(token: Token) -> bool:
    """Tell whether this is `<?xml ...?>`, in whatever case."""
    return token.kind == "instruction" and token.name.lower() == "xml"


def check_declaration(
    text: str, tokens: Sequence[Token], number: int
) -> Iterator[Draft]:
    """Yield the faults of the declaration that is token `number` of the document.

    White space, comments and instructions may stand before it.
    """
    token, begin = tokens[number], tokens[0].start
    mended, fault = _check_parts(text, token)
    only_space = all(t.kind == "text" for t in tokens[:number])
    if number:
        edits = [TextEdit(begin, token.start, "")]
        if not only_space:
            edits = [
                TextEdit(begin, begin, mended),
                TextEdit(token.start, token.end, ""),
            ]
        yield draft(
            "misplaced-xml-declaration", text, token.start, token.name_end, *edits
        )
    if fault:
        if only_space:
            fault.edits.append(TextEdit(token.start, token.end, mended))
        yield fault


def misplaced(text: str, token: Token) -> Draft:
    """Return the fault of a declaration that has no business where it is."""
    edit = deletion(text, token.start, token.end)
    kind = "misplaced-xml-declaration"
    return draft(kind, text, token.start, token.name_end, edit)


def _check_parts(text: str, token: Token) -> tuple[str, Draft | None]:
    """Return the declaration as it should be, and what is wrong with it."""
    if _PROPER.fullmatch(text, token.start, token.end):
        return text[token.start : token.end], None
    found: dict[str, str] = {}
    end = min(token.end, token.start + _LONGEST)
    at = token.name_end
    head = (token.start, at)
    faulty = None if text[token.start : at] == "<?xml" else head
    for part in _PART.finditer(text, at, end):
        between = _JUNK.search(text, at, part.start(2))
        wrong = between.span() if between else _wrong_part(part, found)
        faulty = faulty or wrong
        value = part[4] if part[5] is None else part[5].strip(_MARKS)
        if part[2] in _VALUES and re.fullmatch(_VALUES[part[2]], value):
            found.setdefault(part[2], value)
        at = part.end()
    if not faulty and "version" in found:
        junk = _JUNK.search(text, at, end)
        faulty = junk.span() if junk else (token.end - 1, token.end)
    start, end = faulty or head
    fault = draft("malformed-xml-declaration", text, start, end)
    parts = {"version": found.get("version", "1.0"), **found}
    mended = "".join(f' {n}="{parts[n]}"' for n in _VALUES if n in parts)
    fault.expected = (f"<?xml{mended}?>",)
    return fault.expected[0], fault


def _wrong_part(part: re.Match[str], found: dict[str, str]) -> tuple[int, int] | None:
    """Return the range of what is wrong with `name="value"`, if anything is."""
    name = part[2]
    if name not in _VALUES or name in found:
        return part.start(2), part.end()
    if part[5] is not None:
        return part.span(5)
    if not re.fullmatch(_VALUES[name], part[4]):
        return part.span(4) if part[4] else (part.start(2), part.end())
    later = list(_VALUES)[list(_VALUES).index(name) + 1 :]
    if (name != "version" and "version" not in found) or any(n in found for n in later):
        return part.span(2)
    return None if part[1] else (part.start(2), part.end())
