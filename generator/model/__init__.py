"""The values that travel through the program, one frozen type for each stretch of the road.

    RawArticle -> Extraction (Document + Removed) -> Article -> EnrichedArticle -> Digest -> Site

`None` means not known, an empty tuple means known to be none. Offsets count Python characters of `Article.text`.
"""

from generator.model.accounts import (
    HEADLINE,
    Account,
    Cell,
    Change,
    Claim,
    Correction,
    Difference,
    DifferenceKind,
    Happening,
    Sole,
    Statement,
    Voice,
    Wording,
)
from generator.model.article import (
    Article,
    Block,
    BlockKind,
    Contributor,
    Dateline,
    Document,
    Extraction,
    Form,
    Markup,
    Metadata,
    Notice,
    Origin,
    Problem,
    RawArticle,
    Removed,
    Span,
    VersionOf,
)
from generator.model.digest import Digest, Edition, Grain, Item, LeftOut, LeftOutReason, Part, PartName, Source, Subject
from generator.model.site import Page, Site
from generator.model.stories import (
    Chain,
    Episode,
    Inclusion,
    Link,
    Membership,
    Relation,
    Story,
    StoryLink,
    StoryRelation,
    SyndicatedCopy,
    Syndication,
    Thread,
)
from generator.model.understanding import (
    DateMention,
    DateType,
    Demonym,
    EnrichedArticle,
    Entity,
    EntityKind,
    Joined,
    Mention,
    Name,
    Quote,
    Role,
    Summary,
    Topic,
    TopicOrigin,
)

__all__ = [
    "HEADLINE", "Account", "Article", "Block", "BlockKind", "Cell", "Chain", "Change", "Claim", "Contributor",
    "Correction", "DateMention", "DateType", "Dateline", "Demonym", "Difference", "DifferenceKind", "Digest",
    "Document", "Edition", "EnrichedArticle", "Entity", "EntityKind", "Episode", "Extraction", "Form", "Grain",
    "Happening", "Inclusion", "Item", "Joined", "LeftOut", "LeftOutReason", "Link", "Markup", "Membership",
    "Mention", "Metadata", "Name", "Notice", "Origin", "Page", "Part", "PartName", "Problem", "Quote", "RawArticle",
    "Relation", "Removed", "Role", "Site", "Sole", "Source", "Span", "Statement", "Story", "StoryLink",
    "StoryRelation", "Subject", "Summary", "SyndicatedCopy", "Syndication", "Thread", "Topic", "TopicOrigin",
    "VersionOf", "Voice", "Wording",
]  # fmt: skip
