"""The stories that a story's page points at, and why. In: a story and the context. Out: views."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Story, StoryLink
from generator.moments import day_of, instant
from generator.render.context import Context
from generator.render.views import CountView
from generator.render.wording import say_days


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedStory:
    """Another story, and why it is one to read."""

    link: CountView
    label: str
    """`Earlier` or `Later` for what goes on from this story, or this from it; else empty."""
    when: str
    why: str


def view_related_stories(story: Story, context: Context) -> tuple[RelatedStory, ...]:
    """The related stories, the nearest first; follow-ups before others."""
    links = [link for link in context.story_links_of.get(story.id, ()) if link.target in context.stories]
    links.sort(key=lambda link: link.relation != "follow-up")
    return tuple(_view(link, story, context.stories[link.target], context) for link in links)


def _view(link: StoryLink, here: Story, there: Story, context: Context) -> RelatedStory:
    return RelatedStory(
        link=context.story_link(there),
        label=_label(link, here, there),
        when=say_days(day_of(there.first), day_of(there.last)) if there.first and there.last else "",
        why="; ".join(link.why),
    )


def _label(link: StoryLink, here: Story, there: Story) -> str:
    if link.relation != "follow-up" or here.first is None or there.first is None:
        return ""
    return "Earlier" if instant(there.first) < instant(here.first) else "Later"
