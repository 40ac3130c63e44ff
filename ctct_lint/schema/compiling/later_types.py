"""The types and facets of XSD 1.1 that libxml2 does not know, as patterns.

XSD 1.1, part 2, defines the types so: sections 3.4.26 to 3.4.28.
"""

from __future__ import annotations

_ZONE = r"(Z|[+\-][0-9]{2}:[0-9]{2})"
# For each type the pattern by which it restricts its base.
LATER = {
    "dateTimeStamp": f".*{_ZONE}",
    "dayTimeDuration": "[^YM]*(T.*)?",
    "yearMonthDuration": "[^DT]*",
}
# For each value of `explicitTimezone` the pattern that says the same.
ZONES = {
    "required": f".*{_ZONE}",
    "prohibited": r"[^Z+:]*|([^:]*T)?[0-9]{2}:[0-9]{2}:[0-9.]+",
}
