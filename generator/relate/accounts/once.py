"""What is read when first asked for, and kept. In: a method. Out: an attribute.

`functools.cached_property` without the lock that it has before Python 3.12, which cost more than most of what is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 - written as a decorator, as `property` is
    """The value takes the place of the method in the dictionary of its object."""

    def __init__(self, read: Callable[[Any], Value]) -> None:
        self._read = read
        self.__doc__ = read.__doc__

    def __get__(self, owner: object, kind: type | None = None) -> Value:
        value = owner.__dict__[self._read.__name__] = self._read(owner)
        return value
