"""Why a story is what it is: `digest show --story`. In: a digest and what a person calls a story. Out: lines, or data.

A story is named by its id, by any of its reports (id, path, address), or by an address that it or its thread has or
had. Where it is a part of a thread, the parts of that are told too, and what ties each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from generator.exceptions import GeneratorError
from generator.model import Article, Digest, Episode, Membership, Story, Thread
from generator.moments import format_moment
from generator.relate.article_names import ArticleNames
from generator.render.paths import (
    STORIES,
    THREADS,
    article_address,
    former_story_address,
    former_thread_address,
    story_address,
    thread_address,
)

_MOST_NEAR = 3
_LONGEST_LOOKED_UP = 200
_SHORTEST_WORD = 3
_ALIKE = 0.85
"""From here on an id is taken for a slip of another: a letter or two of twelve."""
_WORD = re.compile(r"[^\W_]+")
_FOLDERS = frozenset(("articles", "content", "stories", "index", "html", "https", "http", "www", "the", "and", "for"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A story; or an article that is of none, with the stories that it came near to. And the thread it is a part of."""

    article: Article
    """The report that was named; the story's earliest, where the story was."""
    story: Story | None
    near: tuple[tuple[Story, Membership], ...] = ()
    articles: Mapping[str, Article]
    older: Mapping[str, Sequence[str]]
    """A newest version's older ones."""
    thread: Thread | None = None
    part: int = 0
    """The number of the part that was asked for; 0 without a thread."""


def find_receipt(digest: Digest, name: str) -> Receipt:
    """What is known of the story of this name.

    Raises GeneratorError when there is none, with what is named like it, and when it means several articles.
    """
    articles = {each.article.id: each.article for each in digest.articles}
    found = _find_article(digest, articles, name)
    if found is None:
        raise GeneratorError(f"{name}: no story or article has this id, path or address{_say_nearest(digest, name)}")
    story = next((s for s in digest.stories if found in s.articles or found == s.id), None)
    near = [
        (other, membership)
        for other in (digest.stories if story is None else ())
        for membership in (*other.nearest, *other.mentions)
        if membership.article == found
    ]
    thread, part = _find_part(digest, found, story)
    return Receipt(
        article=articles[found],
        story=story,
        near=tuple(sorted(near, key=lambda pair: (-pair[1].score, pair[0].id))),
        articles=articles,
        older={chain.newest: chain.older for chain in digest.versions},
        thread=thread,
        part=part,
    )


def _find_part(digest: Digest, article: str, story: Story | None) -> tuple[Thread | None, int]:
    for thread in digest.threads:
        for number, part in enumerate(thread.episodes, 1):
            if part.article == article if story is None else part.story == story.id:
                return thread, number
    return None, 0


def _find_article(digest: Digest, articles: Mapping[str, Article], name: str) -> str | None:
    """The id of the article that is meant, or of one of the story's."""
    ids = ArticleNames(articles.values(), digest.versions).find(name)
    if len(ids) > 1:
        told = ", ".join(f"{identity} ({articles[identity].path})" for identity in ids[:_MOST_NEAR])
        raise GeneratorError(f"{name}: means {len(ids)} articles; write more of the path, or the id of one: {told}")
    if ids:
        return ids[0]
    newest = {older: chain.newest for chain in digest.versions for older in chain.older}
    for folder, name_after in ((STORIES, former_story_address), (THREADS, former_thread_address)):
        _, mark, rest = f"/{name}".rpartition(f"/{folder}")
        address = f"{folder}{rest.removesuffix('index.html').strip('/')}/"
        for identity, article in articles.items() if mark else ():
            if name_after(article) == address:
                return newest.get(identity, identity)
    return None


def _say_nearest(digest: Digest, name: str) -> str:
    """`; did you mean …?`: by the words of ids, paths and titles, or by an id that differs in a letter; else where all
    are listed."""
    near = dict.fromkeys((*_find_by_words(digest, name), *_find_by_letters(digest, name)))
    titles = {each.article.id: each.article.title for each in digest.articles}
    told = [f"{identity} ({titles[identity]})" for identity in near][:_MOST_NEAR]
    return f"; did you mean {' or '.join(told)}?" if told else "; `digest export` lists all, with their ids"


def _find_by_words(digest: Digest, name: str) -> Iterator[str]:
    """Ids of the articles that have half of the words of a name, those that have most first."""
    wanted = _words(name[:_LONGEST_LOOKED_UP])
    shared: dict[str, int] = {}
    for each in digest.articles:
        found = wanted & _words(f"{each.article.id} {each.article.path} {each.article.title}")
        if found and 2 * len(found) >= len(wanted):
            shared[each.article.id] = len(found)
    yield from sorted(shared, key=lambda identity: (-shared[identity], identity))


def _find_by_letters(digest: Digest, name: str) -> Iterator[str]:
    last = _WORD.findall(name[:_LONGEST_LOOKED_UP].casefold())[-1:] or [name[:_LONGEST_LOOKED_UP]]
    yield from sorted(get_close_matches(last[0], sorted(each.article.id for each in digest.articles), cutoff=_ALIKE))


def _words(text: str) -> frozenset[str]:
    """Words that tell one article from another: no folders, no days."""
    words = _WORD.findall(text.casefold())
    return frozenset(w for w in words if len(w) >= _SHORTEST_WORD and w not in _FOLDERS and not w.isdigit())


# --- for people ------------------------------------------------------------------------------------------------------


def receipt_lines(receipt: Receipt) -> Iterator[str]:
    """The receipt, to print."""
    story = receipt.story
    if story is None:
        yield receipt.article.title
        yield f"  {receipt.article.path}, id {receipt.article.id}"
        yield "  is of no story" if receipt.near else "  is of no story, and came near to none"
        for other, membership in receipt.near:
            yield f"\nNear to: {other.title}"
            yield f"  {_address(other, receipt)}, id {other.id}"
            yield from (f"  - {reason}" for reason in membership.why)
        yield from _say_thread(receipt)
        return
    yield story.title
    yield f"  {_address(story, receipt)}, id {story.id}"
    yield f"  {', '.join(_facts(story))}"
    yield from (f"  {override}" for override in story.overrides)
    for heading, members in (
        ("In this story", story.members),
        ("Nearest, and not in it", story.nearest),
        ("Round-ups that mention it", story.mentions),
    ):
        if members:
            yield f"\n{heading}"
        elif members is story.nearest:
            yield f"\n{heading}\n  nothing else came near"
        for membership in members:
            yield from _say_membership(membership, receipt)
    yield from _say_thread(receipt)


def _facts(story: Story) -> Iterator[str]:
    days = dict.fromkeys(format_moment(m)[:10] for m in (story.first, story.last) if m is not None)
    if days:
        yield " to ".join(days)
    yield f"{len(story.articles)} reports"
    yield f"{story.independent} independent"


def _say_membership(membership: Membership, receipt: Receipt) -> Iterator[str]:
    article = receipt.articles[membership.article]
    yield f"  {_headline(article)}"
    yield f"    {article.path}, id {article.id}"
    yield from (f"    - {reason}" for reason in membership.why)


def _headline(article: Article) -> str:
    published = format_moment(article.published)[:10] if article.published else None
    about = ", ".join(filter(None, (article.source, published)))
    return f"{article.title}{f' ({about})' if about else ''}"


def _say_thread(receipt: Receipt) -> Iterator[str]:
    """The thread with all its parts; the one that was asked for is marked."""
    thread = receipt.thread
    if thread is None:
        return
    yield f"\nPart of a thread: {thread.title}"
    yield f"  {_thread_address(thread, receipt)}, id {thread.id}"
    for number, part in enumerate(thread.episodes, 1):
        lead = receipt.articles[part.article]
        kind = "report" if part.story is None else "story"
        yield f"  {number}. {_headline(lead)}{', this part' if number == receipt.part else ''}"
        yield f"    {kind}, {lead.path}, id {part.story or lead.id}"
        yield from (f"    - {reason}" for reason in part.why)


def _address(story: Story, receipt: Receipt) -> str:
    return story_address(story, receipt.articles[story.id])


def _thread_address(thread: Thread, receipt: Receipt) -> str:
    return thread_address(thread, receipt.articles.get(thread.id) or receipt.articles[thread.episodes[0].article])


# --- for programs ----------------------------------------------------------------------------------------------------


def receipt_record(receipt: Receipt) -> str:
    """The receipt as one JSON object; its schema is `show_story.schema.json`."""
    story = receipt.story
    record = {
        "article": {"id": receipt.article.id, "path": receipt.article.path, "title": receipt.article.title},
        "story": None if story is None else _story_record(story, receipt),
        "near": [
            {"story": other.id, "title": other.title, "score": membership.score, "why": list(membership.why)}
            for other, membership in receipt.near
        ],
        "thread": None if receipt.thread is None else _thread_record(receipt.thread, receipt),
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


def _story_record(story: Story, receipt: Receipt) -> dict[str, Any]:
    url = _address(story, receipt)
    reports = (i for report in story.articles for i in (report, *receipt.older.get(report, ())))
    former = dict.fromkeys(former_story_address(receipt.articles[i]) for i in reports)
    return {
        "id": story.id,
        "title": story.title,
        "url": url,
        "former_urls": [address for address in former if address != url],
        "first": format_moment(story.first) if story.first else None,
        "last": format_moment(story.last) if story.last else None,
        "independent": story.independent,
        "overrides": list(story.overrides),
        "members": [_member_record(m, receipt) for m in story.members],
        "nearest": [_member_record(m, receipt) for m in story.nearest],
        "mentions": [_member_record(m, receipt) for m in story.mentions],
    }


def _thread_record(thread: Thread, receipt: Receipt) -> dict[str, Any]:
    return {
        "id": thread.id,
        "title": thread.title,
        "url": _thread_address(thread, receipt),
        "part": receipt.part,
        "parts": [_part_record(part, receipt.articles[part.article]) for part in thread.episodes],
    }


def _part_record(part: Episode, lead: Article) -> dict[str, Any]:
    return {
        "story": part.story,
        "article": lead.id,
        "title": lead.title,
        "published": format_moment(lead.published) if lead.published else None,
        "why": list(part.why),
    }


def _member_record(membership: Membership, receipt: Receipt) -> dict[str, Any]:
    article = receipt.articles[membership.article]
    return {
        "id": article.id,
        "path": article.path,
        "url": article_address(article),
        "title": article.title,
        "source": article.source,
        "published": format_moment(article.published) if article.published else None,
        "score": membership.score,
        "why": list(membership.why),
    }
