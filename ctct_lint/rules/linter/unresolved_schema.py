"""An include or an import of the schema leads to no file that may be read.

## Why

The files of a schema are read from its own folder, from that of its catalog and from
where this says, and from nowhere else: never from the network, never from outside of
these folders, not through `..` or a link either. What is not there lacks, so no
document is checked with the schema, and the exit status is 2.

## How to fix it

Put the file into the folder of the schema, or say in a catalog which local file stands
for the URI, with entries such as
`<uri name="http://example.org/types.xsd" uri="local/types.xsd"/>`, and name the
catalog as `catalog` of the profile. `docs/profiles.md` shows one. Where schemas lie
side by side and refer to each other by `../common/types.xsd`, a catalog in the folder
above, be it without entries, is enough.
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC907",
    evidence=Evidence.STANDARD,
    source="what schemas may read: their folder and their catalog",
    message="{subject} cannot be read: {detail!s}",
    help=(
        "put the file into the folder of the schema, or name a `catalog` of the "
        "profile: one in a folder above both files, or one that says which local file "
        "stands for it"
    ),
)
