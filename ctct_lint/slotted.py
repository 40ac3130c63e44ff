"""Classes of fields that change, as `dataclass` makes them, at less cost.

A program pays for each class as it starts. A dataclass compiles a function for each
thing that it can do; here only `__init__` is compiled. An object of these has slots and
shows its fields; it is equal to nothing but itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as slotted  # noqa: TID251
    from dataclasses import field
    from typing import Any
else:

    class _Factory(NamedTuple):
        """What makes the value that a field has unless another is given."""

        make: Callable[[], Any]

    def field(*, default_factory: Callable[[], Any]) -> Any:
        """Return the default of a field that is made anew for each object."""
        return _Factory(default_factory)

    def slotted(cls: type) -> type:
        """Return the class with slots for its fields, and with what sets them."""
        body = dict(vars(cls))
        fields = tuple(body["__annotations__"])
        known = {name: body.pop(name) for name in fields if name in body}
        for made in ("__dict__", "__weakref__"):
            del body[made]
        body |= {"__slots__": fields, "__match_args__": fields, "__repr__": _shown}
        body["__qualname__"] = cls.__qualname__
        body["__init__"] = _initial(fields, known)
        return type(cls)(cls.__name__, cls.__bases__, body)

    def _initial(fields: tuple[str, ...], known: dict[str, Any]) -> Any:
        """Return an `__init__` that takes the fields in their order."""
        factories = {n: v.make for n, v in known.items() if isinstance(v, _Factory)}
        lines = [
            f"self.{n} = _make[{n!r}]() if {n} is _make else {n}"
            if n in factories
            else f"self.{n} = {n}"
            for n in fields
        ]
        taken = ", ".join(f"{n}=_known[{n!r}]" if n in known else n for n in fields)
        values = {n: factories if n in factories else v for n, v in known.items()}
        names = {"_make": factories, "_known": values}
        exec(  # noqa: S102 - of names of fields
            f"def __init__(self, {taken}):\n " + "\n ".join(lines), names
        )
        return names["__init__"]

    def _shown(self: Any) -> str:
        values = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({', '.join(values)})"


__all__ = ["field", "slotted"]
