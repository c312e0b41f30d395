"""Whether a noun phrase may be the one who speaks, beside its verb. The phrase and the verb in, yes or no out.

Several verbs stand in a sentence, and not all that can bring in speech do: "if the practice continues, there will
"never be a settlement"". Plain verbs are believed, whoever their subject; of the others the subject must be a person, a
body or a text.
"""

from __future__ import annotations

from generator.enrich.quotes.page import Page
from generator.enrich.quotes.subjects import Phrase, head_person

_LONGEST_UNKNOWN = 4
"""Words of a name that no recogniser found."""
_AGENTS = ("kers", "sors", "ists", "ians", "eers", "men", "women")
"""Endings of nouns for people who speak together: "bankers", "sponsors"; "numbers" and "factors" do not."""
_LEFT_OUT = frozenset("second third another some others both neither".split())
"""What stands for a noun that was said before."""
_POINTING = frozenset("this that these those its there what".split())
_READ = frozenset(("read", "reads"))
_BODIES = ("person", "organisation", "place")


def can_speak(page: Page, phrase: Phrase, cue: str, *, direct: bool) -> bool:
    """Whether a phrase may be the subject of a verb of saying; `direct` when that stands beside the quotation."""
    words = [page.low(at) for at in range(*phrase)]
    if cue in _READ:
        return any(word in page.words.texts for word in words)
    if words[0] in page.words.pronouns and len(words) == 1:
        return words[0] != "it" or cue in page.words.plain_cues or direct
    if cue in page.words.plain_cues and (direct or words[0] not in _POINTING):
        return True
    if head_person(page, *phrase) is not None:
        return True
    names = page.named_in(*phrase)
    if names and names[0].mention.kind in _BODIES and names[0].first <= phrase.first + 1:
        return True
    known = page.words.people | page.words.bodies | page.words.findings | page.words.texts
    if any(word in known or word.endswith("-year-old") for word in words):
        return True
    return _is_unknown_name(page, phrase) or words[-1].endswith(_AGENTS) or words[-1] in _LEFT_OUT


def _is_unknown_name(page: Page, phrase: Phrase) -> bool:
    words = page.tokens.words[phrase.first : phrase.end]
    capitals = all(word[0].isupper() or not word[0].isalpha() for word in words)
    return capitals and len(words) <= _LONGEST_UNKNOWN and page.low(phrase.first) not in page.words.determiners
