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
from ctct_lint.rules.wording import did_you_mean, own_words, quoted
from ctct_lint.schema.names import XSD, namespace
from ctct_lint.text.patterns import lazy

# What is said, in clearer words, and what to do.
_CLEARER = (
    (
        lazy(r".*[Tt]he facet (`[^`]*`) is not allowed on types derived .* (`[^`]*`)"),
        r"\1 is no facet of types that are derived from \2",
        "lengths are for texts and lists, bounds and digits for numbers",
    ),
    (
        lazy("one or more facets are not applicable.*"),
        "a facet here is none of those that its base type can have",
        "lengths are for texts and lists, bounds and digits for numbers",
    ),
    (
        lazy(r"the schema document .* cannot include itself\.*"),
        "a schema does not include itself",
        "take this line away",
    ),
    (
        lazy("it may not stand here in a schema"),
        "this may not stand here in a schema",
        "look for its name among those of XML Schema, and for where it belongs",
    ),
    (
        lazy(
            r"a global (?:simple |complex )?([\w ]+?)"
            r"(?: definition| declaration| identity-constraint)?"
            r" (`[^`]*`) does already exist"
        ),
        r"there is another \1 \2",
        "give one of them another name, or take it away",
    ),
    (
        lazy("the content model is not determinist"),
        "this content is ambiguous: an element may be one of two parts of it",
        "what can come next has to be known by its name: write such an element once",
    ),
    (
        lazy(r"the XPath expression (`.*`) could not be compiled"),
        r"\1 is no path that a key may have",
        "write names of children, as in `a/b`, `.//a` or `a|b`, and for a field `@id`",
    ),
    (
        lazy(r"the value (`.*`) of the facet `pattern` is not a valid regular expre.*"),
        r"\1 is no regular expression of XML Schema",
        "it is for the whole value; there is no `^`, `$`, `\\b`, `(?:`, `(?=` or `*?`",
    ),
    (
        lazy(r"the value must not be greater than the value of `maxOccurs`"),
        "`minOccurs` is greater than `maxOccurs`",
        "where `maxOccurs` is not written it is 1",
    ),
    (
        lazy(
            r"the target namespace (`.*`) of the included.* differs from (`.*`) of .*"
        ),
        r"this file is of the namespace \1, not of \2",
        "of another namespace a file is not included: import it",
    ),
    (
        lazy(r"(?:union type .*: T|t)he (?:union type )?definition is circular"),
        "this type is made of itself",
        "derive it from another type",
    ),
    (
        lazy(r"keyRef .*: The cardinality of the keyref differs .*"),
        "this `keyref` has not as many fields as its key",
        "give it a `field` for each one of the key, in the same order",
    ),
    (
        lazy(r"duplicate attribute use (`.*`)"),
        r"the attribute \1 is declared twice here",
        "take one of the two away",
    ),
)
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
    for pattern, message, advice in _CLEARER:
        found = pattern.fullmatch(words)
        if found is not None:
            return Finding(fault.at, found.expand(message), help=(advice,))
    return Finding(fault.at, words, help=tuple(map(did_you_mean, fault.expected)))


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
