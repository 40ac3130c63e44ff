"""The elements of HTML and of Constant Contact, and what the nesting needs of them.

Names are in lower case. Sources: HTML standard, 13.1.2; XHTML 1.0; the samples of
Constant Contact's v1 documentation.
"""

from __future__ import annotations

from functools import lru_cache

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.model import ContentModel


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
_WITHOUT_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_BOUND = frozenset().union(*CHILDREN.values()) - CHILDREN["head"] | {"html"}
KNOWN = frozenset().union(
    VOID, OPTIONAL_END, CONSTANT_CONTACT, BLOCK, INLINE, CHILDREN, _BOUND
)
# What else the standards of HTML have or had, and what SVG and MathML begin with.
STANDARD = KNOWN - CONSTANT_CONTACT | _names(
    "applet article aside audio bdi bdo blink canvas data datalist details dialog dir"
    " figcaption figure footer frameset header hgroup image isindex listing main mark"
    " marquee math menu menuitem meter multicol nav nextid nobr noembed noframes output"
    " picture plaintext portal progress rbc rtc ruby search section slot spacer summary"
    " svg template time video xml xmp"
)
# More pairs of a parent and a child than a mail has.
_PAIRS = 4096
_ADDRESS = lazy(
    r"[\w.+-]+@\w[\w.-]*\w(?=[\s<>]|\Z)"
    r"|(?:[A-Za-z][A-Za-z0-9+.-]*://|mailto:|www\.)[^\s<>\"']+(?=[\s<>]|\Z)"
)


def address_at(text: str, at: int) -> str:
    """Return the address of a mailbox or a page that begins there, or ""."""
    found = _ADDRESS.match(text, at)
    return found[0] if found else ""


@lru_cache(maxsize=_PAIRS)
def _may_contain(parent: str, child: str) -> bool:
    parent, child = parent.lower(), child.lower()
    if parent in VOID or parent == child in {"a", "p"}:
        return False
    if parent in CONSTANT_CONTACT or child in CONSTANT_CONTACT:
        return True
    if parent in CHILDREN:
        return child in CHILDREN[parent]
    if child in _BOUND:
        return False
    return not (parent in _WITHOUT_BLOCKS and child in BLOCK)


class Html(ContentModel):
    """What may stand where in HTML.

    It tells where an unclosed element was meant to end, and is no validator.
    """

    __slots__ = ()

    def knows(self, name: str) -> bool:
        """Is it an element of HTML or of Constant Contact, in any case?"""
        return name.lower() in KNOWN

    def root_tag(self, name: str) -> str:
        """Return the start tag of a document or a text, else ""."""
        return f"<{name}>" if name.lower() in {"html", "text"} else ""

    def may_contain(self, parent: str, child: str) -> bool:
        """May the child stand directly in the parent?"""
        return _may_contain(parent, child)

    def may_omit_end(self, name: str) -> bool:
        """Is it an element that needs no end tag in HTML?"""
        return name.lower() in OPTIONAL_END

    def has_entity(self, name: str) -> bool:
        """Is it one of HTML's?"""
        from html.entities import html5

        return f"{name};" in html5

    def spelling_of(self, name: str) -> str | None:
        """Return the known name that is meant, None if none is close."""
        from ctct_lint.text.spelling import closest

        return closest(name.lower(), sorted(KNOWN))
