"""The document has no element at all: it is not XML.

## Why

There is text but no start tag in it. It may be form data, JSON, a table, or an error
message that was saved in place of the document; what it looks like is said.

## How to fix it

Look at what should have written the document, and at what was saved in its place. What
is sent to Constant Contact is an Atom `entry`, but for the form data of `activities`.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.origins import origin_of_document
from ctct_lint.rules.wording import quoted
from ctct_lint.text.patterns import lazy

# An address may stand in such brackets, too.
_TAG = lazy(r"</?[a-zA-Z][\w:.-]*(?:[\s/][^<>]*)?>")
_BASE64, _DECODED = "Base64", 80
_FIELD = lazy(r"[\w.\[\]%+-]{1,30}=(?=\S)")


@rule(
    code="CTC130",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.1",
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; `subject` is how the text begins."""
    origin = origin_of_document(fault.subject)
    if origin is None:
        message, advice = (
            "the document has no element: it is not XML",
            context.vocabulary.needs_root,
        )
    else:
        message = f"this is {origin.what} ({_beginning(fault.subject)}), not XML"
        advice = context.vocabulary.advice.get(origin.what, origin.advice)
        if origin.what == _BASE64:
            advice += _decoded(fault.subject)
    yield Finding(fault.at, message, help=(advice,))


def _decoded(text: str) -> str:
    """Return what a help says of how a text in Base64 begins, if that is a text."""
    from base64 import b64decode

    letters = "".join(text.split())[:_DECODED]
    try:
        plain = b64decode(letters[: len(letters) // 4 * 4]).decode("utf-8-sig")
    except ValueError:
        return ""
    plain = " ".join(plain.split())
    return f": it begins with {quoted(plain)}" if plain.isprintable() else ""


def _beginning(text: str) -> str:
    """Return what shows best what a text is: the first field of a form, else a line."""
    field = _FIELD.match(text)
    if field:
        return f"`{field[0]}...`"
    lines = [" ".join(_TAG.sub(" ", line).split()) for line in text.splitlines()]
    return quoted(next(filter(None, lines), lines[0]))
