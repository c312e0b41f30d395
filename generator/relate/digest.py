"""All articles at once. In: enriched articles in any order, the IPTC concepts. Out: the Digest.

The one door of this folder. Everything below works on articles in one order, that of time, ties by id, so that neither
the order of the input nor that of a set shows in the output. Each step costs as much an article for ten thousand
articles as for a hundred: candidates come from inverted indexes with bounded lists, never from all pairs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from generator.config import RelateConfig
from generator.model import Digest, EnrichedArticle, Entity, Link, Story, Syndication
from generator.moments import instant
from generator.relate.accounts.account import write_accounts
from generator.relate.candidates import find_candidates
from generator.relate.chronology import EPOCH, moment_of, newest_first, oldest_first
from generator.relate.comparison import Comparison
from generator.relate.corrections import find_corrections
from generator.relate.dealing import deal_groups
from generator.relate.duplicates import by_pair, find_shared
from generator.relate.editions import make_editions
from generator.relate.entities import join_entities
from generator.relate.grouping import PATIENCE, group_reports
from generator.relate.likeness_table import LikenessTable
from generator.relate.links import find_links
from generator.relate.mentions import add_mentions, find_roundups
from generator.relate.names import Names
from generator.relate.overrides import Overrides, settle_overrides
from generator.relate.reasons import Reasons
from generator.relate.receipts import Evidence, explain_stories
from generator.relate.reports import Report, make_reports
from generator.relate.sources import join_sources, printed_names, source_key
from generator.relate.stories import make_stories
from generator.relate.story_links import link_stories
from generator.relate.subjects import join_subjects
from generator.relate.syndication import find_syndications
from generator.relate.threads import find_threads
from generator.relate.versions import date_stories_back, find_chains, leave_out, link_versions
from generator.vocabulary.entities import NO_RULES, EntityRules
from generator.vocabulary.mediatopics import Concept
from generator.vocabulary.stories import NO_STORY_RULES, StoryRules


def relate_articles(
    articles: Sequence[EnrichedArticle],
    concepts: Mapping[str, Concept],
    options: RelateConfig,
    now: datetime | None,
    rules: EntityRules = NO_RULES,
    story_rules: StoryRules = NO_STORY_RULES,
) -> Digest:
    """Relate the articles, whose ids are unique, to one another.

    `now` is the option's; without one it is the moment of the newest article (the epoch if there is none). An entity
    that fewer than `options.min_entity_articles` articles name stays in its articles and is not in `Digest.entities`.
    Nor is an organisation with the name of a source of the digest: its page is the source's. Of the versions of one
    item the newest is related, the others are left as they are. `rules` are what the site says of names, `story_rules`
    of stories.

    Raises ConfigError when two of the latter cannot both hold.
    """
    everything = sorted(articles, key=oldest_first)
    shared = find_shared(everything, options.duplicate_threshold)
    chains = find_chains(everything, (*shared.copies, *shared.revisions))
    shown, older, found = leave_out(everything, shared.copies, chains)
    ordered, entities = join_entities(shown, rules)
    ordered, subjects = join_subjects(ordered, concepts)
    reports = make_reports(ordered)
    names = Names(ordered, entities)
    reasons = Reasons(ordered, reports, names)
    syndications = find_syndications(ordered, found)
    inclusions = shared.inclusions_of(shown)
    corpus = _Corpus(ordered, reports, names, reasons, by_pair(found), frozenset(each.whole for each in inclusions))
    overrides = settle_overrides(story_rules, ordered, everything, chains)
    stories, links = _compare(corpus, syndications, overrides, options)
    stories = date_stories_back(stories, chains, everything)
    threads = find_threads(ordered, reports, names, stories, chains)
    return Digest(
        articles=tuple(sorted((*ordered, *older), key=newest_first)),
        stories=stories,
        links=(*links, *link_versions(chains)),
        entities=tuple(_choose_entities(ordered, entities, options.min_entity_articles)),
        subjects=subjects,
        sources=join_sources(ordered),
        editions=make_editions(
            ordered,
            stories,
            syndications,
            {report.id: report.vector for report in reports},
            {subject.id: subject.parent for subject in subjects},
            options,
        ),
        versions=chains,
        syndications=syndications,
        inclusions=inclusions,
        threads=threads,
        accounts=write_accounts(ordered, stories, syndications),
        story_links=link_stories(ordered, reasons, stories, links, threads),
        corrections=find_corrections(everything, chains),
        now=now or _newest_moment(everything),
    )


class _Corpus(NamedTuple):
    """The articles to relate, in the order of time, and what is known of them; places are of that order."""

    articles: Sequence[EnrichedArticle]
    reports: Sequence[Report]
    names: Names
    reasons: Reasons
    copies: Mapping[tuple[int, int], float]
    """Pairs of copies, and the share of text that both have."""
    mixed: frozenset[str]
    """Ids of articles that hold another's text among other matter."""


def _compare(
    corpus: _Corpus, syndications: Sequence[Syndication], overrides: Overrides, options: RelateConfig
) -> tuple[tuple[Story, ...], tuple[Link, ...]]:
    """What comes of comparing reports in pairs: stories and links. The pairs take much memory, and end with this."""
    stories, likeness = _tell_stories(corpus, syndications, overrides, options)
    return stories, find_links(
        corpus.reports, corpus.names, corpus.reasons, likeness, stories, corpus.copies, options.related
    )


def _tell_stories(
    corpus: _Corpus, syndications: Sequence[Syndication], overrides: Overrides, options: RelateConfig
) -> tuple[tuple[Story, ...], LikenessTable]:
    """The stories with their receipts, and how alike the candidate pairs are."""
    articles, reports, names, reasons, copies, mixed = corpus
    candidates = find_candidates([report.vector for report in reports], names.unit_rows())
    comparison = Comparison(reports, options.story_days, candidates)
    roundups = find_roundups(articles, reports, comparison, mixed)
    groups = group_reports(reports, roundups, comparison, copies, options.story_threshold, options.story_days)
    dealt = deal_groups(groups, overrides, lambda one, other: comparison.compare(one, other).among, copies)
    stories = make_stories(articles, reports, dealt.groups, syndications, overrides)
    stories = add_mentions(stories, articles, reports, roundups.difference(*dealt.groups))
    evidence = Evidence(
        reports=reports,
        titles=[each.article.title for each in articles],
        reasons=reasons,
        likeness=comparison.likeness,
        measure=comparison.compare,
        copies=copies,
        overrides=overrides,
        parted=dealt.parted,
        roundups=roundups,
        mixed=mixed,
        needed=options.story_threshold,
        patience=PATIENCE * options.story_days,
    )
    return explain_stories(stories, evidence), comparison.likeness


def _choose_entities(articles: Sequence[EnrichedArticle], entities: Sequence[Entity], least: int) -> Iterator[Entity]:
    sources = printed_names(articles)
    for entity in entities:
        is_source = entity.kind == "organisation" and source_key(entity.name) in sources
        if len(entity.articles) >= least and not is_source:
            yield entity


def _newest_moment(articles: Sequence[EnrichedArticle]) -> datetime:
    moments = (moment_of(article.article) for article in articles)
    return max((instant(moment) for moment in moments if moment is not None), default=EPOCH)
