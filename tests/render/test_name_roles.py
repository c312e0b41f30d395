from __future__ import annotations

from datetime import date

from generator.model import Entity, Role
from generator.render.name_page import say_roles


def lavrov(*held: Role) -> Entity:
    roles = tuple(role.text for role in held)
    return Entity(id="person/sergei-lavrov", kind="person", name="Sergei Lavrov", roles=roles, held=held)


def test_roles_of_several_years_say_which():
    found = lavrov(
        Role(text="Envoy", first=date(2014, 3, 1), last=date(2014, 5, 1)),
        Role(text="Foreign Minister", first=date(2014, 12, 3), last=date(2015, 12, 9)),
        Role(text="Guest"),
    )
    assert say_roles(found) == ("Envoy (2014)", "Foreign Minister (2014–2015)", "Guest")


def test_one_role_and_roles_of_one_year_say_no_more_than_themselves():
    minister = Role(text="Foreign Minister", first=date(2014, 12, 3), last=date(2015, 12, 9))
    assert say_roles(lavrov(minister)) == ("Foreign Minister",)
    year = (Role(text="Envoy", first=date(2014, 3, 1), last=date(2014, 5, 1)), Role(text="Guest"))
    assert say_roles(lavrov(*year)) == ("Envoy", "Guest")
