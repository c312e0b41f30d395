"""Summary, timeline, what one alone reports, who says what; and that order and repetition do not matter."""

from __future__ import annotations

import time

from ferry import REPORTS, as_markdown
from hypothesis import given, settings
from hypothesis import strategies as st
from tellings import START, account, lexicon, report, reports, sentence

from generator.config import EnrichConfig
from generator.enrich.article import enrich_article
from generator.model import Account, EnrichedArticle, Story, SyndicatedCopy, Syndication
from generator.record.article import make_article
from generator.record.document import read_document
from generator.relate.accounts.account import write_accounts

FERRY = "A car ferry burned off Brinemouth on Sunday night and 13 people were killed, the coastguard said."


def ferry() -> list[EnrichedArticle]:
    documents = [(row[0], read_document(as_markdown(row), row[0])) for row in REPORTS]
    return [
        enrich_article(make_article(document, f"articles/{name}.md"), lexicon(), EnrichConfig())
        for name, document in documents
    ]


COPIES = Syndication(shown="observer", copies=(SyndicatedCopy(article="copy", share=1.0),))


def texts(articles: list[EnrichedArticle], found: Account) -> list[str]:
    return [sentence(articles, claim) for claim in found.summary]


def test_a_summary_begins_with_what_happened_and_repeats_nothing() -> None:
    articles = reports(
        f"{FERRY} He said the sea was calm. Was the alarm switched on?",
        f"{FERRY} The ferry Stella Vane belongs to Vane Lines of Port Arden.",
        'A car ferry burned off Brinemouth on Sunday night. "It went up like paper," said the master, Ruud Hessel.',
    )
    summary = texts(articles, account(articles))
    assert summary[0] == FERRY
    assert summary.count(FERRY) == 1
    assert not [text for text in summary if text.startswith(("He ", "Was ", '"'))]


def test_a_summary_has_no_figure_that_a_later_report_corrects() -> None:
    articles = ferry()
    summary = " ".join(texts(articles, account(articles, [COPIES])))
    assert "13" in summary or "Thirteen" in summary
    assert "at least eight" not in summary


def test_a_summary_is_of_two_to_four_sentences() -> None:
    articles = ferry()
    assert 2 <= len(account(articles, [COPIES]).summary) <= 4


def test_what_one_source_alone_reports_stands_under_it() -> None:
    articles = ferry()
    found = {
        sole.claim.article: (sentence(articles, sole.claim), sole.what) for sole in account(articles, [COPIES]).soles
    }
    assert found["gazette"][1] == ("£240,000",)
    assert "fire door" in found["gazette"][0]
    assert "copy" not in found


def test_what_others_have_too_is_nobody_s_alone() -> None:
    alone = "The mayor, Orla Finch, met people from the burned car ferry at Brinemouth."
    articles = reports(
        f"{FERRY} Divers of the Saltland Navy looked at the hull. {alone}",
        f"{FERRY} The hull was seen by divers of the Saltland Navy.",
    )
    soles = account(articles).soles
    assert [sentence(articles, sole.claim) for sole in soles] == [alone]
    assert soles[0].what == ("Orla Finch",)


def test_the_timeline_names_each_day_once_with_a_sentence_of_several_reports() -> None:
    articles = ferry()
    timeline = account(articles, [COPIES]).timeline
    assert [happening.value for happening in timeline] == [
        "2016-03-06", "2016-03-07", "2016-03-08", "2016-03-09", "2016-03-13"
    ]  # fmt: skip
    assert len({claim.article for claim in timeline[0].claims}) == len(timeline[0].claims) >= 2


def test_one_day_alone_is_no_timeline() -> None:
    assert account(reports(FERRY, FERRY.replace("car ferry", "ferry"))).timeline == ()


def test_an_older_day_that_several_name_is_background() -> None:
    older = "A fire on 2 May 2014 had damaged the pier of Brinemouth and its lifeboat house."
    timeline = account(reports(f"{FERRY} {older}", f"{FERRY} {older}")).timeline
    assert [(happening.value, happening.is_background) for happening in timeline] == [
        ("2014-05-02", True),
        ("2016-03-06", False),
    ]


def test_a_quotation_is_told_once_with_all_who_carry_it_and_its_wordings_side_by_side() -> None:
    voices = {voice.name: voice for voice in account(ferry(), [COPIES]).voices}
    master = voices["Ruud Hessel"].statements
    assert [[wording.claims[0].article for wording in statement.wordings] for statement in master] == [
        ["harbour-wire", "gazette"]
    ]
    mayor = voices["Orla Finch"].statements[0].wordings[0]
    assert [claim.article for claim in mayor.claims] == ["observer", "copy"]


def test_a_quotation_cut_short_is_no_other_wording() -> None:
    whole = '"We smelled it before anyone told us, and then we ran to the boats," said Mary Tolland in Brinemouth.'
    part = '"We smelled it before anyone told us," said Mary Tolland in Brinemouth.'
    (voice,) = account(reports(part, whole)).voices
    (statement,) = voice.statements
    assert [(wording.text, [c.article for c in wording.claims]) for wording in statement.wordings] == [
        ('"We smelled it before anyone told us, and then we ran to the boats,"', ["b", "a"])
    ]


def test_a_quotation_broken_by_its_speaker_is_one() -> None:
    text = '"Nobody slept in this town," said mayor Orla Finch of Brinemouth. "We opened the school hall for them."'
    (voice,) = account(reports(text, FERRY)).voices
    assert voice.statements[0].wordings[0].text == (
        '"Nobody slept in this town," … "We opened the school hall for them."'
    )


def test_a_story_of_one_report_has_an_empty_account() -> None:
    assert account(reports(FERRY)) == Account(story="a")


def test_articles_without_sentences_dates_or_words_do_no_harm() -> None:
    articles = [report("a", ""), report("b", "—", 1), report("c", FERRY, 2)]
    assert [claim.article for claim in account(articles).summary] == ["c"]


@settings(max_examples=12)
@given(st.permutations(range(len(REPORTS))))
def test_the_order_in_which_articles_come_does_not_matter(order: list[int]) -> None:
    articles = ferry_once()
    story = Story(
        id="harbour-wire", title="Fire", articles=tuple(a.article.id for a in articles), first=None, last=None
    )
    assert write_accounts([articles[place] for place in order], [story], [COPIES]) == expected()


_CACHE: list[object] = []


def ferry_once() -> list[EnrichedArticle]:
    if not _CACHE:
        _CACHE.append(ferry())
    return _CACHE[0]  # type: ignore[return-value]


def expected() -> tuple[Account, ...]:
    articles = ferry_once()
    story = Story(
        id="harbour-wire", title="Fire", articles=tuple(a.article.id for a in articles), first=None, last=None
    )
    return write_accounts(articles, [story], [COPIES])


def test_a_story_of_hundreds_of_reports_costs_what_one_of_a_dozen_costs() -> None:
    def seconds(count: int) -> float:
        articles = [report(f"r{number:03}", f"{FERRY} Report {number} from Brinemouth.", 0) for number in range(count)]
        story = Story(id="r000", title="Fire", articles=tuple(a.article.id for a in articles), first=None, last=None)
        begun = time.process_time()
        write_accounts(articles, [story], [])
        return time.process_time() - begun

    seconds(12)
    assert seconds(120) < 12 * max(seconds(12), 0.002)


def test_a_very_long_text_is_looked_at_in_its_beginning() -> None:
    long = " ".join(f"In {number} reports {number + 7} people were killed in Brinemouth." for number in range(4_000))
    articles = [report("a", FERRY), report("b", FERRY, 1)]
    body = make_article(
        read_document(f"---\nid: c\ntitle: Long\npublished: {START.date()}\n---\n\n{long}\n", "c"), "c.md"
    )
    begun = time.process_time()
    account([*articles, EnrichedArticle(article=body)])
    assert time.process_time() - begun < 2.0
