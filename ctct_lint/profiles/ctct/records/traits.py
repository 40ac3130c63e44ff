"""What a record has that some rule may want to look at: flags, as of contents.

A flag that is not set rules out what it stands for; one that is set says nothing yet.
"""

IDS = 1  # ids that are not plainly in order
LONG = 2  # a value over the limit that the schema's facts give
UNADVISED = 4  # no text, or no field, where the schema's facts advise one
SYMBOLS = 8  # characters beyond ASCII, in a value that is no markup
BLANKS = 16  # white space around such a value
PLACEHOLDERS = 32  # what may be a placeholder in such a value
TYPES = 64  # a `type` of one of an entry's texts that is not as usual
READ_ONLY = 128  # a field that only the server sets
UNSENT = 256  # what is not sent for the operation
ADDRESSES = 512  # an e-mail address that is not plainly in order
MESSAGES = 1024  # a value with the words that each message of a program has
