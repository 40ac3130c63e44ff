"""`typing.NamedTuple`, made at less cost: a program pays for each class as it starts.

That of `typing` compiles the annotation of each field, to see that it is a type. mypy
has seen that. `collections.namedtuple` compiles each class a `__new__` of its own, and
gives it methods of its own. Here a `__new__` is compiled for each number of fields, and
renamed for each class; the methods are the same functions in all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414, TID251
else:
    # mypy does not look here: annotations would tell nobody anything.
    # ruff: noqa: ANN001, ANN003, ANN202, ANN204
    from collections import _tuplegetter
    from functools import cache
    from types import FunctionType

    _new = tuple.__new__

    @cache
    def _code(fields):
        """Return the code of `__new__` for a number of fields."""
        names = ", ".join(f"_{n}" for n in range(fields))
        made = eval(f"lambda _cls, {names}: _new(_cls, ({names},))")  # noqa: S307
        return made.__code__

    def _make(cls, values):
        made = _new(cls, values)
        if len(made) != len(cls._fields):
            expected = len(cls._fields)
            raise TypeError(f"expected {expected} arguments, got {len(made)}")
        return made

    def _replace(self, /, **values):
        made = self._make(map(values.pop, self._fields, self))
        if values:
            raise ValueError(f"unexpected field names: {list(values)!r}")
        return made

    def _asdict(self):
        return dict(zip(self._fields, self, strict=True))

    def _values(self):
        return tuple(self)

    def _repr(self):
        pairs = zip(self._fields, self, strict=True)
        said = ", ".join(f"{name}={value!r}" for name, value in pairs)
        return f"{type(self).__name__}({said})"

    _SHARED = {
        "__slots__": (),
        "__repr__": _repr,
        "__getnewargs__": _values,
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
    }

    class _Maker(type):
        """Makes a named tuple of a class body: its fields, its other attributes."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body["__annotations__"])
            defaults = {field: body.pop(field) for field in fields if field in body}
            code = _code(len(fields)).replace(co_varnames=("_cls", *fields))
            new = FunctionType(code, globals(), "__new__", tuple(defaults.values()))
            new.__qualname__ = f"{body['__qualname__']}.__new__"
            said = {
                "__doc__": f"{name}({', '.join(fields)})",
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "__new__": new,
            }
            own = {field: _tuplegetter(n, None) for n, field in enumerate(fields)}
            return type(name, (tuple,), {**_SHARED, **said, **own, **body})

    class NamedTuple(metaclass=_Maker):
        """The base of the classes; none has it among its own bases."""
