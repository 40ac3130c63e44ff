"""Bytes to text, the way XML 1.0 §4.3.3 and appendix F say, and on after faults.

Decoding never fails: what cannot be decoded is decoded by the best guess and
reported as a trouble, so that the rest of the document can be linted.
"""

from __future__ import annotations

from ctct_lint.text.decoded import Decoded

# A declaration is looked for in so many bytes.
_HEAD = 4096
# All that stands before the first `?>`; no declaration at all is the one character.
_USUAL_HEADS = (
    b'<?XML VERSION="1.0" ENCODING="UTF-8"?>',
    b'<?XML VERSION="1.0"?>',
    b"<",
)


def decode(data: bytes) -> Decoded:
    """Decode a document; `troubles` is empty for a document that is in order.

    A byte that cannot be decoded becomes exactly one character, so that what
    follows keeps its place. Lone surrogates of UTF-16 stay in the text.
    """
    head = data[: data.find(b"?>", 0, _HEAD) + 2]
    if head.replace(b"'", b'"').upper() in _USUAL_HEADS and b"\0" not in data:
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    from ctct_lint.text.odd_encoding import decode_odd

    return decode_odd(data)
