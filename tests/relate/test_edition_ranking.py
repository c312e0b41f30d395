from __future__ import annotations

import re
from math import log2

from hypothesis import given
from hypothesis import strategies as st
from relate_samples import write

from generator.model import SyndicatedCopy, Syndication
from generator.relate.ranking import Standing, Voices, add_points
from generator.render.standing import FORMULA

SOURCES = {"a": "Tribune", "b": "Gazette", "c": "Post", "d": "Herald", "e": "Herald", "f": None, "g": None}
REPORTS = [write(name, "Tram", f"A tram of line {name}.", source=source) for name, source in SOURCES.items()]
COPIED = (Syndication(shown="a", copies=tuple(SyndicatedCopy(article=each, share=0.9) for each in "bc")),)

shares = st.floats(0, 1).map(lambda share: round(share, 2))
standings = st.builds(
    Standing, sources=st.integers(1, 40), independent=st.integers(1, 40), novelty=shares, recency=shares
)


@given(standings)
def test_the_formula_that_readers_see_is_the_one_that_ranks(standing: Standing) -> None:
    values = dict(zip(("sources", "independent", "new", "recent"), standing, strict=True))
    terms = re.findall(r"(?:([\d.]+) × )?(log2\(1 \+ )?(sources|independent|new|recent)", FORMULA)
    assert [name for _, _, name in terms] == list(values)
    total = sum(
        float(weight or 1) * (log2(1 + values[name]) if is_count else values[name]) for weight, is_count, name in terms
    )
    assert abs(add_points(standing) - total) <= 0.02


def test_outlets_that_carry_one_text_are_one_voice() -> None:
    voices = Voices(REPORTS, COPIED)
    assert voices.count_sources("abc") == 3
    assert voices.count_independent("abc") == 1
    assert voices.count_independent("abcd") == 2
    assert voices.count_independent("bc") == 1, "though what is shown for them is of another day"


def test_a_source_is_one_voice_and_so_are_all_that_name_none() -> None:
    voices = Voices(REPORTS, ())
    assert (voices.count_sources("de"), voices.count_independent("de")) == (1, 1)
    assert (voices.count_sources("afg"), voices.count_independent("afg")) == (2, 2)


def test_two_voices_rank_above_a_dozen_copies() -> None:
    copied = Standing(sources=12, independent=1, novelty=1.0, recency=1.0)
    found = Standing(sources=2, independent=2, novelty=1.0, recency=1.0)
    assert add_points(found) > add_points(copied)


@given(standings)
def test_each_part_lifts(standing: Standing) -> None:
    more = standing._replace(sources=standing.sources + 1, independent=standing.independent + 1)
    assert add_points(more) > add_points(standing)
    assert add_points(standing._replace(novelty=1.0)) >= add_points(standing)
    assert add_points(standing._replace(recency=1.0)) >= add_points(standing)
