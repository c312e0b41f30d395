"""What a site says of names in `content/vocabulary/entities.yml`, as values. Read by `site_entities.py`."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A name that always names this entity, in every article."""

    name: str
    kind: EntityKind
    also: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    wikidata: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """All that names it."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Names that are one; the first is shown."""

    names: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A name that is somebody else's in some articles. All conditions that are given must hold, one text of each."""

    name: str
    own: str
    """What the other is called."""
    articles: tuple[str, ...] = ()
    """Patterns of paths below the folder of articles, or ids of articles."""
    roles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing said of one name: its new name, its Wikidata id; empty for a name that is hidden."""

    name: str
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRules:
    """All of the file but the pins: what is done with names when all articles are known."""

    path: str = ""
    """The file, as messages name it."""
    merges: tuple[Merge, ...] = ()
    splits: tuple[Split, ...] = ()
    renames: tuple[Note, ...] = ()
    hidden: tuple[Note, ...] = ()
    wikidata: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEntities:
    """The file as a value: `pins` for enrich, `rules` for relate."""

    pins: tuple[Pin, ...] = ()
    rules: EntityRules = EntityRules()


NO_RULES = EntityRules()
NOTHING = SiteEntities()
