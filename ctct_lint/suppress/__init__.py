"""Suppression: comments of a document that say what not to report.

    <!-- ctct-lint: ignore[CTC203, malformed-date] the reason -->
                                    for the next element, start tag to end tag; in an
                                    element that holds only text, for that element
    <!-- ctct-lint: disable[CTC2] -->   from here on ...
    <!-- ctct-lint: enable[CTC2] -->    ... up to here
    <!-- ctct-lint: ignore-file[CTC405] -->   everywhere; without codes only before
                                              the root

Codes, starts of codes and names of rules; without brackets all of them. Faults of
the encoding and the syntax, and what the linter says of itself, are not suppressed.

The engine looks for `MARK` in a document and then calls `apply.suppress`; nothing
else needs to know of it. What is unused, unknown or malformed comes out as a fault:
the mark has no colon, so that comments without one are found and told as well.
Offsets count code points of the text.
"""

MARK = "ctct-lint"
