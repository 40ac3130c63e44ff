"""Which part of a document each comment is about.

Told from the tags of the original text, so that a broken document has scopes as well:
an element without end tag ends with the one around it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.slotted import field, slotted
from ctct_lint.suppress.directive import IGNORE, Directive, read
from ctct_lint.text.patterns import lazy
from ctct_lint.text.spelling import closest
from ctct_lint.xml.chars import LINE_ENDS
from ctct_lint.xml.locate.lines import back_over
from ctct_lint.xml.scan.scanner import scan
from ctct_lint.xml.source import Source

if TYPE_CHECKING:
    from ctct_lint.model.fault import Fault
    from ctct_lint.xml.model import ContentModel
    from ctct_lint.xml.tokens import Token

# To compare names takes time; a text with so many misspelt ones is none.
_MOST_COMPARED = 1000
_LINE_REST = lazy(r"[ \t]*(?:\r\n?|\n)")


class Scoped(NamedTuple):
    """A directive and the characters that it is about; (-1, -1) if there are none.

    `removal` is the span whose removal takes the comment away, with its line if it
    has one to itself.
    """

    directive: Directive
    start: int
    end: int
    removal: tuple[int, int]


class Directives(NamedTuple):
    """The directives of a text in order, faults in others, where the root starts."""

    directives: list[Scoped]
    faults: list[Fault]
    root: int


class Elements(NamedTuple):
    """Where each token ends, and where its innermost element starts; -1: in none."""

    ends: array[int]
    starts: array[int]

    def innermost(self, offset: int) -> int:
        """Return where the innermost element of an offset starts; -1: it is in none."""
        number = bisect_right(self.ends, offset)
        return self.starts[number] if number < len(self.starts) else -1


@slotted
class _Open:
    name: str
    start: int
    has_children: bool = False
    waiting: list[int] = field(default_factory=list)
    about_it: list[int] = field(default_factory=list)


class _Walk:
    """One pass over the tokens, with the elements that are open."""

    def __init__(self, source: Source, tokens: list[Token]) -> None:
        self.source = source
        self.tokens = tokens
        self.found: list[Scoped] = []
        self.faults: list[Fault] = []
        self.root = -1
        self._stack = [_Open("", -1, has_children=True)]
        self._names: Counter[str] = Counter()
        self._alike: dict[tuple[str, str], bool] = {}

    def run(self) -> None:
        for number, token in enumerate(self.tokens):
            if token.kind == "comment":
                self._comment(number, token)
            elif token.kind == "start":
                self._start(token)
            elif token.kind == "end":
                self._end(token)
        while self._stack:
            self._close(len(self.source.text))

    def elements(self) -> Elements:
        """Return in which element each token is; a start tag is in its own."""
        ends, starts = array("q"), array("q")
        for token in self.tokens:
            ends.append(token.end)
            is_start = token.kind == "start"
            starts.append(token.start if is_start else self._stack[-1].start)
            if is_start:
                self._start(token)
            elif token.kind == "end":
                self._end(token)
        return Elements(ends, starts)

    def _comment(self, number: int, token: Token) -> None:
        directive = read(self.source.text, token.start, token.end)
        if isinstance(directive, Directive):
            if directive.verb == IGNORE:
                self._stack[-1].waiting.append(len(self.found))
            removal = _removal(self.source.text, self.tokens, number)
            self.found.append(Scoped(directive, -1, -1, removal))
        elif directive is not None:
            self.faults.append(directive)

    def _start(self, token: Token) -> None:
        if self.root < 0:
            self.root = token.start
        around = self._stack[-1]
        around.has_children = True
        opened = _Open(token.name, token.start, about_it=around.waiting)
        around.waiting = []
        self._stack.append(opened)
        self._names[token.name] += 1
        if token.empty:
            self._close(token.end)

    def _end(self, token: Token) -> None:
        # `</>` closes whatever is open.
        name = token.name or self._stack[-1].name
        if len(self._stack) == 1:
            return
        if not self._names[name]:
            if not self._is_meant(self._stack[-1].name, name):
                return
            name = self._stack[-1].name
        while self._stack[-1].name != name:
            self._close(token.start)
        self._close(token.end)

    def _is_meant(self, opened: str, closed: str) -> bool:
        """Is the end tag's name the open element's, only misspelt?"""
        pair = opened, closed
        if pair not in self._alike and len(self._alike) < _MOST_COMPARED:
            self._alike[pair] = closest(closed, (opened,)) is not None
        return self._alike.get(pair, False)

    def _close(self, end: int) -> None:
        """Close the innermost element; what waits in a text is about the text."""
        top = self._stack.pop()
        self._names[top.name] -= 1
        about = top.about_it if top.has_children else top.about_it + top.waiting
        for number in about:
            self.found[number] = self.found[number]._replace(start=top.start, end=end)


def find_directives(text: str, model: ContentModel) -> Directives:
    """Read all comments of a document that speak to the linter."""
    source = Source(text, model)
    walk = _Walk(source, scan(source))
    walk.run()
    return Directives(walk.found, walk.faults, walk.root)


def find_elements(text: str, model: ContentModel) -> Elements:
    """Find all elements of a document, to be asked for by offsets."""
    source = Source(text, model)
    return _Walk(source, scan(source)).elements()


def _removal(text: str, tokens: list[Token], number: int) -> tuple[int, int]:
    """Return the span of a comment, or of its line if it stands between tags there."""
    start, end = tokens[number].start, tokens[number].end
    beside = (*tokens[max(number - 1, 0) : number], *tokens[number + 1 : number + 2])
    if any(_has_text(text, token) for token in beside):
        return start, end
    line, rest = back_over(" \t", text, start), _LINE_REST.match(text, end)
    if rest is None or text[max(line - 1, 0) : line] not in ("", *LINE_ENDS):
        return start, end
    return line, rest.end()


def _has_text(text: str, token: Token) -> bool:
    if token.kind == "section":
        return True
    return token.kind == "text" and bool(text[token.start : token.end].strip())
