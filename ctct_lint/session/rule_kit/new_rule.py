"""`rules new`: a rule to start from, with a fixture and what is expected of it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.own.files import read_rules
from ctct_lint.own.names import CODE_HELP, is_code, wrong_stem
from ctct_lint.session.errors import JobError, RequestError
from ctct_lint.session.rule_kit.expectation import END, FIXTURES
from ctct_lint.text.regular import reason
from ctct_lint.xml.described import ANY, split, wrong_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX, _DIGITS = "OWN", 3
_RULE = '''\
"""{summary}.

## Why

Say what goes wrong where it is written so.

## How to fix it

Say what to write instead.

## Example

```xml
{bad}
```

Use instead:

```xml
{good}
```
"""

from __future__ import annotations

from ctct_lint.rules.api import Finding, Severity, name_of, rule


@rule(on={on}, code="{code}", severity=Severity.WARNING)
def check(element, context):
    """Yield what is wrong with one element; this one wants a text."""
    if not (element.text or "").strip():
        yield Finding(
            at=name_of(element),
            message="`{local}` has no text",
            help=("write what it stands for",),
        )
'''


class NewRule(NamedTuple):
    """What a rule to start from is called, and what it is about."""

    name: str
    code: str
    on: str


def new_rule(name: str, code: str | None, on: str, folder: str) -> NewRule:
    """Return a new rule; RequestError if there can be no such rule.

    Without a code it is the next of those that are in the folder.
    """
    stem = name.replace("-", "_")
    why = wrong_stem(stem)
    if why:
        raise RequestError(f"`{name}` {why}; write it as in `price-without-tax`")
    code = code or _next_code(folder)
    for file in read_rules([folder]).files:
        if file.declared.code == code:
            instead = "without `--code` it is the next one"
            raise RequestError(f"{file.declared.path} has the code `{code}`; {instead}")
    if not is_code(code):
        raise RequestError(f"`{code}` is no code of a rule: {CODE_HELP}")
    why = wrong_name(on)
    if why:
        raise RequestError(f"`{on}` names no element: {why}")
    return NewRule(stem.replace("_", "-"), code, on)


def write(rule: NewRule, folder: str) -> tuple[str, ...]:
    """Write the files of a new rule, and return their paths.

    JobError if one of them is there already, or cannot be written.
    """
    files = dict(_files(rule, folder))
    for path in files:
        if os.path.lexists(path):
            raise JobError(f"{path} is there already")
    for path, text in files.items():
        _write(path, text)
    return tuple(files)


def _write(path: str, text: str) -> None:
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise JobError(f"cannot write {path}: {reason(error)}") from None


def _files(rule: NewRule, folder: str) -> Iterator[tuple[str, str]]:
    stem = rule.name.replace("-", "_")
    namespace, local = split(rule.on)
    local = "item" if local == ANY else local
    xmlns = f" xmlns={quoteattr(namespace)}" if namespace else ""
    bad, good = f"<{local}{xmlns}></{local}>", f"<{local}{xmlns}>1</{local}>"
    yield (
        os.path.join(folder, f"{stem}.py"),
        _RULE.format(
            summary=rule.name.capitalize().replace("-", " "),
            bad=_in_docstring(bad),
            good=_in_docstring(good),
            on=json.dumps(rule.on, ensure_ascii=False),
            code=rule.code,
            local=local,
        ),
    )
    fixture = os.path.join(folder, FIXTURES, stem)
    yield f"{fixture}.xml", f"{bad}\n"
    where = f"1:2-1:{2 + len(local)}"
    yield f"{fixture}{END}", f'{rule.code} {where} warning "`{local}` has no text"\n'


def _in_docstring(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"""', '\\"""')


def _next_code(folder: str) -> str:
    codes = [_parts(file.declared.code) for file in read_rules([folder]).files]
    if not codes:
        return f"{_PREFIX}{1:0{_DIGITS}}"
    prefix, digits = max(codes, key=lambda one: (one[0], int(one[1])))
    return f"{prefix}{int(digits) + 1:0{len(digits)}}"


def _parts(code: str) -> tuple[str, str]:
    """Return the letters of a code and its digits."""
    letters = code.rstrip("0123456789")
    return letters, code[len(letters) :]
