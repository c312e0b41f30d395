"""Well-known names of all kinds as one table: organisations, places and people's short names in, `Phrases` out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from generator.enrich.names.cities import Place
from generator.enrich.names.organisations import Organisation, OrganisationWords
from generator.enrich.names.people import PeopleWords, Person
from generator.enrich.names.places import Gazetteer
from generator.enrich.phrases import Phrases
from generator.enrich.tokens import split_words

Known: TypeAlias = Person | Organisation | Place
"""An entry of a packaged list."""


class KnownNames(Mapping[str, tuple[Known, ...]]):
    """Names with all that is called so: those of `own`, and the gazetteer's, which are read when asked for."""

    __slots__ = ("_apart", "_own", "_places")

    def __init__(
        self, own: Mapping[str, tuple[Known, ...]], places: Mapping[str, tuple[Place, ...]], apart: frozenset[str]
    ) -> None:
        self._own, self._places, self._apart = own, places, apart

    def __getitem__(self, name: str) -> tuple[Known, ...]:
        found: tuple[Known, ...] | None = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def get(self, name: str, default: Any = None) -> Any:
        """What is called so, else the default."""
        found = self._own.get(name)
        if found is None and name not in self._apart:
            return self._places.get(name, default)
        return default if found is None else found

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from (name for name in self._places if name not in self._apart and name not in self._own)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def join_known(organisations: OrganisationWords, places: Gazetteer, people: PeopleWords) -> Phrases[tuple[Known, ...]]:
    """Organisations first, so that a form that is both carries both readings in that order.

    Of people, short names of several words ("von der Leyen", "Suu Kyi"): single words are looked up when all is read.
    """
    own: dict[str, tuple[Known, ...]] = {
        form: (organisation, *places.names.get(form, ())) for form, organisation in organisations.known.entries.items()
    }
    names = list(places.names)
    cut = {name: " ".join(split_words(name)) for name in names if not name.isalpha() and not _is_plain(name)}
    cut = {name: printed for name, printed in cut.items() if printed != name}
    for name, printed in cut.items():
        own.setdefault(printed, places.names[name])
    for short, persons in people.short.items():
        if " " in short and (short in cut or short not in places.names):
            own.setdefault(short, persons)
    longest = dict.fromkeys([name for name in names if " " not in name and name not in cut], 1)
    longest.update(organisations.known.longest)
    for name in (*own, *[name for name in names if " " in name]):
        if name not in cut or name in own:
            first, _, rest = name.partition(" ")
            size = rest.count(" ") + 2 if rest else 1
            if size > longest.get(first, 0):
                longest[first] = size
    return Phrases(KnownNames(own, places.names, frozenset(cut)), longest)


def _is_plain(name: str) -> bool:
    """Whether a name is words with one blank between them, so that it need not be cut."""
    return name.replace(" ", "").isalpha() and "  " not in name
