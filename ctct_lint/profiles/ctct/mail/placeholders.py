"""Placeholders of templates that were never filled in.

The service's own are not among them: `$ACCOUNT.CITY` stands for the account's city.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.text.placeholders import may_have_placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

# What people write by themselves is none: `{1, 2, 3}`, `[[citation needed]]`, `${5}`.
_PLACEHOLDER = r"""
      \{\{(?=[^{}]*\w)[^{}]*\}\}      # {{ name }}: Jinja, Handlebars, Angular
    | \{%[^{}]*[A-Za-z][^{}]*%\}     # {% if %}: Jinja, Liquid
    | [$\#]\{\s*[^\W\d][^{}]*\}      # ${name}, #{name}: shells, JSP, Ruby
    | \{\$[^\W\d][^{}]*\}            # {$name}: Smarty, PHP
    | (?<![$\#\w])\{\d{1,2}         # {0}, {0:C}, {0,-10}: .NET
      (?:,-\d+|,\d+(?=:))?(?::(?:[A-Za-z\#]|0[.,0])[^{}]*)?\}
    | \{\d{1,2},\s*(?:number|date|time|choice)\b[^{}]*\}  # {0,date}: Java
    | \[\[\s*(?:[^\W\d][\w.]*|[A-Z][A-Z\ ]*)\s*\]\]  # [[name]], [[FIRST NAME]]
    | <[%?](?:[^%?<]|[%?](?!>))*[%?]>  # <%= name %>, <?php echo $name ?>
    | %\(\w+\)[sdif]                 # %(name)s: Python
    | %%[^\W\d]\w*%%                 # %%name%%
    | (?<![\w%])%s(?!\w)             # %s
    | \*\|[\w:]+\|\*                 # *|NAME|*
    | @Model\.\w+                    # @Model.Name: Razor
    | \A\$[a-z_]\w*(?:->\w+|\[[^\[\]]*\])*\Z  # $name, $row['name']: PHP, Perl
    | (?<!\w)__[A-Z][A-Z0-9_]*?__(?!\w)  # __NAME__
    """

# A URI has no braces: `{user-name}` was copied from the documentation.
_IN_URI = r"\{[^{}/]*\}"


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern, compiled when it is needed: that takes a millisecond."""
    return re.compile(_PLACEHOLDER, re.VERBOSE)


def placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each placeholder starts and ends, in code points."""
    for found in _pattern().finditer(text):
        yield found.span()


def is_placeholder(text: str) -> bool:
    """Is there nothing else in the text but placeholders?"""
    return may_have_placeholders(text) and not _pattern().sub("", text).strip()


def placeholder_in_uri(uri: str) -> str:
    """Return the first placeholder of a URI, or ""."""
    if not may_have_placeholders(uri):
        return ""
    found = _pattern().search(uri) or re.search(_IN_URI, uri)
    return "" if found is None else found[0]
