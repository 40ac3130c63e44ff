"""The token that a `<` begins, if it begins one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import (
    QNAME,
    SPACE,
    S,
    is_ncname,
    is_qname,
    local_part,
    skip_space,
    starts_name,
)
from ctct_lint.xml.draft import TextEdit, draft
from ctct_lint.xml.scan.doctype import DOCTYPE, read_doctype
from ctct_lint.xml.scan.end_tag import (
    NAMELESS,
    read_bare_brackets,
    read_end_tag,
)
from ctct_lint.xml.scan.interrupted import read_interrupted
from ctct_lint.xml.scan.markup import (
    COMMENT,
    read_comment,
    read_declaration,
    read_instruction,
    read_misspelt_comment,
    read_template,
)
from ctct_lint.xml.scan.sections import CDATA, read_cdata, read_misspelt_cdata
from ctct_lint.xml.scan.start_tag import read_start_tag
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.xml.source import Source

_SPACED_START = lazy(f"<({S}+)({QNAME})(?={S}*/?>|{S}+{QNAME}{S}*=)")
_SPACED_END = lazy(f"<{S}+/{S}*{QNAME}{S}*>")
# `<?xml ...?>` with white space before the question mark, or without this.
_DECLARATION = lazy(f"<(?:{S}+\\?|)xml(?={S}+version{S}*=[^<>]*>)")
_NAMELESS = f">{SPACE}"
# No name of a format is longer.
_LONGEST_NAME = 200


def read_token(source: Source, at: int, opened: Opened) -> Token | None:
    """Read what the `<` at `at` begins; None if it is part of a text."""
    if source.text.startswith(NAMELESS, at):
        size = len(NAMELESS)
        return Token("end", at, at + size, "", 0, size)
    char = source.text[at + 1 : at + 2]
    token = None if char in "!?" else read_interrupted(source, at)
    if token is not None:
        return token
    reader = _READERS.get(char)
    if reader is not None:
        token = reader(source, at)
    elif char and char in "![":
        token = _read_declared(source, at, opened)
    else:
        token = _read_near_declaration(source, at) if char == "x" else None
        if token is None and (char.isalnum() or starts_name(char)):
            return read_start_tag(source, at, at + 1)
    if token is None and char and char in _NAMELESS:
        return read_bare_brackets(source, at, opened.names())
    if token is None and source.takes_any_name and _is_meant_as_name(char):
        return read_start_tag(source, at, at + 1)
    return token


def _is_meant_as_name(char: str) -> bool:
    """Tell whether nothing else than a name begins so, though no name may."""
    return bool(char) and (char in "$@#" or is_ncname(f"_{char}"))


def _read_declared(source: Source, at: int, opened: Opened) -> Token | None:
    if source.text.startswith(COMMENT, at):
        return read_comment(source, at)
    names = opened.names()
    if source.text.startswith(CDATA, at):
        return read_cdata(source, at, names)
    misspelt = read_misspelt_cdata(source, at, names)
    misspelt = misspelt or read_misspelt_comment(source, at)
    if misspelt:
        return misspelt
    return read_doctype(source, at) if DOCTYPE.match(source.text, at) else None


def _read_near_declaration(source: Source, at: int) -> Token | None:
    """Read `<xml version="1.0">` or `< ?xml ...?>`, which no end tag follows."""
    found = _DECLARATION.match(source.text, at)
    if found is None or source.end_tag("xml", at) >= 0:
        return None
    return read_declaration(source, at, found.end())


def _read_spaced(source: Source, at: int) -> Token | None:
    """Read `< Name>` where that is a tag and not a sum."""
    if _SPACED_END.match(source.text, at):
        return read_end_tag(source, at)
    found = _SPACED_START.match(source.text, at)
    if found is None:
        return _read_near_declaration(source, at)
    name, start, end = found[2], found.start(1), found.end(1)
    is_tag = (
        source.model.knows(local_part(name))
        or source.end_tag(name, end) >= 0
        or source.text.startswith("/>", skip_space(source.text, found.end()))
    )
    token = read_start_tag(source, at, end) if is_tag else None
    if token:
        edit = TextEdit(start, end, "")
        token.add(draft("space-before-name", source.text, start, end, edit))
    return token


def _read_wrong_slash(source: Source, at: int) -> Token | None:
    r"""Read `<\Name>`, `<\/Name>` or `<?Name>` where a known element ends so."""
    name_at = at + 2 + source.text.startswith("\\/", at + 1)
    end = source.text.find(">", name_at, name_at + _LONGEST_NAME)
    name = source.text[name_at : max(end, name_at)]
    if source.text[at + 1] == "\\":
        name = name.rstrip(SPACE)
    # What the format has is told sooner than what a name is.
    if not source.model.knows(local_part(name)) or not is_qname(name):
        return None
    name_end = name_at + len(name)
    token = Token("end", at, end + 1, name, name_at - at, len(name), name)
    edit = TextEdit(at + 1, name_at, "/")
    fault = draft("unfinished-end-tag", source.text, name_at, name_end, edit)
    fault.detail = source.text[at:name_at]
    token.add(fault)
    return token


def _read_question(source: Source, at: int) -> Token:
    """Read what begins with `<?`: no instruction has a `>` right behind its name."""
    return _read_wrong_slash(source, at) or read_instruction(source, at)


_READERS: dict[str, Callable[[Source, int], Token | None]] = {
    "/": read_end_tag,
    "?": _read_question,
    "%": read_template,
    "-": read_misspelt_comment,
    "\\": _read_wrong_slash,
    **dict.fromkeys(SPACE, _read_spaced),
}


class Opened:
    """The elements that are open behind the tokens so far, as far as can be seen.

    They are followed only up to where they are asked for, as few documents do.
    """

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._names: list[str] = []
        self._followed = 0

    def names(self) -> list[str]:
        """Return their names, the innermost last."""
        names = self._names
        for number in range(self._followed, len(self._tokens)):
            token = self._tokens[number]
            if token.kind == "start" and not token.empty:
                names.append(token.name)
            elif token.kind == "end" and names and names[-1] == token.name:
                names.pop()
        self._followed = len(self._tokens)
        return names
