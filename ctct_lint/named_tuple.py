"""`typing.NamedTuple`, made at less cost: a program pays for each class as it starts.

That of `typing` compiles the annotation of each field, to see that it is a type. mypy
has seen that. `collections.namedtuple` compiles each class a `__new__` of its own, and
gives it methods of its own. Here nothing is compiled: classes of the same number of
fields have the code of their `__new__` in common, classes of many fields all of it, and
the methods are the same functions in all of them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414, TID251
else:
    # mypy does not look here: annotations would be of no use.
    # ruff: noqa: ANN001, ANN002, ANN003, ANN202, ANN204
    from collections import _tuplegetter
    from types import FunctionType

    _new = tuple.__new__
    # What makes a value of as many fields, at the place of their number less one.
    _FEW = (
        lambda cls, a: _new(cls, (a,)),
        lambda cls, a, b: _new(cls, (a, b)),
        lambda cls, a, b, c: _new(cls, (a, b, c)),
        lambda cls, a, b, c, d: _new(cls, (a, b, c, d)),
        lambda cls, a, b, c, d, e: _new(cls, (a, b, c, d, e)),
        lambda cls, a, b, c, d, e, f: _new(cls, (a, b, c, d, e, f)),
        lambda cls, a, b, c, d, e, f, g: _new(cls, (a, b, c, d, e, f, g)),
        lambda cls, a, b, c, d, e, f, g, h: _new(cls, (a, b, c, d, e, f, g, h)),
        lambda cls, a, b, c, d, e, f, g, h, i: _new(cls, (a, b, c, d, e, f, g, h, i)),
        lambda cls, a, b, c, d, e, f, g, h, i, j: _new(
            cls, (a, b, c, d, e, f, g, h, i, j)
        ),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k: _new(
            cls, (a, b, c, d, e, f, g, h, i, j, k)
        ),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(
            cls, (a, b, c, d, e, f, g, h, i, j, k, m)
        ),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n: _new(
            cls, (a, b, c, d, e, f, g, h, i, j, k, m, n)
        ),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o: _new(
            cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o)
        ),
    )

    def _new_of_many(cls, /, *values, **named):
        """Make a value of more fields: it takes longer, but there are few of these."""
        left = cls._fields[len(values) :]
        if not left and not named and len(values) == len(cls._fields):
            return _new(cls, values)
        known = {**cls._field_defaults, **named}
        missing = [field for field in left if field not in known]
        odd = [name for name in named if name not in left]
        if missing or odd or len(values) > len(cls._fields):
            raise TypeError(
                f"{cls.__qualname__}: {len(values)} values, {missing=}, {odd=}"
            )
        return _new(cls, (*values, *[known[field] for field in left]))

    def _new_of(name, fields, defaults):
        """Return the `__new__` of a class, by its qualified name."""
        if len(fields) > len(_FEW):
            return _new_of_many
        code = _FEW[len(fields) - 1].__code__.replace(co_varnames=("_cls", *fields))
        new = FunctionType(code, globals(), "__new__", tuple(defaults.values()))
        new.__qualname__ = f"{name}.__new__"
        return new

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
            said = {
                "__doc__": f"{name}({', '.join(fields)})",
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "__new__": _new_of(body["__qualname__"], fields, defaults),
            }
            own = {field: _tuplegetter(n, None) for n, field in enumerate(fields)}
            return type(name, (tuple,), {**_SHARED, **said, **own, **body})

    class NamedTuple(metaclass=_Maker):
        """The base of the classes; none has it among its own bases."""
