"""The code of a template is still in the document, and breaks it.

## Why

The document is the template, not what the template makes: PHP, ERB or mustache code was
not run.

## How to fix it

Send what the template makes. In the template, escape the values that it fills in.

## Example

```xml
<Subject><?= $subject ?></Subject>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
```
"""

from __future__ import annotations

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule
from ctct_lint.severity import Applicability

RULE = fault_rule(
    __name__,
    code="CTC133",
    evidence=Evidence.STANDARD,
    source="XML 1.0, sections 2.4 and 2.6",
    message="{subject} is the code of a template, not its result",
    help="send what the template makes of it",
    fix="escape or remove the code",
    applicability=Applicability.UNSAFE,
)
