"""What the reports of each story say, side by side. In: stories and their articles. Out: Accounts.

The one door of this folder. Of a story with very many texts an even choice is compared (`line.MOST_TELLINGS`), of a
long text its beginning, so that the cost of a story is bounded, whatever its size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Account, Claim, Difference, EnrichedArticle, Story, Syndication
from generator.relate.accounts.carriers import Carriers
from generator.relate.accounts.centre import find_centre
from generator.relate.accounts.differences import find_differences
from generator.relate.accounts.figures import Figures
from generator.relate.accounts.line import choose_tellings
from generator.relate.accounts.openings import Openings
from generator.relate.accounts.soles import find_soles
from generator.relate.accounts.summary import summarise
from generator.relate.accounts.timeline import find_happenings
from generator.relate.accounts.voices import find_voices
from generator.relate.chronology import day_of_article, oldest_first
from generator.relate.sources import source_key


def write_accounts(
    articles: Sequence[EnrichedArticle], stories: Sequence[Story], syndications: Sequence[Syndication]
) -> tuple[Account, ...]:
    """One account a story, in order. Copies of one text are one voice."""
    by_id = {article.article.id: article for article in articles}
    carried = {id_: s for s in syndications for id_ in (s.shown, *(copy.article for copy in s.copies))}
    sources = frozenset(source_key(a.article.source) for a in articles if a.article.source)
    return tuple(_write(story, by_id, carried, sources) for story in stories)


def _write(
    story: Story,
    by_id: Mapping[str, EnrichedArticle],
    carried: Mapping[str, Syndication],
    sources: frozenset[str],
) -> Account:
    reports = sorted((by_id[id_] for id_ in story.articles if id_ in by_id), key=oldest_first)
    if len(reports) < 2:
        return Account(story=story.id)
    tellings = choose_tellings(story.articles[0], reports, carried)
    days = [day for report in reports if (day := day_of_article(report.article)) is not None]
    first, last = (min(days), max(days)) if days else (None, None)
    centre, carriers = find_centre(tellings), Carriers(tellings)
    figures, openings = Figures(first, last), Openings(tellings, story.articles[0], centre)
    differences = find_differences(tellings, centre, carriers, figures)
    told = frozenset(claim for each in differences for cell in each.cells for claim in cell.claims)
    return Account(
        story=story.id,
        summary=summarise(tellings, openings, centre, _overtaken(differences)),
        differences=differences,
        soles=find_soles(tellings, centre, sources, told, figures, openings),
        timeline=find_happenings(tellings, first, last, centre, openings),
        voices=find_voices(tellings, carriers),
        unread=len(reports) - sum(len(telling.articles) for telling in tellings),
    )


def _overtaken(differences: Sequence[Difference]) -> frozenset[Claim]:
    """The sentences with figures that the last to report does not give."""
    cells = (cell for each in differences if each.kind == "number" for cell in each.cells[:-1])
    return frozenset(claim for cell in cells for claim in cell.claims)
