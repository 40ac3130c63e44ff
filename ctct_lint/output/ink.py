"""What text formats colour, and in which colours."""

from enum import Enum

from ctct_lint.model.severity import Severity


class Ink(Enum):
    """What a colour is for; the value is its ANSI code."""

    ERROR = "1;31"
    WARNING = "1;33"
    INFORMATION = "1;36"
    HINT = "1;35"
    # The plain blue (34) is all but invisible on a black background.
    FRAME = "1;94"
    STRONG = "1"


SEVERITY_INK = {severity: Ink[severity.name] for severity in Severity}
