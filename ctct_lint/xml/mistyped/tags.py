"""What fingers do to tags, each with the fault that it makes.

`S<tatus>` is `<Status>`, `<S/tatus>` and `/<Status>` are `</Status>`, and without Shift
an American keyboard writes `,Status.` for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import S
from ctct_lint.xml.mistyped.slip import ATTRIBUTE, Slip, fault, written

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.draft import Draft
    from ctct_lint.xml.mistyped.names import Names

_PART = r"[A-Za-z_][\w-]*"
_NAME = f"{_PART}(?::{_PART})?"
_ATTRIBUTES = f"(?:{ATTRIBUTE}(?:\"[^\"<>]*\"|'[^'<>]*'))*"
_REST = f"(?:{S}[^<>]*)?"
# Behind a text, which is no part of the name.
_APART = r"(?<![^>\s])"

_WHOLE = lazy(rf"<(/?)({_NAME}){_ATTRIBUTES}{S}*/?\.")
_BEGUN = lazy(f"<({_NAME})({_REST})")
_LETTERED = lazy(rf"<({_NAME}(?<=[a-z]))([A-Z\d])>(?=[^<>\s][^<>]*</\1{S}*>)")
_BEHIND_COMMA = lazy(rf",({_NAME})(?=(?:{ATTRIBUTE}[\"'][^<>]*)?/?>)")
_SLASHED = lazy(rf"<({_NAME}){_REST}(?<!/)>/(?={S}*<(?!\1{S}*>))")


def _tag_at(
    pattern: re.Pattern[str], found: re.Match[str], names: Names
) -> re.Match[str] | None:
    """Return the tag of a pattern that ends at the sign that is found."""
    text = names.text
    return pattern.match(text, max(text.rfind("<", 0, found.start()), 0))


def _start_behind_letter(found: re.Match[str], names: Names) -> Draft | None:
    """Read `S<tatus>`."""
    name = found[1] + found[2]
    if not names.know(name) or names.is_ended_or_known(found[2]):
        return None
    span, edits = (found.start(1), found.end()), written(found.start(1), f"<{found[1]}")
    return fault("unfinished-start-tag", span, name, edits, found[1] + found[0])


def _end_behind_letter(found: re.Match[str], names: Names) -> Draft | None:
    """Read `<S/tatus>`, or the last letter of the text in `<d/Status>`."""
    name, edits = found[1] + found[2], written(found.start(1), f"/{found[1]}")
    if names.lack_ends(name) < 1:
        name, edits = found[2], written(found.start(), f"{found[1]}<")
    if names.lack_ends(name) < 1:
        return None
    span = found.start(1), found.end(2)
    return fault("unfinished-end-tag", span, name, edits, f"<{found[1]}/")


def _letter_of_text(found: re.Match[str], names: Names) -> Draft | None:
    """Read `<StatusD>raft</Status>`, in which no letter is one too many."""
    text, at = names.text, found.start()
    name = text[text.rfind("<", 0, at) + 1 : at]
    # Most such tags have an end tag of their own.
    if text.startswith(f"</{name}>", text.find("<", at)):
        return None
    tag = _tag_at(_LETTERED, found, names)
    if tag is None or not names.know(tag[1]):
        return None
    if names.is_ended_or_known(tag[1] + tag[2]):
        return None
    span, edits = tag.span(), written(tag.start(2), f">{tag[2]}")
    return fault("unfinished-start-tag", span, tag[1], edits, tag[0])


def _brackets(found: re.Match[str], names: Names) -> Draft | None:
    """Read `<Status<>/Status>`."""
    if not names.know(found[2]):
        return None
    kind = "unfinished-end-tag" if found[1] else "unfinished-start-tag"
    edits = written(found.end() - 2, "><")
    return fault(kind, found.span(2), found[2], edits, "")


def _end_behind_slash(found: re.Match[str], names: Names) -> Draft | None:
    """Read `/<Status>`, which is one start tag more."""
    if names.lack_ends(found[1]) < 2:  # noqa: PLR2004 - its own, and this one
        return None
    edits = written(found.start(), "</")
    return fault("unfinished-end-tag", found.span(1), found[1], edits, "/<")


def _slash_behind_tag(found: re.Match[str], names: Names) -> Draft | None:
    """Read `<Status>/`, which is empty."""
    tag = _tag_at(_SLASHED, found, names)
    if tag is None or names.lack_ends(tag[1]) < 1:
        return None
    at = tag.end()
    edits = written(at - 2, "/>")
    return fault("malformed-attribute", (at - 1, at), "/", edits, "behind")


def _comma_of_start(found: re.Match[str], names: Names) -> Draft | None:
    """Read `,Status>`."""
    tag = _BEHIND_COMMA.match(names.text, found.start())
    if tag is None or not names.know(tag[1]):
        return None
    span, edits = (tag.start(), tag.end(1)), written(tag.start(), "<")
    return fault("unfinished-start-tag", span, tag[1], edits, tag[0])


def _comma_of_end(found: re.Match[str], names: Names) -> Draft | None:
    """Read `,/Status>`."""
    if names.lack_ends(found[1]) < 1:
        return None
    edits = written(found.start(), "<")
    return fault("unfinished-end-tag", found.span(1), found[1], edits, ",/")


def _stop(found: re.Match[str], names: Names) -> Draft | None:
    """Read a tag that ends with a full stop, as the one in `<Status.draft</Status>`."""
    if not names.know(found[2]):
        return None
    kind = "unfinished-end-tag" if found[1] else "unfinished-start-tag"
    edits = written(found.end() - 1, ">")
    return fault(kind, found.span(2), found[2], edits, "")


def _stop_behind(found: re.Match[str], names: Names) -> Draft | None:
    """Read `<Status.` or `</Status.` before another tag."""
    at = found.start()
    low = max(names.text.rfind("<", 0, at), 0)
    # Most stand at the end of a text.
    is_of_text = names.text.find(">", low, at) >= 0
    tag = None if is_of_text else _WHOLE.match(names.text, low, at + 1)
    return _stop(tag, names) if tag else None


def _question_mark(found: re.Match[str], names: Names) -> Draft | None:
    """Read `<Status?>`, which is empty."""
    text, at = names.text, found.start()
    low = max(text.rfind("<", 0, at), 0)
    tag = None if text.startswith("<?", low) else _BEGUN.fullmatch(text, low, at)
    # With attributes it has been counted as a start tag.
    if tag is None or names.lack_ends(tag[1]) < bool(tag[2]):
        return None
    if not names.is_ended_or_known(tag[1]):
        return None
    edits = written(at, "/")
    return fault("malformed-attribute", (at, at + 1), "?", edits, "")


# Behind no other `<` than one of these some text has such a slip.
ODD_SIGN = lazy(r"<(?:(?<=[A-Za-z_/]<)[A-Za-z_]|\w/[\w-]|>|[\w:-]+\.)")
ODD_TAGS = (
    Slip(lazy(rf"<(?<={_APART}([A-Za-z_])<)({_NAME})(?=[\s/>])"), _start_behind_letter),
    Slip(lazy(rf"<(\w)/([\w-]+(?::{_PART})?){S}*>"), _end_behind_letter),
    Slip(
        lazy(rf"<(/?)({_NAME}){_ATTRIBUTES}{S}*/?<>(?=/?{_NAME}(?:{S}[^<>]*)?/?>)"),
        _brackets,
    ),
    Slip(lazy(rf"/<({_NAME}){S}*>"), _end_behind_slash, "/<"),
    Slip(lazy(rf"<()({_NAME})\.(?=[^<>\s][^<>]*</\2{S}*>)"), _stop),
)
# To look for what begins with one sign that is rare takes little time.
TAGS = (
    Slip(lazy(r">(?<=[a-z][A-Z\d]>)(?=[^<>\s])"), _letter_of_text),
    Slip(lazy(rf">(?=/{S}*<)"), _slash_behind_tag, ">/"),
    Slip(lazy(r",(?<![^>\s],)(?=[A-Za-z_])"), _comma_of_start),
    # `data:,` is a URI.
    Slip(lazy(rf",(?<!:,)/({_NAME}){S}*>"), _comma_of_end, ",/"),
    Slip(lazy(rf"\.(?={S}*<)"), _stop_behind),
    Slip(lazy(r"\?(?=>)"), _question_mark),
)
