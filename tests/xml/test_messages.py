"""Messages of PHP inside texts: whole ones, with the name of a file and a line."""

from __future__ import annotations

import pytest

from ctct_lint.xml.pages import messages_in

PLAIN = "Notice: Undefined index: a in /srv/a.php on line 3"
HTML = (
    "<br />\n<b>Warning</b>:  Undefined variable $a in <b>/srv/a b.phtml</b> "
    "on line <b>12</b><br />"
)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in messages_in(text)]


@pytest.mark.parametrize("message", [PLAIN, HTML, f"PHP {PLAIN}"])
def test_message_is_found_in_a_text(message: str) -> None:
    assert found(message) == [message]
    assert found(f"Hello {message}\nTulips") == [message]
    assert found(f"{message}\n{message}") == [message, message]


@pytest.mark.parametrize(
    "text",
    [
        "Tulips",
        "see you on line 3",
        "Notice: see you in May on line 3",
        "in /srv/a.php on line 3",
        f"Notice: {'x' * 1000} in /srv/a.php on line 3",
        "Notice: on line 3 in /srv/a.php on line 4",
    ],
)
def test_other_texts_have_none(text: str) -> None:
    assert found(text) == []


def test_last_beginning_counts() -> None:
    assert found(f"Notice: mind this. {PLAIN}") == [PLAIN]
