"""The fields of a campaign that are markup or a style sheet of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, FIELDS, STYLE, TEXT, Content
from ctct_lint.html.tree import is_plain_text
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.profile import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.profiles.ctct.records.record import Record

_HOLDER = "campaign"
_AS_XML, _AS_HTML = (Markup(is_xml, Severity.WARNING) for is_xml in (True, False))


def contents_of(record: Record) -> Iterator[Content]:
    """Yield the contents of the rich fields that hold text, none of other records."""
    if record.kind != _HOLDER:
        return
    texts = record.texts
    is_xhtml = texts.get("EmailContentFormat", "").strip().upper() == "XHTML"
    for name in FIELDS:
        text = texts.get(name)
        if text and not text.isspace() and not len(record.fields[name]):
            yield Content(record.fields[name], name, text, is_xhtml=is_xhtml)


def markup_of(content: Content, operation: str) -> Markup | None:
    """Return how the markup of a content is judged, None if it has none.

    XHTML is validated strictly by the server; HTML it takes as it is.
    """
    if content.name == STYLE or "<" not in content.text:
        return None
    if content.name == TEXT and is_plain_text(content.text):
        return None
    is_strict = content.is_xhtml and content.name in {EMAIL, TEXT}
    is_xml = is_strict or (content.name == TEXT and "text" in content.tag_names)
    if content.name == TEXT and not is_xml:
        return None
    if not is_strict:
        return _AS_XML if is_xml else _AS_HTML
    is_sent = operation != Operation.RESPONSE
    notes = (f"`EmailContentFormat` is `XHTML`: `{content.name}` has to be XML",)
    return Markup(is_xml, Severity.ERROR if is_sent else Severity.WARNING, notes)
