"""Hostile documents: one piece of text, again and again, in one surrounding."""

from __future__ import annotations

from html import escape
from itertools import combinations, count
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ENTRY = '<entry xmlns="http://www.w3.org/2005/Atom">'
_CAMPAIGN = (
    f'{_ENTRY}<content type="application/vnd.ctct+xml">'
    '<Campaign xmlns="http://ws.constantcontact.com/ns/1.0/">'
)
_END = "</Campaign></content></entry>"
_HTML = "<EmailContentFormat>HTML</EmailContentFormat><EmailContent>"
_XHTML = _HTML.replace("HTML", "XHTML")
_TEXT = "<EmailTextContent>"


_WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-16-le": 2, "utf-16-be": 2, "utf-32": 4}
_AND = " and then "


class Surrounding(NamedTuple):
    """What stands before and after the pieces, and how they are written there."""

    before: str
    after: str
    written: Callable[[str], str] = str
    encoding: str = "utf-8"


def _in_mail(before: str, after: str, element: str = _HTML) -> Surrounding:
    end = f"</{element.rpartition('<')[2]}{_END}"
    return Surrounding(
        _CAMPAIGN + element + escape(before), escape(after) + end, escape
    )


SURROUNDINGS = {
    "alone": Surrounding("", ""),
    "root": Surrounding("<a>", "</a>"),
    "entry": Surrounding(_ENTRY, "</entry>"),
    "leaf": Surrounding(f"{_ENTRY}<title>", "</title></entry>"),
    "campaign": Surrounding(_CAMPAIGN, _END),
    "value": Surrounding('<a b="', '"/>'),
    "tag": Surrounding("<a ", "/>"),
    "name": Surrounding("<a", "/>"),
    "comment": Surrounding("<a><!--", "--></a>"),
    "section": Surrounding("<a><![CDATA[", "]]></a>"),
    "html": _in_mail("<html><body>", "</body></html>"),
    "html value": _in_mail('<html><body><a href="', '">x</a></body></html>'),
    "html tag": _in_mail("<html><body><a ", ">x</a></body></html>"),
    "style": _in_mail("<html><head><style>", "</style></head></html>"),
    "xhtml": _in_mail("<html><body>", "</body></html>", _XHTML),
    "xhtml section": Surrounding(
        f"{_CAMPAIGN}{_XHTML}<![CDATA[<html><body>",
        f"</body></html>]]></EmailContent>{_END}",
    ),
    "xhtml as markup": Surrounding(
        f"{_CAMPAIGN}{_XHTML}<html><body>", f"</body></html></EmailContent>{_END}"
    ),
    "html section": Surrounding(
        f"{_CAMPAIGN}{_HTML}<![CDATA[<html><body>",
        f"</body></html>]]></EmailContent>{_END}",
    ),
    "html as markup": Surrounding(
        f"{_CAMPAIGN}{_HTML}<html><body>", f"</body></html></EmailContent>{_END}"
    ),
    "text": _in_mail("<Text>", "</Text>", _TEXT),
    "text as markup": Surrounding(
        f"{_CAMPAIGN}{_TEXT}<Text>", f"</Text></EmailTextContent>{_END}"
    ),
    "declared": Surrounding('<?xml version="1.0" encoding="us-ascii"?><a>', "</a>"),
    "utf-16": Surrounding("<a>", "</a>", encoding="utf-16"),
    "utf-16-le": Surrounding("<a>", "</a>", encoding="utf-16-le"),
    "utf-16-be": Surrounding("<a>", "</a>", encoding="utf-16-be"),
    "utf-16 campaign": Surrounding(_CAMPAIGN, _END, encoding="utf-16"),
    "utf-32": Surrounding("<a>", "</a>", encoding="utf-32"),
    "before": Surrounding("", f"{_CAMPAIGN}<Name>&</Name>{_END}"),
    "behind": Surrounding(f"{_CAMPAIGN}<Name>&</Name>{_END}", ""),
    "fault at the end": Surrounding("<a>", "&</a>"),
    "unclosed": Surrounding("<a><b>", "</a>"),
    "unclosed in a campaign": Surrounding(f"{_CAMPAIGN}<ContactLists>", _END),
    "reference in a campaign": Surrounding(f"{_CAMPAIGN}&#", _END),
    "reference": Surrounding("<a>&", ";</a>"),
    "number": Surrounding("<a>&#", ";</a>"),
    "end name": Surrounding("<a></", "></a>"),
    "prefix": Surrounding("<", ":a/>"),
    "instruction": Surrounding("<?x ", "?><a/>"),
    "document type": Surrounding("<!DOCTYPE ", "><a/>"),
    "subset": Surrounding("<!DOCTYPE a [", "]><a/>"),
    "entity": Surrounding("<!DOCTYPE a [<!ENTITY x '", "'>]><a>&x;</a>"),
    "form": Surrounding("xml=%3Centry%3E", "%3C%2Fentry%3E"),
    "quoted": Surrounding('"<a>', '</a>"'),
    "header": Surrounding("HTTP/1.1 200 OK\r\nX-A: ", "\r\n\r\n<a>&</a>"),
    "enum": Surrounding(f"{_CAMPAIGN}<GreetingName>", f"</GreetingName>{_END}"),
    "lists": Surrounding(f"{_CAMPAIGN}<ContactLists>", f"</ContactLists>{_END}"),
    "time": Surrounding(f"{_CAMPAIGN}<Date>", f"</Date>{_END}"),
    "address": Surrounding(
        f"{_CAMPAIGN}<FromEmail><EmailAddress>", f"</EmailAddress></FromEmail>{_END}"
    ),
    "html style value": _in_mail('<html><body><p style="', '">x</p></body></html>'),
    "table": _in_mail("<html><body><table>", "</table></body></html>"),
    "feed": Surrounding('<feed xmlns="http://www.w3.org/2005/Atom">', "</feed>"),
}
# `¤` becomes a number of its own in each piece.
PIECES = {
    "<": "<",
    "< and line": "<\n",
    "&": "&",
    "&#": "&#",
    "&amp": "&amp",
    "&amp;": "&amp;",
    "&lt;": "&lt;",
    "&x;": "&x;",
    "&#;": "&#0;",
    "&nbsp;": "&nbsp;",
    "&nbsp; and text": "x&nbsp; ",
    "</": "</",
    "</>": "</>",
    "</a>": "</a>",
    "</ a": "</ a",
    "</Name>": "</Name>",
    "</distinct>": "</e¤>",
    "<a": "<a",
    "<a ": "<a ",
    "<a b=": "<a b=",
    '<a b="': '<a b="',
    '<a b="c" ': '<a b="c" ',
    "<a>": "<a>",
    "<b>x": "<b>x",
    "<a></b>": "<a></b>",
    "<a><b></a></b>": "<a><b></a></b>",
    "<distinct>": "<e¤>",
    "<distinct/>": "<e¤/>",
    "<x:a/>": "<x:a/>",
    "<distinct:a/>": "<x¤:a/>",
    "<a xmlns/>": '<a xmlns="urn:x¤"/>',
    "<a xmlns>": '<a xmlns:x="urn:x¤">',
    "<bad xmlns/>": '<a xmlns:x="a b¤"/>',
    "<link/>": "<link/>",
    "<Name/>": "<Name/>",
    "<Nmae/>": "<Nmae/>",
    "<Name>": "<Name>",
    "<misspelt/>": "<Subjekt¤/>",
    "<unknown/>": "<Unknown/>",
    "<title>": "<title>",
    "<entry>": "<entry>",
    "<entry/>": "<entry/>",
    "<author>": "<author>x</author>",
    "<Contact/>": "<Contact/>",
    "<ContactList/>": "<ContactList/>",
    "<Campaign/>": "<Campaign/>",
    "<FromEmail/>": "<FromEmail><EmailAddress>x</EmailAddress></FromEmail>",
    "<a/>": "<a/>",
    "<a/> lines": "<a/>\n",
    "<q></q>": "<q>x</q>",
    "<q></q> lines": "  <q>x</q>\n",
    "<Unknown><Name>": "<Unknown><Name>x</Name></Unknown>",
    "<a b/>": "<a b/>",
    "<a b=c/>": "<a b=c/>",
    "<a 1=''/>": "<a 1=''/>",
    "<?": "<?",
    "<?x": "<?x ",
    "<?x?>": "<?x?>",
    "<?xml?>": '<?xml version="1.0"?>',
    "<?php": "<?php echo 1 ?>",
    "<%": "<% x %>",
    "{{": "{{<",
    "{{ }}": "{{ a & b }}",
    "${": "${<",
    "<!": "<!",
    "<!--": "<!--",
    "<!-- -->": "<!-- -->",
    "<!-- -- -->": "<!-- -- -->",
    "<!--lint": "<!-- ctct-lint: ignore[CTC2] -->",
    "<!--lint unknown": "<!-- ctct-lint: ignore[CTC0¤] -->",
    "<!--lint malformed": "<!-- ctct-lint: ignor -->",
    "-": "-",
    "->": "->",
    "<![CDATA[": "<![CDATA[",
    "<![CDATA[]]>": "<![CDATA[x]]>",
    "<![cdata[": "<![cdata[",
    "<! [CDATA": "<! [CDATA [",
    "<!DOCTYPE": "<!DOCTYPE ",
    "<!DOCTYPE [": "<!DOCTYPE a [",
    "<!DOCTYPE>": "<!DOCTYPE a>",
    "<!ENTITY": "<!ENTITY a¤ 'x'>",
    "]]>": "]]>",
    "]": "]",
    ">": ">",
    '"': '"',
    "'": "'",
    '\\"': '\\"',
    "=": "=",
    "/": "/",
    ",": ",",
    "x": "x",
    "x ": "x ",
    " ": " ",
    "line": "\n",
    "CR": "\r",
    "CR LF": "\r\n",
    "tab": "\t",
    "NBSP": "\N{NO-BREAK SPACE}",
    "BOM": "\ufeff",
    "curly": "“",
    "curly pair": "“x” ",
    "e acute": "é",
    "mojibake": "Ã©",
    "mojibake apart": "Ã© ",
    "emoji": "\N{BREAD}",
    "combining": "\u0301",
    "NUL": "\0",
    "control": "\x01x",
    "DEL": "\x7fx",
    "undecodable": "\udcff",
    "undecodable apart": "\udcffx",
    "surrogate": "\udced\udca0\udc80",
    "attribute": ' b¤="c"',
    "attribute again": ' b="c"',
    "attribute glued": 'b¤="c"',
    "attribute bare": " b¤",
    "attribute unquoted": " b¤=c",
    "attribute open": ' b="c',
    "attribute curly": " b=“c”",
    "attribute bad": ' 1b="c"',
    "attribute prefixed": ' x:b¤="c"',
    "declaration": ' xmlns:x¤="urn:x"',
    "declaration bad": ' xmlns:x¤="a b"',
    "xml:id": ' xml:id="1"',
    "= quote": "=\"'",
    "http": "http://a.example/x¤ ",
    "<p>": "<p>",
    "<p>x</p>": "<p>x</p>",
    "<td><tr>": "<td><tr>",
    "<li>": "<li>x",
    "</p>": "</p>",
    "<img>": '<img src="x">',
    "<a href>": '<a href="a¤">x</a>',
    "<a href bad>": '<a href="http:/ a¤">x</a>',
    "<a href=x y>": "<a href=x y>",
    "<a onclick>": '<a onclick="x">x</a>',
    "<script>": "<script>",
    "<style>": "<style>",
    "<style></style>": "<style>a{</style>",
    "<Greeting/>": "<Greeting/>",
    "<Greting/>": "<Greting/>",
    "<OpenTracking/>": "<OpenTracking/>",
    "<Text>": "<Text>",
    "{": "{",
    "}": "}",
    "a{}": "a{b:c}",
    "a{b": "a{b:c;",
    "/*": "/*",
    "@import": '@import "x";',
    "@media": "@media x{",
    "&amp;amp;": "&amp;amp;",
    "&#8217;": "&#8217;",
    "&eacute;": "&eacute;",
    "<o:p>": "<o:p>x</o:p>",
    "<font>": "<font size=1>x",
    "[Name]": "[First Name] ",
    "feed entry": f"{_ENTRY}<title>&</title><Nmae/></entry>",
    "form field": "a=%3C&",
    "%3C": "%3Ca%3E",
    "json": '{"a": ["<b/>"]},',
    "header line": "X-A: b\r\n",
    "byte and line": "x\n",
    "byte and CR": "x\r",
    "NUL and tag": "<a>\0</a>",
    "<!--lint--><Unknown/>": "<!-- ctct-lint: ignore[CTC2] --><Unknown/>",
    "<!--lint--><link/>": "<!-- ctct-lint: ignore[CTC206] -->\n<link/>\n",
    "<!ELEMENT": "<!ELEMENT a¤ ANY>",
    "<!ATTLIST": "<!ATTLIST a b¤ CDATA 'x'>",
    "%x;": "%x;",
    "&x¤;": "&x¤;",
    "<Contact Email/>": "<Contact><EmailAddress>x</EmailAddress></Contact>",
    "<ContactList id/>": '<ContactList id="x¤"/>',
    "<EmailContent>": "<EmailContent>&lt;p&gt;</EmailContent>",
    "<a b b/>": '<a b="" b=""/>',
    "<x:a xmlns:x/>": '<x:a xmlns:x="urn:x¤"/>',
    "<a\\>": "<a\\>",
    "<tr><td>x": "<tr><td>x",
    "<td style>": '<td style="color:#f;width:1">x</td>',
    "@media {}": "@media x{a{b:c}}",
    "a:b": "a:b;",
    "10": "10",
    "&a;": "&amp;a¤;",
    "<!-- --><?x?>&": "<!-- x --><?x?>&",
    "Schedule": "<Schedule><ScheduledTime>x</ScheduledTime></Schedule>",
    "<b><i></b></i>": "<b><i>x</b></i>",
    "<p/>x</p>": "<p/>x</p>",
    "<p><div></p>": "<p><div>x</p></div>",
    "<a b='\">": "<a b='x\">y</a>",
    "<a b='>": "<a b='x>y</a>",
    '<a b="<">': '<a b="<">x</a>',
    '<a b="&">': '<a b="?x=1&y=2">x</a>',
    '<a b="c"">': '<a b="c"">x</a>',
    '<a b="c"d="e">': '<a b="c"d="e">x</a>',
    '<a b""c"">': '<a b=""c"">x</a>',
    "<a b b b>": '<a b="1" b="2" b="3">x</a>',
    '<a b=c"/>': '<a b=c"/>',
    "<a b=c/>x": "<a b=c/>x</a>",
    "<a b/ >": '<a b="c" / >',
    "<a b,c>": '<a b="c", d="e">x</a>',
    '<a b="c"<p>': '<a b="c"<p>x</p>',
    "<a b='c\"<p>": "<a b='c\"<p>x</p>",
    "< a>": "< a>x</a>",
    "< /a>": "<a>x< /a>",
    "<\\a>": "<a>x<\\a>",
    "</a b>": '<a>x</a b="c">',
    "<a></a": "<a>x</a",
    "<<a>>": "<<a>>x</a>",
    "<>": "<>",
    "a<b": "a<b and c>d ",
    "AT&T": "AT&T ",
    "&copy": "&copy ",
    "&#xZ;": "&#xZ; ",
    "&#1;": "&#1;&#xD800; ",
    "&amp and blank": "&amp &lt &quot ",
    "<!-- >": "<!-- x -> ",
    "<!--->": "<!--->",
    "<! -- -->": "<! -- x -- >",
    "<!--[if]>": "<!--[if mso]><table><tr><td><![endif]-->x",
    "<![if]>": "<![if !mso]>x<![endif]>",
    "<![CDATA[]>": "<![CDATA[x]>",
    "<[CDATA[]]>": "<[CDATA[x]]>",
    "<![CDATA[<![CDATA[": "<![CDATA[<![CDATA[x]]>]]>",
    "<!DOCTYPE html>": '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">',
    "<!doctype html>": "<!doctype html>x",
    "<?x>": "<?x y>",
    "<?xml-stylesheet?>": '<?xml-stylesheet href="x¤"?>',
    "<? ?>": "<? x ?>",
    "<x:a x:b>": '<x¤:a y¤:b="c">x</x¤:a>',
    "<a xmlns/><b>": '<a xmlns="urn:x¤"><b xmlns=""/></a>',
    "<long/>": f"<{'n' * 1000}/>",
    "<long distinct>": f"<{'n' * 1000}¤>",
    "<a b=long/>": f'<a b="{"v " * 2000}"/>',
    "<a long/>": f'<a {"b" * 1000}="c"/>',
    "<wide/>": "<漢字/>",
    "<wide>": "<漢字 属性=値>x",
    "wide": "漢字",
    "NUL in tag": "<a\0b/>",
    "undecodable in tag": '<a b="\udcff">\udce9</a>',
    "LS": "\u2028\x85",
    "<br></br>": "<br></br>",
    "</br>": "x</br>",
    "<br>": "x<br>\n",
    "<html>": "<html><body>x",
    "</html>": "x</body></html>",
    "<table></table>": "<table><tr><td>x</td></tr></table>",
    "<table>": "<table><tr><td>",
    "<table><tr></table>": "<table><tr>x</table>",
    "<style> and tags": "<style>p{}</style><p>x",
    "<style><!-- -->": "<style><!-- a{b:c} --></style>",
    "<script><": "<script>if(a<b&&c){}</script>",
    "<title><b>": "<title>a<b</title>",
    "<p style>": "<p style='color:red;width:10'>x</p>",
    "<font size=1>": "<FONT SIZE=1 COLOR=#fff>x</Font>",
    "<Name>x</Nmae>": "<Name>x</Nmae>",
    "<Name></Subject>": "<Name>x</Subject>",
    "<Name><Subject>": "<Name>x<Subject>y",
    "Name>x</Name>": "Name>x</Name>",
    "<Name>x/Name>": "<Name>x/Name>",
    "<First Name>": "<First Name>x</First Name>",
    "<p>x & y": "<p>x & y < z &nbsp; <br> <img src=a></P>\r\n",
}
_NESTED_IN = ("root", "campaign", "html", "xhtml", "xhtml section")
_NESTED = {
    "nested": ("<a>", "</a>"),
    "nested distinct": ("<e¤>", "</e¤>"),
    "nested Name": ("<Name>", "</Name>"),
    "nested declarations": ('<a xmlns:x="urn:x¤">', "</a>"),
    "nested wrongly": ("<a><b>", "</a></b>"),
    "nested unknown": ("<a b>", "</ a>"),
}
_SIGNS = ("<", "&", "</", "<a ", "<a b=", "<?", "]]>", "<a", "&#")
# What takes the most time: a mail of broken markup that is not escaped is mended as a
# part of the document, and once more as a mail.
_WORST = (
    *(f"{piece} | xhtml as markup" for piece in ("<p>", "</>", "<a href=x y>", "a<b")),
    *("<wide> | xhtml as markup", "<a b=c/>x | xhtml as markup"),
    *("& and then <a b/> | campaign", "<Campaign/> | entry", "BOM | lists"),
    *("</a> | xhtml as markup", "</distinct> | xhtml as markup"),
    *("</ and then <a b/> | campaign", "<a and then <a b/> | campaign"),
    # One unclosed element of many balanced children; what holds what stands beside it.
    *("<q></q> | unclosed", "<q></q> lines | unclosed", "<Unknown><Name> | campaign"),
    # Whose one sign may be needless, so that all is judged again.
    "<ContactList id/> | reference in a campaign",
)
# What the signs are that markup is made of, alone and in a root.
_OF_MARKUP = (f"{sign} | {where}" for sign in _SIGNS for where in ("alone", "root"))
USUAL = frozenset((*_OF_MARKUP, *_WORST))


# What takes turns, in a document of its own or of the format.
_TAKING_TURNS = (
    *_SIGNS,
    "<a>",
    "</a>",
    "<b>x",
    "<a b/>",
    "<Name>",
    "'",
    "attribute bare",
)
_TURNS_IN = ("root", "campaign")


def names() -> Iterator[str]:
    """Yield the names of all inputs: a piece and its surrounding."""
    for pair in combinations(_TAKING_TURNS, 2):
        for surrounding in _TURNS_IN:
            yield f"{_AND.join(pair)} | {surrounding}"
    for piece in PIECES:
        for surrounding in SURROUNDINGS:
            yield f"{piece} | {surrounding}"
    for nested in _NESTED:
        for surrounding in _NESTED_IN:
            yield f"{nested} | {surrounding}"


def document(name: str, size: int) -> bytes:
    """Return an input's document of about as many bytes."""
    what, _, where = name.rpartition(" | ")
    surrounding = SURROUNDINGS[where]
    size //= _WIDTHS[surrounding.encoding]
    if what in _NESTED:
        opening, closing = (list(repeated_to(p, size // 2)) for p in _NESTED[what])
        number = min(len(opening), len(closing))
        text = "".join([*opening[:number], *reversed(closing[:number])])
        pieces = surrounding.written(text)
    else:
        piece = "".join(PIECES[one] for one in what.split(_AND))
        pieces = "".join(map(surrounding.written, repeated_to(piece, size)))
    whole = surrounding.before + pieces[:size] + surrounding.after
    errors = "surrogateescape" if surrounding.encoding == "utf-8" else "surrogatepass"
    return whole.encode(surrounding.encoding, errors)


def repeated_to(piece: str, size: int) -> Iterator[str]:
    """Yield a piece with numbers of its own until there are as many characters."""
    for number in count():
        if size <= 0:
            return
        text = piece.replace("¤", str(number))
        size -= len(text)
        yield text
