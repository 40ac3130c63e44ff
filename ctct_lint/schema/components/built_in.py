"""The names of XSD's built-in simple types, whose definitions are not read."""

from __future__ import annotations

_NAMES = """
anySimpleType string normalizedString token language Name NCName ID IDREF IDREFS ENTITY
ENTITIES NMTOKEN NMTOKENS boolean decimal integer nonPositiveInteger negativeInteger
long int short byte nonNegativeInteger positiveInteger unsignedLong unsignedInt
unsignedShort unsignedByte float double duration dateTime date time gYear gYearMonth
gMonth gMonthDay gDay hexBinary base64Binary anyURI QName NOTATION
"""
# Those that every document may name; those of schemas themselves are none.
BUILT_IN = frozenset(_NAMES.split())
# Of XSD 1.1 there are two that nothing can be restricted to.
KNOWN = BUILT_IN | {"anyAtomicType", "error"}
# What a schema may name, of both versions.
TYPES = KNOWN | {*("anyType", "dateTimeStamp", "dayTimeDuration", "yearMonthDuration")}
