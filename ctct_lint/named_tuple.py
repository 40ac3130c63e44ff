"""`typing.NamedTuple`, made at less cost: a program pays for each class as it starts.

That of `typing` compiles the annotation of each field, to see that it is a type. mypy
has seen that.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414, TID251
else:

    class _Maker(type):
        """Makes a named tuple of a class body: its fields, its other attributes."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]):  # noqa: ANN204 - mypy does not look here
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body["__annotations__"]
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(  # noqa: PYI024 - what it is made of
                name, fields, defaults=defaults, module=body["__module__"]
            )
            for key, value in body.items():
                setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Maker):
        """The base of the classes; none has it among its own bases."""
