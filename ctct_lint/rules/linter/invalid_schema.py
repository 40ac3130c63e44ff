"""The schema that documents are to be checked with breaks a rule of XML Schema.

## Why

A schema that breaks the rules of XML Schema says nothing that can be relied on: no
document is checked with it, and the exit status is 2. What is said is what libxml2
says of it or, where only xmlschema knows the construct (XSD 1.1), what that says. Of a
file that is no XSD at all it is said what it is, such as RELAX NG, WSDL or Schematron.

How a schema is written, its elements and attributes, is checked with the schema of
schemas, and told by the rules for all documents: `elemnt` is a misspelt element there
as anywhere.

## How to fix it

Mend the schema at the place that is shown, or name an XSD. The documents are checked
for their syntax until then.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.schema_words import clearer
from ctct_lint.rules.wording import did_you_mean, nonempty, own_words, quoted
from ctct_lint.schema.names import XSD, namespace
from ctct_lint.text.patterns import lazy

_NO_SCHEMA = lazy(r"the XML document `[^`]*` is not a schema document")
# What else is given for an XSD, by the namespace of its root.
_OTHERS = {
    "http://relaxng.org/ns/structure/1.0": (
        "this is RELAX NG; only XSD is read: convert it, for example with `trang`"
    ),
    "http://purl.oclc.org/dsdl/schematron": (
        "this is Schematron: name it with `--schematron`, or as `schematron` in a "
        "profile"
    ),
    "http://schemas.xmlsoap.org/wsdl/": (
        "this is WSDL: save the `schema` in its `types` as a file of its own"
    ),
}
_CONTENT = lazy(r"the content is not valid\. Expected is (.+)")


@rule(
    code="CTC906",
    evidence=Evidence.STANDARD,
    source="XML Schema, as libxml2 and xmlschema read it",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is the message of whoever refuses the schema."""
    words = own_words(fault.detail)
    content = _CONTENT.fullmatch(words)
    if content is not None:
        message = f"{quoted(fault.subject)} may not stand here in a schema"
        yield Finding(fault.at, message, help=(f"expected is {content[1]}",))
    elif _NO_SCHEMA.fullmatch(words):
        yield _no_schema(fault)
    else:
        yield _worded(fault, words)


def _worded(fault: Fault, words: str) -> Finding:
    """Return what is said in clearer words, with what is likely meant."""
    clear = clearer(words)
    if clear is not None:
        message, advice = clear
        return Finding(fault.at, message, help=nonempty((advice,)))
    said = f"in the words of {fault.owner}" if fault.owner else ""
    help_ = tuple(map(did_you_mean, fault.expected))
    return Finding(fault.at, words, help=help_, notes=nonempty((said,)))


def _no_schema(fault: Fault) -> Finding:
    """Word the fault of another document that was given for a schema."""
    root = fault.at.element
    if root is not None and root.getparent() is not None:
        location = quoted(root.get("schemaLocation", ""))
        return Finding(fault.at, f"{location} is no XSD")
    other = "" if root is None else _OTHERS.get(namespace(root), "")
    if fault.subject == "schema":
        message = "`schema` is not in the namespace of XML Schema"
        advice = f"its namespace is `{XSD}`"
    else:
        message = f"this is no XSD: its root is {quoted(fault.subject)}, not `schema`"
        advice = "name the schema first, then the documents: `--schema FILE.xsd`"
    return Finding(fault.at, message, help=(other or advice,))
