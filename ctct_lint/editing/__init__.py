"""What an editor asks of a document while it is typed: pure functions of a text.

Offsets count code points from the start of the text; nothing here lints or validates.
"""
