"""The stories that a round-up tells of. In: the context, its id. Out: each with the sentences that do, in its order."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Claim, Membership, Story
from generator.render.body import plain_sentence, sentence_anchor
from generator.render.context import Context
from generator.render.views import CountView, LinkView
from generator.render.wording import shorten

_LONGEST = 160
"""Characters of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionedView:
    """A story, and links to where the round-up tells of it."""

    story: CountView
    said: tuple[LinkView, ...]


def view_mentioned(article: str, context: Context) -> tuple[MentionedView, ...]:
    """The stories in the order in which the article tells of them."""
    return tuple(
        MentionedView(
            story=context.story_link(story),
            said=tuple(_say(claim, context) for claim in membership.claims),
        )
        for story, membership in sorted(context.mentioned_in.get(article, ()), key=_place)
    )


def _place(mentioned: tuple[Story, Membership]) -> tuple[int, str]:
    story, membership = mentioned
    return min((claim.sentence for claim in membership.claims), default=0), story.id


def _say(claim: Claim, context: Context) -> LinkView:
    article = context.articles[claim.article].article
    text = plain_sentence(article.text, article.sentences[claim.sentence])
    return LinkView(address=f"#{sentence_anchor(claim.sentence)}", text=shorten(text, _LONGEST))
