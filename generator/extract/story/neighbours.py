"""Roles that a line has by its neighbours: a label above a name, words of a picture above its caption, a line twice.

Lines with the roles their own text gives them come in; lines with some of the roles changed go out.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extract.head.byline import read_names
from generator.extract.head.credits import Caption, is_photo_agency, read_leading_credit, tidy_credit
from generator.extract.head.dateline import find_dateline
from generator.extract.head.names import is_name
from generator.extract.head.source import is_picture_agency, is_source
from generator.extract.head.stamp import Stamp
from generator.extract.lines import ends_sentence
from generator.extract.roles import RoledLine
from generator.extract.story.picture_words import is_pictured, tells_past
from generator.extract.story.repeats import is_cut_short, is_folded, is_said_twice

ALTERNATIVE = "caption-alternative"
"""The rule for the words that stand in a picture's place: what it shows, not its caption."""

_BYLINE_LABEL = re.compile(
    r"(?:by|authors?|written by|reported by|words by|story by|reporter|author of the article)\s?:?\Z", re.IGNORECASE
)
_SOURCE_LABEL = re.compile(r"(?:news |content )?provided by\s?:?\Z", re.IGNORECASE)
_UPDATED_LABEL = re.compile(r"(?:last |page |story )?(?:updated|modified|revised)(?: (?:on|at))?\s?:?\Z", re.IGNORECASE)
_PUBLISHED_LABEL = re.compile(r"(?:first )?(?:published|posted)(?: (?:on|at))?\s?:?\Z", re.IGNORECASE)
# "© Sample Agency / Ann Field": whose picture stands above, not whose page this is.
_PICTURE_RIGHTS = re.compile(r"©\s{0,3}(?P<credit>[^\d©]{2,80})\Z")
# The title of a link, and on the next line what to do with it.
_LINK_TAIL = re.compile(r"read more\Z", re.IGNORECASE)
# The same words head a list of titles, with a colon above one, without it above several.
_LINK_RULES = ("see-all", "read-more")
_LINKS_HEAD = re.compile(
    r"(?:read|see) (?:more|also|this)(?: (?:here|on this|about (?:this|it)))?\s?:?\Z", re.IGNORECASE
)
_LEAST_LINKS, _LEAST_LINK_WORDS = 2, 3
_ALSO_READ = re.compile(r"also (?:read|see|watch)\s?:?\Z", re.IGNORECASE)
# What stands in a player's place, above what it plays.
_PLAYER = re.compile(r"(?:just watched|media playback is |(?:this )?video (?:can ?not|cannot) be )", re.IGNORECASE)
# "The wall before it fell. (Sample Agency)": in a story, a caption; in its last lines, who reported it.
_AGENCY_AFTER = re.compile(r"[\w.!?\"”’'] \((?P<credit>[A-Z][\w /.-]{1,40})\)\Z")
_MOST_CREDITED_WORDS = 45
# A report says who said so, a caption does not.
_TOLD = re.compile(r"[\"“]|\b(?:said|told|reported)\b")
_OFFER_RULES = ("paywall", "newsletter", "newsletter-form")
_ADDRESS_FIELD = re.compile(r"(?:enter )?your e-?mail\b|e-?mail address\b", re.IGNORECASE)
_TITLE_WORDS = 25
_COUNTED = re.compile(r"[\d,.]{0,7}\dk?\Z", re.IGNORECASE)
_COUNT_RULES = ("story-tools", "share-links", "social-link", "share-count", "comments-box")
_HIGHLIGHTS = re.compile(r"story highlights\b", re.IGNORECASE)
_MOST_HIGHLIGHTS = 6
# A headline is shorter than this; a line of so many words that comes twice is a picture's caption.
_CAPTION_WORDS = 12
_SENTENCE_WORDS = 6
_LEAST_CAPTION_WORDS = 3
_MOST_ALT_WORDS = 60
_STORY_REACH = 6
_LEAST_STORY = 3
_CREDIT_WORDS = 9
_LEAD_WORDS = 16


def settle_neighbours(lines: tuple[RoledLine, ...]) -> tuple[RoledLine, ...]:
    """The lines with the roles that their neighbours give them."""
    settled = list(lines)
    for at, line in enumerate(lines):
        if at + 1 == len(lines):
            break
        below = settled[at + 1]
        if line.role == "short" and _BYLINE_LABEL.match(line.said):
            _read_byline(settled, at, below)
        elif line.role == "short" and below.role == "short" and _SOURCE_LABEL.match(line.said):
            settled[at] = replace(line, role="furniture", rule="source-label")
            settled[at + 1] = replace(below, role="stamp", rule="stamp", stamp=Stamp(source=below.line.text))
        elif line.role == "short" and below.role == "stamp":
            _read_date(settled, at, below)
        elif line.rule in _LINK_RULES and _heads_links(settled, at):
            settled[at] = replace(line, role="box", rule="related-box")
        elif _is_title(below) and _heads_title(line):
            settled[at : at + 2] = _read_title(line, below)
        elif _HIGHLIGHTS.match(line.line.text):
            _read_highlights(settled, at)
        else:
            _settle_repeat(settled, lines, at)
    return tuple(_settle_pictures(settled))


def _settle_repeat(settled: list[RoledLine], lines: tuple[RoledLine, ...], at: int) -> None:
    """What stands twice: a picture's words and its caption, both none of the story; a lead, which is told once."""
    line, below = lines[at], settled[at + 1]
    twice = _is_twice(line, below)
    if is_cut_short(lines, at) or (twice and _is_of_story(lines, at)):
        settled[at] = replace(line, role="furniture", rule="said-twice")
    elif twice:
        settled[at : at + 2] = [_as_caption(line, "caption-twice"), _as_caption(below, "caption-twice")]


def _read_byline(lines: list[RoledLine], at: int, below: RoledLine) -> None:
    """`Author of the article:` on one line and the name on the next."""
    names = read_names(below.said) if below.words <= _CAPTION_WORDS else None
    if names is None or not (names.source or all(is_name(name) for name in names.authors)):
        return
    stamp = Stamp(authors=names.authors, source=names.source, place=names.place)
    lines[at] = replace(lines[at], role="furniture", rule="byline-label")
    lines[at + 1] = replace(below, role="stamp", rule="stamp", stamp=stamp)


def _read_date(lines: list[RoledLine], at: int, below: RoledLine) -> None:
    """`Published` or `Last updated` on one line and the date on the next."""
    if _PUBLISHED_LABEL.match(lines[at].said):
        lines[at] = replace(lines[at], role="furniture", rule="date-label")
    elif not _UPDATED_LABEL.match(lines[at].said) or below.stamp is None:
        return
    elif below.stamp.published and not below.stamp.updated:
        lines[at] = replace(lines[at], role="furniture", rule="date-label")
        stamp = replace(below.stamp, published=None, updated=below.stamp.published)
        lines[at + 1] = replace(below, stamp=stamp)


def _heads_links(lines: list[RoledLine], at: int) -> bool:
    """Whether "Read more" heads the titles of links below it, and does not end the link above it."""
    text = lines[at].line.text
    if not _LINKS_HEAD.match(text) or (at > 0 and _is_link_title(lines[at - 1], lines[at])):
        return False
    least = 1 if text.endswith(":") else _LEAST_LINKS
    below = lines[at + 1 : at + 1 + least]
    return len(below) == least and all(
        line.role == "short" and line.words >= _LEAST_LINK_WORDS and not line.line.text.endswith((".", ":"))
        for line in below
    )


def _is_title(line: RoledLine) -> bool:
    """Whether a line can be the title of a link or a film."""
    text = line.line.text
    return line.role == "short" and _LEAST_LINK_WORDS <= line.words <= _TITLE_WORDS and not text.endswith((".", ":"))


def _heads_title(line: RoledLine) -> bool:
    text = line.line.text
    return _ALSO_READ.match(text) is not None or (line.role == "furniture" and _PLAYER.match(text) is not None)


def _read_title(line: RoledLine, below: RoledLine) -> list[RoledLine]:
    """`Also read` and the title of the link below it; a player and the title of what it plays."""
    if line.role == "furniture" and _PLAYER.match(line.line.text):
        return [line, _as_caption(below, "caption-of-player")]
    return [replace(heading, role="furniture", rule="related-link") for heading in (line, below)]


def _read_highlights(lines: list[RoledLine], at: int) -> None:
    """The points that stand above a story, down to its dateline or first sentence."""
    for index in range(at, min(len(lines), at + _MOST_HIGHLIGHTS)):
        text = lines[index].line.text
        if index > at and (ends_sentence(text) or find_dateline(text) or lines[index].role == "stamp"):
            break
        lines[index] = replace(lines[index], role="furniture", rule="story-highlight-above")


def _is_twice(line: RoledLine, below: RoledLine) -> bool:
    """Whether a picture's alternative text and its caption are printed one after the other, or one of them cut off."""
    if line.role not in ("short", "prose"):
        return False
    if line.line.text != below.line.text:
        return is_folded(line.line.text, below.line.text)
    return line.words >= (_SENTENCE_WORDS if line.line.text.endswith((".", ")")) else _CAPTION_WORDS)


def _is_of_story(lines: tuple[RoledLine, ...], at: int) -> bool:
    """Whether a sentence printed twice is the story's: its lead, what somebody said, what happened.

    Better a caption in the story than a sentence of it lost.
    """
    line = lines[at]
    if line.role != "prose" or not ends_sentence(line.line.text):
        return False
    leads = at > 0 and lines[at - 1].role == "stamp" and line.words >= _LEAD_WORDS
    return leads or _TOLD.search(line.line.text) is not None or tells_past(line.line.text)


def _settle_pictures(lines: list[RoledLine]) -> list[RoledLine]:
    for at in range(1, len(lines)):
        line, above = lines[at], lines[at - 1]
        if caption := _read_owner(lines, at):
            lines[at] = replace(_as_caption(line, caption.rule), caption=caption)
            continue
        if above.rule in _COUNT_RULES and line.role == "short" and _COUNTED.match(line.line.text):
            lines[at] = replace(line, role="furniture", rule="share-count")
            continue
        if above.rule in _OFFER_RULES and _is_of_offer(lines, at):
            lines[at] = replace(line, role="furniture", rule=above.rule)
            continue
        if _is_credited_above(lines, at):
            lines[at] = _as_caption(line, "caption-below-credit")
            continue
        if _is_link_title(above, line):
            lines[at - 1] = replace(above, role="furniture", rule="read-more-title")
            continue
        if line.role == "caption" and (_is_alternative(lines, at - 1) or is_pictured(above, line)):
            lines[at - 1] = _as_caption(above, ALTERNATIVE)
        elif line.role in ("short", "prose"):
            lines[at] = _settle_words(line)
    return lines


def _is_of_offer(lines: list[RoledLine], at: int) -> bool:
    """What subscribers get, item by item; what is in a newsletter, with the field for an address right below."""
    line = lines[at]
    if line.line.mark:
        return line.role in ("short", "prose")
    return line.role == "short" and at + 1 < len(lines) and _ADDRESS_FIELD.match(lines[at + 1].line.text) is not None


def _settle_words(line: RoledLine) -> RoledLine:
    """A line whose own words tell: they stand twice in it, or an agency's name opens it."""
    if is_said_twice(line.line.text):
        return replace(line, role="furniture", rule="said-twice")
    credit = read_leading_credit(line.line.text) if _has_leading_credit(line) else None
    if not credit:
        return line
    caption = Caption(rule="caption-agency-first", credit=_tidy(credit))
    return replace(_as_caption(line, "caption-agency-first"), caption=caption)


def _read_owner(lines: list[RoledLine], at: int) -> Caption | None:
    """A line that names the owner of a picture where it stands: alone, or after its caption."""
    if lines[at].rule == "copyright" and (credit := _read_rights(lines, at)):
        return Caption(rule="credit-rights", credit=credit)
    credit = _read_agency_after(lines, at)
    return Caption(rule="caption-agency-after", credit=credit) if credit else None


def _read_rights(lines: list[RoledLine], at: int) -> str | None:
    """The owner of a picture: an agency and a person, or an agency with the story still to come."""
    match = _PICTURE_RIGHTS.match(lines[at].line.text)
    if match is None:
        return None
    credit = tidy_credit(match["credit"])
    if "/" in credit:
        return credit if len(credit.split()) <= _CREDIT_WORDS else None
    follows = any(line.role == "prose" for line in lines[at + 1 : at + 1 + _STORY_REACH])
    return credit if follows and (is_picture_agency(credit) or is_photo_agency(credit)) else None


def _read_agency_after(lines: list[RoledLine], at: int) -> str | None:
    """The owner of a picture whose caption ends in an agency, in brackets, with most of the story still to come."""
    line = lines[at]
    if line.role not in ("short", "prose") or line.dateline or not line.line.text.endswith(")"):
        return None
    told = line.words > _MOST_CREDITED_WORDS or _TOLD.search(line.line.text) is not None
    match = None if told else _AGENCY_AFTER.search(line.line.text[-60:])
    if match is None or not is_photo_agency(match["credit"]):
        return None
    below = lines[at + 1 : at + 1 + _STORY_REACH]
    return match["credit"] if sum(line.role == "prose" for line in below) >= _LEAST_STORY else None


def _is_credited_above(lines: list[RoledLine], at: int) -> bool:
    """Whether a line stands between a picture's credit and the story's date or source: the picture's words."""
    line, above = lines[at], lines[at - 1]
    if above.rule != "credit-label" or line.role not in ("short", "prose") or line.words > _MOST_ALT_WORDS:
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is not None and (below.role == "stamp" or is_source(below.line.text))


def _is_link_title(title: RoledLine, below: RoledLine) -> bool:
    """Whether a line without a full stop is the title that "Read more" on the next belongs to."""
    text = title.line.text
    return (
        title.role == "short"
        and 4 <= title.words <= _TITLE_WORDS
        and not title.line.mark
        and not text.endswith((".", ":", "”", '"'))
        and _LINK_TAIL.match(below.line.text) is not None
    )


def _is_alternative(lines: list[RoledLine], at: int) -> bool:
    """Whether a line and the caption below it are a pair of their own between blank lines."""
    line, caption = lines[at], lines[at + 1]
    if line.role not in ("short", "prose") or line.words > _MOST_ALT_WORDS or not line.line.gap or caption.line.gap:
        return False
    return at > 0 and (at + 2 >= len(lines) or lines[at + 2].line.gap)


def _has_leading_credit(line: RoledLine) -> bool:
    text = line.line.text
    return (
        line.words > _LEAST_CAPTION_WORDS and not line.line.mark and not ends_sentence(text) and ": " not in text[:30]
    )


def _tidy(credit: str) -> str:
    return re.sub(r"\s-\s(?:Contributor|Getty)\Z", "", credit).strip()


def _as_caption(line: RoledLine, rule: str) -> RoledLine:
    return replace(line, role="caption", rule=rule, caption=line.caption or Caption(rule=rule))
