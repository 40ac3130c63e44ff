"""The elements of HTML and of Constant Contact, and what the nesting needs of them.

Names are in lower case. Sources: HTML standard, 13.1.2; XHTML 1.0; the samples of
Constant Contact's v1 documentation.
"""

from __future__ import annotations

from ctct_lint.text.patterns import lazy


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param"
    " source track wbr"
)
OPTIONAL_END = _names(
    "html head body p li dt dd tr td th thead tbody tfoot colgroup caption option"
    " optgroup rb rt rtc rp"
)
# Between their tags there are no others.
RAW_TEXT = _names("iframe noembed noframes plaintext script style textarea title xmp")
# As they are written; in all samples their case is the same.
SERVICE_TAGS = _names(
    "ConfirmOptin CopyRight CustomBlock Greeting OpenTracking SimpleURLProperty Text"
)
CONSTANT_CONTACT = frozenset(name.lower() for name in SERVICE_TAGS)
BLOCK = _names(
    "address blockquote center div dl fieldset form h1 h2 h3 h4 h5 h6 hr ol p pre table"
    " ul"
)
INLINE = _names(
    "a abbr acronym b big cite code del dfn em font i iframe ins kbd label map noscript"
    " object q s samp select small span strike strong style sub sup textarea title tt"
    " u var script button legend img"
)
_ROWS = frozenset({"tr"})
CHILDREN = {
    "html": frozenset({"head", "body"}),
    "head": _names("title meta link style script base object"),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "dl": frozenset({"dt", "dd"}),
    "table": _names("caption col colgroup thead tbody tfoot tr"),
    "thead": _ROWS,
    "tbody": _ROWS,
    "tfoot": _ROWS,
    "tr": frozenset({"td", "th"}),
    "colgroup": frozenset({"col"}),
    "select": frozenset({"option", "optgroup"}),
    "optgroup": frozenset({"option"}),
}
# What stands in nothing else.
BOUND = frozenset().union(*CHILDREN.values()) - CHILDREN["head"] | {"html"}
KNOWN = frozenset().union(
    VOID, OPTIONAL_END, CONSTANT_CONTACT, BLOCK, INLINE, CHILDREN, BOUND
)
# What else the standards of HTML have or had, and what SVG and MathML begin with.
STANDARD = KNOWN - CONSTANT_CONTACT | _names(
    "applet article aside audio bdi bdo blink canvas data datalist details dialog dir"
    " figcaption figure footer frameset header hgroup image isindex listing main mark"
    " marquee math menu menuitem meter multicol nav nextid nobr noembed noframes output"
    " picture plaintext portal progress rbc rtc ruby search section slot spacer summary"
    " svg template time video xml xmp"
)
_ADDRESS = lazy(
    r"[\w.+-]+@\w[\w.-]*\w(?=[\s<>]|\Z)"
    r"|(?:[A-Za-z][A-Za-z0-9+.-]*://|mailto:|www\.)[^\s<>\"']+(?=[\s<>]|\Z)"
)


def address_at(text: str, at: int) -> str:
    """Return the address of a mailbox or a page that begins there, or ""."""
    found = _ADDRESS.match(text, at)
    return found[0] if found else ""
