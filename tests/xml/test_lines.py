"""What stands on the lines of an element, and of the comments about it."""

from __future__ import annotations

import pytest

from ctct_lint.xml.locate.lines import comments_above, own_line

# `|` is where something is inserted before `<b/>`.
ABOVE = [
    "<a>|<b/></a>",
    "<a>\n  |<b/></a>",
    "|<b/>",
    "\n|<b/>",
    "<a>\n  |<!-- one -->\n  <b/></a>",
    "<a>\r\n\t|<!-- one -->\r\n\r\n\t<b/></a>",
    "<a>\r|<!-- one -->\r<b/></a>",
    "<a>\n  |<!-- one -->\n  <!-- two\n lines -->\n  <b/></a>",
    "\n|<!-- one -->\n<b/>",
    # On the first line there may be a declaration; here it is a comment.
    "<!-- one -->\n|<b/>",
    # A comment behind an element is about that one.
    "<a>\n  <c/> <!-- one -->\n  |<b/></a>",
    "<a> <!-- one -->\n  |<b/></a>",
    "<a>\n  <c/> <!-- one -->\n  |<!-- two -->\n  <b/></a>",
    "<a>\n  <!-- one --> |<b/></a>",
    "<a>\n  text -->\n  |<b/></a>",
    "<!-- one -->\n<a>\n  <!-- two -->\n  text -->\n  |<b/></a>",
    "<a>\n  <c/>\n  |<b/></a>",
]


@pytest.mark.parametrize("text", ABOVE)
def test_comments_on_lines_of_their_own_stay_with_their_element(text: str) -> None:
    at, text = text.index("|"), text.replace("|", "")

    assert comments_above(text, text.index("<b/>")) == at


# `|` is where `<b/>` is taken away from.
ALONE = [
    "<a>|\n  <b/>\n</a>",
    "<a>|\r\n\t<b/> \r\n</a>",
    "<a>|\r<b/>\r</a>",
    "<a>\n|\n<b/>\n</a>",
    "<a>\n  |<b/></a>",
    "<a>\n  |<b/> x\n</a>",
    "<a>\n  x |<b/>\n</a>",
    "<a>|<b/>\n</a>",
    "|<b/>\n",
]


@pytest.mark.parametrize("text", ALONE)
def test_with_what_is_alone_on_its_line_the_line_goes(text: str) -> None:
    at, text = text.index("|"), text.replace("|", "")
    start = text.index("<b/>")

    assert own_line(text, start, start + 4) == at
