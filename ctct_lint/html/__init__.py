"""What stands inside the text of a campaign's rich fields: HTML, XHTML, CSS.

A rule with `on="content"` is called with a `content.Content`. It may look at
nothing but the content's name, its format and its text (and what follows from
these: `root`, `tag_names`, `tags`): what has been read once without a finding is
not read again in the next document. What relates a field to another one is the
business of a rule with `on="campaign"`.

    @rule(
        code="CTC599",
        severity=Severity.WARNING,
        on="content",
        fields=("EmailContent",),  # which fields; without it all four
        tags=("marquee", "blink"),  # called only if one of these is there
        evidence=Evidence.INFERENCE,
        source="...",
    )
    def check(content: Content) -> Findings:
        for tag in content.start_tags("marquee", "blink"):
            yield Finding(
                content.name_of(tag),
                f"{quoted(tag.name)} is not shown by any mail program",
                fixes=(Proposal("remove it", ((content.whole(tag), ""),)),),
            )

All offsets are code points of `content.text`. `content.span(start, end)` makes a
place of them, also an empty one to insert at; the new text of an edit is given
as it shall be read, and is escaped as its surroundings in the file need it.
"""
