"""Ten times the text takes no more than ten times as long, whatever it is: each part on texts that are hard for it."""

import pytest
from growth import assert_in_proportion
from short_articles import article, lexicon

from generator.config import EnrichConfig
from generator.enrich.article import find_day
from generator.enrich.dates.mentions import find_dates
from generator.enrich.names.entities import find_entities
from generator.enrich.names.which_place import tell_places
from generator.enrich.quotes.quotations import find_quotes
from generator.enrich.summary import summarise
from generator.enrich.tokens import tokenise
from generator.enrich.topics.choice import find_topics

SIZES = (20_000, 200_000)
TEXTS = {
    "tokens": ("x'x'x'", "A.B.C.", "a-b-c-", "``''\"", "word\n\n\n", "日本語 ", "Gen. Nov. ", "&"),
    "names": (
        "Alpha Beta Gamma Delta ", "ALPHA BETA ", "President Prime Minister ", "Ministry of ", "House of ", "House. ",
        "Mr Ada Farrow said. ", "Alpha Beta Corps (ABC) ", "Paris, London and ", "van der Velde ", "al-Amin ",
        "Cambridge. Birmingham. Valencia. ", "Ada Farrow, the minister of the bank of, ", "Dr. Dr. ",
    ),
    "topics": ("football goal bank ", "general election ", "the ", "US ", "Labour "),
    "dates": (
        "1 2 3 4 5 ", "1,234,", "12.5.", "3-4-5-", "Monday and Tuesday and ", "2014-2015 to ", "last next ", "May ",
        "two days later ", "two hundred and ", "10 a.m. ", "the week of the year ", "early late mid-", "2014/",
    ),
    "quotes": (
        "said ", "said the minister ", '"Yes," she said, ', "“ ", '" ', "‘ ' ", "“word ", "He said. “We go.” ",
        "according to ", "“One.\n\n",
    ),
    "summary": ("word ", "A. ", "One.\n\n", "\"' "),
}  # fmt: skip


def make_work(part, text):
    one = article(text)
    tokens = tokenise(one.text, one.sentences)
    mentions, entities = find_entities(one.text, tokens, lexicon(), 2015) if part == "quotes" else ((), ())
    parts = {
        "tokens": lambda: tokenise(one.text, one.sentences),
        "names": lambda: tell_places(*find_entities(one.text, tokens, lexicon(), 2015), lexicon().places),
        "topics": lambda: find_topics(one, tokens, lexicon().topics, EnrichConfig()),
        "dates": lambda: find_dates(one.text, find_day(one), lexicon().dates),
        "quotes": lambda: find_quotes(one, tokens, mentions, entities, lexicon().quotes),
        "summary": lambda: summarise(one),
    }
    return parts[part]


@pytest.mark.parametrize(("part", "piece"), [(part, piece) for part, pieces in TEXTS.items() for piece in pieces])
def test_time_grows_with_the_text(part, piece):
    small, large = (make_work(part, piece * (size // len(piece))) for size in SIZES)
    assert_in_proportion(small, large)
