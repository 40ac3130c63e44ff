"""The tags of an HTML text, whatever state it is in, with their offsets.

It is read as browsers read it (HTML standard, 13.2.5), but for slips that would
change the meaning of what follows: a start tag ends before the next `<`, a quote that
is never closed at the next attribute or `>`, and typographic quotes and blanks are
what they look like. Comments, declarations, CDATA sections and the text
of `script`, `title` and their like hold no tags, and an address between `<` and `>`
is none.
"""

from __future__ import annotations

import re

from ctct_lint.html.attributes import Slip, odd_spaces, read_attributes
from ctct_lint.html.glance import quick_tags
from ctct_lint.html.names import RAW_TEXT, STANDARD, address_at
from ctct_lint.html.tag import Tag
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.signs import ODD_SPACE

__all__ = ["Tag", "TagReading", "read_tags"]

_NAME = lazy(f"[A-Za-z][^ \t\n\f\r/><{ODD_SPACE}]*")
# Nothing is amiss in a tag of nothing but a name of ASCII.
_BARE = lazy("<(/?)([A-Za-z][A-Za-z0-9]*)>")
_ROOTS = frozenset({"html", "text"})
# No element has a longer name.
_LONGEST = max(map(len, STANDARD))
# No real mail has more tags that are not finished than this.
_MOST_BROKEN = 5_000
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<!": ">", "<?": ">", "</": ">"}


class TagReading(NamedTuple):
    """All tags in order, and what is not written as it should be in them.

    unclosed  where a comment without end begins, or -1
    slips     by position; the tags are as if they had been mended
    """

    tags: tuple[Tag, ...]
    unclosed: int = -1
    slips: tuple[Slip, ...] = ()

    @property
    def is_document(self) -> bool:
        """Is it meant to be a document with a root, `<html>` or `<Text>`?"""
        first = self.tags[0] if self.tags else None
        return bool(first and not first.is_end and first.lower in _ROOTS)


def read_tags(text: str, *, is_sure: bool) -> TagReading:
    """Read the tags of an HTML text; `is_sure`: is a glance enough?"""
    if is_sure:
        tags = quick_tags(text)
        if not tags or tags[-1].lower not in RAW_TEXT or tags[-1].is_end:
            return TagReading(tuple(tags))
    return read_carefully(text)


def read_carefully(text: str) -> TagReading:
    """Read the tags of any text, step by step; linear in its length.

    What begins tags that are never finished is text, if there are thousands of them.
    """
    broken = 0
    found: list[Tag] = []
    slips: list[Slip] = []
    endless: set[str] = set()
    at = text.find("<")
    while at >= 0:
        bare = _BARE.match(text, at)
        if bare is not None:
            found.append(_bare(text, bare))
            at = text.find("<", _after_raw_text(text, found[-1], endless))
            continue
        end = _skip(text, at)
        if end < 0:
            unclosed = at if text.startswith("<!--", at) else -1
            return TagReading(tuple(found), unclosed, tuple(slips))
        if end == at:
            tag = _read_tag(text, at, slips if broken < _MOST_BROKEN else [])
            end = at + 1 if tag is None else tag.end
            broken += tag is not None and bool(tag.trouble)
            if tag is not None and not (tag.trouble and broken > _MOST_BROKEN):
                found.append(tag)
                end = _after_raw_text(text, tag, endless)
        at = text.find("<", end)
    return TagReading(tuple(found), slips=tuple(slips))


def _skip(text: str, at: int) -> int:
    """Return the end of what is no tag: `at` if it may be one, -1 if there is none."""
    for opening, closing in _ENDS.items():
        if text.startswith(opening, at):
            if opening == "</" and _NAME.match(text, at + 2):
                return at
            # `<!-->` is a comment as well.
            end = text.find(closing, at + 2)
            return end + len(closing) if end >= 0 else -1
    return at


def _read_tag(text: str, at: int, slips: list[Slip]) -> Tag | None:
    is_end = text.startswith("</", at)
    found = _NAME.match(text, at + 1 + is_end)
    if found is None:
        return None
    name, after = found[0], found.end()
    if name not in STANDARD and address_at(text, found.start()):
        if not is_end:
            edit = at, at + 1, "&lt;"
            slips.append(Slip("bare-less-than", at, at + 1, (edit,)))
        return None
    if is_end:
        tag = _end_tag(text, at, name, after)
        slips += odd_spaces(text, after, tag.end)
        return tag
    return _start_tag(text, at, found, slips)


def _start_tag(text: str, at: int, found: re.Match[str], slips: list[Slip]) -> Tag:
    name = _without_attribute(found[0]) if "=" in found[0] else found[0]
    after = found.start() + len(name)
    rest = read_attributes(text, after)
    slips += rest.slips
    if after < found.end() and rest.attributes:
        span = rest.attributes[0].start, rest.attributes[0].after
        edit = after, after, " "
        slips.append(Slip("missing-space-before-attribute", *span, (edit,)))
    return Tag(
        text,
        name,
        (at, rest.end),
        self_closing=rest.self_closing,
        trouble=rest.trouble,
        attributes=rest.attributes,
    )


def _without_attribute(name: str) -> str:
    """Return the element alone of `imgsrc=`, which has no space before `src`."""
    names = name.partition("=")[0].lower()
    most = min(len(names) - 1, _LONGEST)
    ends = (end for end in range(most, 0, -1) if names[:end] in STANDARD)
    return name[: next(ends, len(name))]


def _bare(text: str, found: re.Match[str]) -> Tag:
    slash, name = found.groups()
    return Tag(text, name, found.span(), is_end=bool(slash), attributes=())


def _end_tag(text: str, at: int, name: str, after: int) -> Tag:
    less = text.find("<", after)
    greater = text.find(">", after, less if less >= 0 else len(text))
    if greater < 0:
        trouble = "unfinished-end-tag"
        return Tag(text, name, (at, after), is_end=True, trouble=trouble)
    return Tag(text, name, (at, greater + 1), is_end=True)


def _after_raw_text(text: str, tag: Tag, endless: set[str]) -> int:
    """Return where tags can follow again; `endless` are elements without any end."""
    name = tag.lower
    if (
        name not in RAW_TEXT
        or tag.is_end
        or tag.self_closing
        or tag.trouble
        or name in endless
    ):
        return tag.end
    found = re.compile(f"</{name}(?=[ \\t\\n\\f\\r/>])", re.IGNORECASE).search(
        text, tag.end
    )
    if found:
        return found.start()
    endless.add(name)
    return tag.end
