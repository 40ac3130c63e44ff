"""What programs write for a value that is no text is known, and texts are not."""

from __future__ import annotations

import pytest

from ctct_lint.text.shown import LONGEST, shown


@pytest.mark.parametrize(
    ("value", "program", "what"),
    [
        ("undefined", "JavaScript", "what is not there"),
        ("NaN", "JavaScript", "what is not there"),
        ("[object Object]", "JavaScript", "an object"),
        ("[object HTMLInputElement]", "JavaScript", "an object"),
        ("Array", "PHP", "an object"),
        ("Resource id #5", "PHP", "an object"),
        ("b'Bulbs'", "Python", "bytes"),
        ('b"Molly\'s"', "Python", "bytes"),
        ("<mail.Campaign object at 0x7f3b2c>", "Python", "an object"),
        ("<bound method Name.get of <Name object at 0x7f>>", "Python", "an object"),
        ("<function name at 0x7f3b2c>", "Python", "an object"),
        ("#<Campaign:0x00007f>", "Ruby", "an object"),
        ("#<Mail::List id: 3>", "Ruby", "an object"),
        ("HASH(0x55d0c8)", "Perl", "an object"),
        ("Mail::List=HASH(0x55d0c8)", "Perl", "an object"),
        ("System.String[]", ".NET", "an object"),
        ("System.Collections.Generic.List`1[System.String]", ".NET", "an object"),
        ("com.molly.Subject@1b2c3d", "Java", "an object"),
        ("[Ljava.lang.String;@1b2c3d", "Java", "an object"),
    ],
)
def test_no_text_is_known_by_who_writes_it(value: str, program: str, what: str) -> None:
    assert shown(value) == (program, what)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "Undefined",
        "Nan",
        "null",
        "Array of flowers",
        "A array",
        "joe@1b2c3d.example.com",
        "joe@abcdef",
        "b'Bulbs",
        "b's and c's",
        "#1 in bulbs",
        "System. Bulbs",
        "<Greeting/>",
        "Bulbs [object Object]",
        f"b'{'x' * LONGEST}'",
    ],
)
def test_text_is_none_of_it(value: str) -> None:
    assert shown(value) is None
