"""Models of values that our own code has made, without asking of each again whether it fits."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

Model = TypeVar("Model", bound=BaseModel)
_set = object.__setattr__


def trusted(model: type[Model], values: dict[str, Any]) -> Model:
    """The ``model`` that its validation would make of ``values``, of which it would change none.

    Only for values that are of their types already, given in the order of the fields; lists are not copied.
    Validation takes most of the time that thousands of small models need.

    >>> from zhaogu.model import FactNote
    >>> trusted(FactNote, {"code": "a", "text": "b"}) == FactNote(code="a", text="b")
    True
    """
    defaults, lists = _defaults(model)
    filled = {**defaults, **values}
    for name in lists:
        if name not in values:
            filled[name] = []
    return complete(model, filled, set(values))


def changed(one: Model, **values: Any) -> Model:
    """A copy of a model with some of its values changed, as ``model_copy`` makes it.

    >>> from zhaogu.model import FactNote
    >>> changed(FactNote(code="a", text="b"), text="c") == FactNote(code="a", text="c")
    True
    """
    return complete(type(one), {**one.__dict__, **values}, one.__pydantic_fields_set__ | values.keys())


def complete(model: type[Model], values: dict[str, Any], given: set[str]) -> Model:
    """The same of a value for every field, in their order, of which those named are given and the others defaults.

    The models can share the set of names where they cannot be changed.
    """
    one = model.__new__(model)
    _set(one, "__dict__", values)
    _set(one, "__pydantic_fields_set__", given)
    _set(one, "__pydantic_extra__", None)
    _set(one, "__pydantic_private__", None)
    return one


@cache
def _defaults(model: type[BaseModel]) -> tuple[dict[str, Any], frozenset[str]]:
    """The default of every field, in their order, and the fields whose default is a list of their own."""
    fields = model.model_fields.items()
    lists = frozenset(name for name, field in fields if field.default_factory is list)
    return {name: field.get_default() for name, field in fields}, lists
