"""Of a document in Base64 the help says how it begins."""

from __future__ import annotations

from base64 import b64encode

import pytest

from ctct_lint import lint

ENTRY = (
    b'<?xml version="1.0"?>\n<entry xmlns="http://www.w3.org/2005/Atom"><id/></entry>'
)


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (
            ENTRY,
            'decode it: it begins with `<?xml version="1.0"?> <entry xmlns="htt\u2026`',
        ),
        (b"\xef\xbb\xbf" + b"just a long text, " * 9, "decode it: it begins with "),
        (bytes(range(1, 121)), "decode it"),
        (b"\xff\xfe" * 60, "decode it"),
    ],
)
def test_beginning_of_what_is_in_base64(data: bytes, advice: str) -> None:
    (told,) = lint(b64encode(data).decode())

    assert told.message.startswith("this is Base64 ")
    (help_,) = told.help
    assert help_.startswith(advice)
    assert (help_ == advice) == (not advice.endswith(" "))
