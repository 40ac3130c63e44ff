"""The document is larger than the linter reads.

## Why

The linter holds a document in memory, and several times its size. To be of use on
unknown input it refuses what is far larger than any campaign: the later interface to
the same service takes 930,000 characters of content at most. A `feed` may be of any
size: from 4 MiB on it is read entry by entry, unless it is so broken that it cannot be
told where its entries end, or is to be mended.

## How to fix it

Check whether it is the right file. Images belong into the account's library, not into
the document.
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC007",
    evidence=Evidence.INFERENCE,
    source="a limit of ctct-lint",
    message="the document has more than {subject!s}",
    help="split it, or check the right file",
)
