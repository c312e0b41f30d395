from __future__ import annotations

from datetime import date

import pytest

from generator.model import Entity, Role
from generator.render.name_evidence import choose_roles, say_held
from generator.render.name_page import say_coordinates


def lavrov(*held: Role) -> Entity:
    roles = tuple(role.text for role in held)
    return Entity(id="person/sergei-lavrov", kind="person", name="Sergei Lavrov", roles=roles, held=held)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2014, 3, 1), date(2014, 3, 1), "1 March 2014"),
        (date(2014, 3, 1), date(2014, 5, 1), "1 March – 1 May 2014"),
        (date(2014, 12, 3), date(2015, 12, 9), "3 December 2014 – 9 December 2015"),
        (None, None, ""),
    ],
)
def test_a_role_has_the_days_of_its_reports(first, last, said):
    assert say_held(Role(text="Envoy", first=first, last=last)) == said


def test_the_roles_used_most_are_told_in_the_order_of_time():
    held = [Role(text=f"Role {n}", first=date(2014, 1, n), last=date(2014, 1, n)) for n in range(1, 10)]
    found = Entity(
        id="person/x",
        kind="person",
        name="X",
        roles=tuple(f"Role {n}" for n in (9, 1, 5, 3, 7, 2, 4, 6, 8)),
        held=tuple(held),
    )
    assert [role.text for role in choose_roles(found)] == [f"Role {n}" for n in (1, 2, 3, 5, 7, 9)]


def test_roles_without_days_are_told_without():
    assert choose_roles(Entity(id="person/x", kind="person", name="X", roles=("Guest",))) == (Role(text="Guest"),)
    assert choose_roles(lavrov(Role(text="Guest"))) == (Role(text="Guest"),)


def test_coordinates_are_told_north_and_east():
    assert say_coordinates(55.752, 37.616) == "55.75° N, 37.62° E"
    assert say_coordinates(-34.61, -58.38) == "34.61° S, 58.38° W"
    assert say_coordinates(None, 3.0) == ""
