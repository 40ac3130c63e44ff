"""Comments, processing instructions and templates."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import SPACE, S, is_ncname, safe_name
from ctct_lint.xml.draft import TextEdit, draft
from ctct_lint.xml.scan.escaping import escaped_edits
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source

COMMENT = "<!--"
# Word processors make one dash of two hyphens.
_MISSPELT = lazy(
    "(<!-(?!-)|<--|<! --|<! ?[\u2013\u2014]-?)[^<>]{0,2000}?(--?>|[\u2013\u2014]-?>)"
)
# One without hyphens is one only between elements.
_BARE = lazy(f"(<!)(?={S})(?!{S}*(?:\\[|[A-Z]+\\b))[^<>]{{0,2000}}?(>)(?={S}*<)")
_HYPHENS = lazy("-{2,}")
_LOOK_BACK = 200
_NEARLY_CLOSED = lazy("--? ?!?>|- ->")
# So an end may look that has elements before it, and nothing behind it on its line.
_NEAR_END = lazy("(?:-- !?>|--!>|- ->)(?=[ \t]*[\r\n<])")
_NEAR_END_OF_LINE = lazy("(?:-- ?!?>|--?>|- ->)(?=[ \t]*[\r\n<])|--(?=[ \t]*[\r\n])")
_LOOK_AHEAD, _MOST_ENDS = 2_000, 8
_TAG = lazy("</?[A-Za-z_]")
_OPENING, _CLOSING = lazy("<[A-Za-z_]"), lazy("</|/>")
_SPACED_DECLARATION = lazy(f"{S}+xml(?={S}+version)")
_TARGET = lazy("[^ \t\r\n?<>]*")


def read_comment(source: Source, at: int) -> Token:
    """Read the comment whose `<!--` is at `at`."""
    text, body = source.text, at + len(COMMENT)
    close, inner = source.find("-->", body), source.find(COMMENT, body)
    swallows = 0 <= inner <= close - len(COMMENT) and _TAG.search(text, body, inner)
    if close < 0 or swallows:
        return _unclosed_comment(source, at)
    last = _nested_end(source, body, close)
    token, runs = Token("comment", at, last + 3), _hyphens(text, body, last)
    if last > close:
        # What the comments inside begin and end with is one fault.
        start, end, _ = runs[0]
        edits = (edit for _, _, edit in runs)
        token.add(draft("double-hyphen-in-comment", text, start, end, *edits))
        return token
    for start, end, edit in runs:
        token.add(draft("double-hyphen-in-comment", text, start, end, edit))
    return token


def read_misspelt_comment(source: Source, at: int) -> Token | None:
    """Read a comment that begins `<!-` or `<--`; None if it has no end before a tag."""
    text = source.text
    found = _MISSPELT.match(text, at) or _bare_comment(text, at)
    if found is None or text.startswith(COMMENT, at):
        return None
    edits = [TextEdit(at, found.end(1), COMMENT)]
    edits += [edit for _, _, edit in _hyphens(text, found.end(1), found.start(2))]
    edits.append(TextEdit(*found.span(2), "-->"))
    token = Token("comment", at, found.end())
    token.add(draft("malformed-comment", text, at, found.end(1), *edits))
    return token


def _bare_comment(text: str, at: int) -> re.Match[str] | None:
    before = text[max(0, at - _LOOK_BACK) : at].rstrip(SPACE)
    return _BARE.match(text, at) if before.endswith(">") else None


def _nested_end(source: Source, body: int, close: int) -> int:
    """Return the last `-->` of a comment that holds others, `close` for one without.

    There is text alone between one end and the next.
    """
    inner = source.text.count(COMMENT, body, close)
    while inner:
        after = source.find("-->", close + 3)
        if after < 0 or 0 <= source.find("<", close + 3) < after:
            break
        close, inner = after, inner - 1
    return close


def _hyphens(text: str, start: int, end: int) -> list[tuple[int, int, TextEdit]]:
    """Return the first two hyphens of each run that may not be, and the mend.

    A hyphen right before the `-->` at `end` is one too many as well.
    """
    runs = [(m.start(), m.end()) for m in _HYPHENS.finditer(text, start, end)]
    if start < end and text[end - 1] == "-" and (not runs or runs[-1][1] < end):
        runs.append((end - 1, end))
    found = []
    for first, last in runs:
        new = " ".join("-" * (last - first)) + (" " if last == end else "")
        found.append((first, first + 2, TextEdit(first, last, new)))
    return found


def _unclosed_comment(source: Source, at: int) -> Token:
    text, body = source.text, at + len(COMMENT)
    less = source.find("<", body)
    if less < 0:
        return Token("comment", at, len(text), cut=True)
    line = re.compile("[\r\n]").search(text, body, less)
    nearly = _NEARLY_CLOSED.search(text, body, less)
    nearly = nearly or _behind_elements(source, body, is_line=not line)
    if nearly:
        end, after = nearly.span()
    else:
        end = after = line.start() if line else less
    edits = [edit for _, _, edit in _hyphens(text, body, end)]
    edits.append(TextEdit(end, after, "-->"))
    token = Token("comment", at, after)
    token.add(draft("unclosed-comment", text, at, body, *edits))
    return token


def _behind_elements(
    source: Source, body: int, *, is_line: bool
) -> re.Match[str] | None:
    """Return what looks like the end of a comment behind the elements that it holds.

    is_line  do they begin on its first line? Then less will do for an end.
    """
    text, inner = source.text, source.find(COMMENT, body)
    most = body + _LOOK_AHEAD
    stop = most if inner < 0 else min(inner, most)
    ends = _NEAR_END_OF_LINE if is_line else _NEAR_END
    for found in islice(ends.finditer(text, body, stop), _MOST_ENDS):
        opened = len(_OPENING.findall(text, body, found.start()))
        if opened == len(_CLOSING.findall(text, body, found.start())):
            return found
    return None


def read_instruction(source: Source, at: int) -> Token:
    """Read what begins with `<?`: an instruction, a declaration, a template."""
    text = source.text
    found = _TARGET.match(text, at + 2)
    name_end = found.end() if found else at + 2
    name = text[at + 2 : name_end]
    if name.lower() == "xml":
        return read_declaration(source, at, name_end)
    spaced = not name and _SPACED_DECLARATION.match(text, at + 2)
    if spaced:
        return read_declaration(source, at, spaced.end())
    close = source.find("?>", name_end)
    if close < 0:
        return _unclosed_instruction(source, at, name)
    token = Token("instruction", at, close + 2, name, 2, name_end - at - 2)
    if is_ncname(name) and (name_end == close or text[name_end] in SPACE):
        return token
    if not name or name.startswith(("=", "php")) or not is_ncname(name[0]):
        return _template(text, at, close + 2)
    new = safe_name(name)
    if name_end != close and text[name_end] not in SPACE:
        new += " "
    edit = TextEdit(at + 2, name_end, new)
    token.add(draft("invalid-name", text, at + 2, name_end, edit))
    return token


def read_declaration(source: Source, at: int, body: int) -> Token:
    """Read `<?xml` up to its `?>`, or up to where it must have been meant to end.

    `body` is where the word `xml` ends, whatever stands before it.
    """
    text = source.text
    less, greater = source.find("<", body), source.find(">", body)
    end = len(text) if less < 0 else less
    if 0 <= greater < end:
        end = greater + 1
    while end > body and text[end - 1] in SPACE:
        end -= 1
    return Token("instruction", at, end, text[body - 3 : body], body - 3 - at, 3)


def _unclosed_instruction(source: Source, at: int, name: str) -> Token:
    text, body = source.text, at + 2 + len(name)
    less, greater = source.find("<", body), source.find(">", body)
    token = Token("instruction", at, body, name, 2, len(name))
    if less < 0 and greater < 0:
        token.end, token.cut = len(text), True
        return token
    if not is_ncname(name) or text[body : body + 1] not in (*SPACE, ">"):
        return _template(text, at, body if is_ncname(name) else at + 2)
    if greater >= 0 and (less < 0 or greater < less):
        edit, token.end = TextEdit(greater, greater, "?"), greater + 1
    else:
        edit, token.end = TextEdit(less, less, "?>"), less
    kind = "unclosed-processing-instruction"
    if name == "php":
        kind = "template-leftover"
    token.add(draft(kind, text, at, body, edit))
    return token


def read_template(source: Source, at: int) -> Token | None:
    """Read `<% ... %>`; None if it has no end."""
    close = source.find("%>", at + 2)
    return _template(source.text, at, close + 2) if close >= 0 else None


def _template(text: str, start: int, end: int) -> Token:
    token = Token("text", start, end)
    edits = escaped_edits(text, start, end)
    token.add(draft("template-leftover", text, start, end, *edits))
    return token
