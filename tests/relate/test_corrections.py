"""What is a correction and what is an update: small cases, each as an editor would tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files

import pytest
import yaml
from corrected import NINE, NOON, REST, TITLE, facts, labelled, silently, understand, updated

from generator.config import RelateConfig
from generator.model import Chain, Claim, Notice, VersionOf
from generator.relate.corrections import MOST_CHANGES, find_corrections
from generator.relate.digest import relate_articles

# Former sentence, sentence now, what changed.
WRONG = [
    ("Thirteen people were on board.", "Eleven people were on board.", ("number", "Thirteen people", "Eleven people")),
    ("The wall is 400 metres long.", "The wall is 40 metres long.", ("number", "400 metres", "40 metres")),
    ("She cost 10 million pounds to build.", "She cost 10 billion pounds to build.",
     ("number", "10 million pounds", "10 billion pounds")),
    ("She cost $12 million to build.", "She cost £12 million to build.", ("number", "$12 million", "£12 million")),
    ("The team beat Saltland 2-1 in May.", "The team beat Saltland 3-1 in May.", ("number", "2-1", "3-1")),
    ("Twenty-one sailors swam ashore.", "Twenty-two sailors swam ashore.",
     ("number", "Twenty-one sailors", "Twenty-two sailors")),
    ("It was her sixth voyage.", "It was her fifth voyage.", ("number", "sixth voyage", "fifth voyage")),
    ("The council met on Tuesday to talk of the ferry.", "The council met on Wednesday to talk of the ferry.",
     ("date", "Tuesday", "Wednesday")),
    ("She was launched in 1974 and rebuilt.", "She was launched in 1947 and rebuilt.", ("date", "1974", "1947")),
    ("Kathryn Smyth, the mayor, thanked the crew.", "Kathryn Smith, the mayor, thanked the crew.",
     ("name", "Kathryn Smyth", "Kathryn Smith")),
    ("The ship was bound for Lisbon with cars and grain.", "The ship was bound for Porto with cars and grain.",
     ("place", "Lisbon", "Porto")),
    ("The ship was paid for by Lloyds Bank last year.", "The ship was paid for by Barclays Bank last year.",
     ("name", "Lloyds Bank", "Barclays Bank")),
    ("At least 30 people were killed, the police said.", "At least 12 people were killed, the police said.",
     ("number", "At least 30 people", "At least 12 people")),
]  # fmt: skip

# Former sentence, sentence now: said otherwise, and not otherwise.
RIGHT = [
    ("Eleven people were on board.", "11 people were on board."),
    ("The wall cost 1.5 million pounds.", "The wall cost 1,500,000 pounds."),
    ("The wall cost 12.1 million pounds.", "The wall cost 12,141,000 pounds."),
    ("At least nine people were on board.", "Twelve people were on board."),
    ("About 100 people stood on the quay.", "Some 98 people stood on the quay."),
    ("The ferry sank in the strait.", "The ferry went down in the strait."),
    ("Mr Field, the mayor, thanked the crew.", "Ann Field, the mayor, thanked the crew."),
    ("The World Health Organization sent a doctor.", "The WHO sent a doctor."),
    ("The ship was 130 feet long.", "The ship was 40 metres long."),
    ("Eleven people were on board", "Eleven people were on board."),
    ("The ship was inspected yesterday at the quay.", "The ship was inspected on Monday at the quay."),
    ("It was her first voyage in ten years.", "It was her 1st voyage in ten years."),
]


@pytest.mark.parametrize(("was", "now", "changed"), WRONG, ids=[case[2][2] for case in WRONG])
def test_a_fact_contradicted_in_a_text_that_changed_silently_is_a_correction(was, now, changed):
    assert facts(silently(was, now)) == [changed]


@pytest.mark.parametrize(("was", "now", "changed"), WRONG, ids=[case[2][2] for case in WRONG])
def test_it_is_one_in_a_version_labelled_so(was, now, changed):
    assert facts(labelled(was, now, "CORRECTED")) == [changed]


@pytest.mark.parametrize(("was", "now"), RIGHT, ids=[case[1] for case in RIGHT])
def test_other_words_for_the_same_are_none(was, now):
    assert silently(was, now) == ()
    assert labelled(was, now, "UPDATE 1") == ()


def test_what_the_event_itself_changed_is_an_update():
    was = "The vote on a new ship is on Thursday."
    found = silently(was, "The vote on a new ship, postponed by a day, is on Friday.")
    assert updated(found) == [("date", "Thursday", "Friday")]


def test_a_paragraph_more_is_none():
    assert silently(REST[0], REST[0], "The mayor of Brinemouth promised 200 pounds to each of the 11 sailors.") == ()


def test_a_toll_that_rose_with_other_news_is_the_events():
    was, now = "Nine people were injured, the police said.", "Twelve people were injured, the police said."
    news = "The search was called off at dusk, when the wind rose to a storm."
    rose = [("number", "Nine people", "Twelve people")]
    assert updated(silently(was, now, news)) == rose
    assert updated(silently(was, now, updated=NOON)) == rose
    assert updated(labelled(was, now, "UPDATE 1")) == rose
    assert labelled(was, now, "CORRECTED", "UPDATE 1", more=(news,))[0].changes == ()


def test_a_toll_that_rose_and_nothing_else_was_wrong():
    was, now = "Nine people were injured, the police said.", "Twelve people were injured, the police said."
    assert facts(silently(was, now)) == [("number", "Nine people", "Twelve people")]
    assert facts(labelled(was, now, "CORRECTED")) == [("number", "Nine people", "Twelve people")]


def test_a_price_that_moved_with_other_news_is_the_events():
    was, now = "The owner's shares fell 3 percent in the morning.", "The owner's shares fell 2 percent in the morning."
    moved = [("number", "3 percent", "2 percent")]
    assert updated(silently(was, now, "Traders said that the ship had been insured.")) == moved
    assert facts(silently(was, now)) == [("number", "3 percent", "2 percent")]


def test_a_changed_figure_in_an_update_is_told_as_news():
    was, now = "Thirteen people were on board.", "Eleven people were on board."
    changed = [("number", "Thirteen people", "Eleven people")]
    assert updated(labelled(was, now, "UPDATE 1")) == changed
    assert updated(labelled(was, now, "UPDATE 2", "(Adds quotes)", old_labels=("UPDATE 1",))) == changed
    assert facts(labelled(was, now, "CORRECTED", "UPDATE 1", old_labels=("UPDATE 1",))) == [
        ("number", "Thirteen people", "Eleven people")
    ]


def test_a_correction_label_taken_over_by_an_update_corrects_nothing_anew():
    was, now = "Thirteen people were on board.", "Eleven people were on board."
    found = labelled(was, now, "CORRECTED", "UPDATE 1", old_labels=("CORRECTED",))
    assert updated(found) == [("number", "Thirteen people", "Eleven people")]


def test_a_version_of_the_day_that_is_told_by_its_text_alone_is_an_update():
    was, now = "Thirteen people were on board.", "Eleven people were on board."
    same_day = labelled(was, now, title=TITLE)
    assert updated(same_day) == [("number", "Thirteen people", "Eleven people")]
    assert same_day[0].older == "old"


def test_a_name_spelt_otherwise_updates_nothing():
    was = "Kathrynne Fielding thanked the crew on the quay that night."
    assert labelled(was, was.replace("Fielding", "Feilding"), "UPDATE 1") == ()


def test_a_correction_whose_fact_cannot_be_told_is_one_all_the_same():
    (found,) = labelled("The mayor said she would go.", "The mayor said that. She would go.", "CLARIFIED")
    assert (found.changes, found.notices, found.moment) == ((), (), NOON)


def test_a_correction_of_words_names_them():
    was = "The council imposed a levy on every ship, and the port makes 40 tons of ice a year."
    found = labelled(was, was.replace("imposed", "proposed").replace("year", "day"), "CORRECTED")
    assert facts(found) == [("words", "imposed a levy", "proposed a levy"), ("words", "a year", "a day")]
    assert silently(was, was.replace("imposed", "proposed")) == ()


def test_a_refile_without_a_changed_fact_is_none():
    assert labelled("The ferry sank in the strait.", "The ferry sank  in the Strait.", "REFILE") == ()
    assert facts(labelled("Ten were on board.", "Six were on board.", "REFILE")) == [("number", "Ten", "Six")]


def test_the_note_of_a_correction_is_told_in_its_words():
    note = "(Corrects number of people in first paragraph)"
    (found,) = labelled("Ten people were on board.", "Six people were on board.", "CORRECTED", note, "(Adds quotes)")
    assert found.notices == (note.strip("()"),)


def test_reports_of_one_form_on_two_days_correct_nothing():
    was = understand("a", "Harbour dues rose to 13 million pounds in the week.", *REST)
    now = understand("b", "Harbour dues rose to 11 million pounds in the week.", *REST, published=date(2015, 12, 10))
    assert find_corrections((was, now), (Chain(newest="b", older=("a",)),)) == ()


@pytest.mark.parametrize("field", ["item", "url"])
def test_one_item_or_address_is_one_article(field):
    name = {field: "https://wire.example/ferry"}
    was = understand("a", "Thirteen people were on board.", *REST, **name)
    now = understand("b", "Eleven people were on board.", *REST, published=NOON, **name)
    (found,) = find_corrections((was, now), (Chain(newest="b", older=("a",)),))
    assert (found.article, found.older, found.newer, found.moment) == ("b", "a", "b", NOON)


def test_each_change_names_both_sentences():
    (found,) = silently("Thirteen people were on board.", "Eleven people were on board.")
    (change,) = found.changes
    assert change.before == Claim(article="old", sentence=0)
    assert change.after == Claim(article="new", sentence=0)


def test_a_headline_is_compared_too():
    (found,) = silently(
        REST[0], REST[0], title="Ferry sinks with 11 on board", old_title="Ferry sinks with 13 on board"
    )
    assert facts((found,)) == [("number", "13", "11")]
    assert (found.changes[0].before, found.changes[0].after) == (None, None)


def test_one_mistake_in_headline_and_text_is_told_once():
    found = silently("Thirteen people were on board.", "Eleven people were on board.",
                     title="Ferry sinks with 11 on board", old_title="Ferry sinks with 13 on board")  # fmt: skip
    assert facts(found) == [("number", "Thirteen people", "Eleven people")]


def test_a_misspelt_name_is_told_once_wherever_it_stood():
    found = silently("Kathryn Smyth thanked the crew on the quay. Smyth had swum ashore herself.",
                     "Kathryn Smith thanked the crew on the quay. Smith had swum ashore herself.")  # fmt: skip
    assert facts(found) == [("name", "Kathryn Smyth", "Kathryn Smith")]


def test_a_sentence_moved_down_is_compared_where_it_stands():
    (found,) = silently(
        "Thirteen people were on board the ferry that night.\n\nThe mayor went to the quay.",
        "The mayor went to the quay.\n\nEleven people were on board the ferry that night.",
    )
    assert found.changes[0].after == Claim(article="new", sentence=1)


def test_another_article_under_the_same_name_corrects_nothing():
    old = understand("old", "Wheat rose to 13 pounds.", "Rain is forecast.", version_of=VersionOf(article="new"))
    new = understand("new", "Wheat fell to 11 pounds.", *REST)
    assert find_corrections((old, new), (Chain(newest="new", older=("old",)),)) == ()


def test_a_former_fact_that_the_text_still_has_was_not_wrong():
    both = "The crew counted 13 people. The police counted 11 people."
    assert silently(both, both.replace("13", "11").replace("police counted 11", "police counted 13")) == ()


def test_a_text_written_anew_names_the_first_changes_only():
    was = "\n\n".join(
        f"Boat number {name} carried {n} tons of fish to the market." for n, name in enumerate(NAMES, 100)
    )
    now = was.replace(" 1", " 2")
    (found,) = labelled(was, now, "CORRECTED")
    assert len(found.changes) == MOST_CHANGES


NAMES = "amber beryl coral diamond emerald flint garnet heliodor iolite jade kunzite lapis malachite nacre onyx".split()

# --- when, and in which version --------------------------------------------------------------------------------------


def test_a_silent_change_is_dated_by_the_stamp_of_the_text_else_by_our_own():
    was, now = "Thirteen people were on board.", "Eleven people were on board."
    assert silently(was, now)[0].moment == NOON
    stamped = datetime(2015, 12, 9, 10, tzinfo=UTC)
    assert silently(was, now, updated=stamped)[0].moment == stamped


def test_a_moment_that_is_only_ours_is_told_as_the_arrival_of_the_text():
    changed = ("Eleven people were hurt.", "Nine people were hurt.")
    (ours,) = silently(*changed)
    (stamped,) = silently(*changed, updated=NOON)
    assert ours.is_arrival
    assert not stamped.is_arrival


def test_a_correction_stays_when_an_update_follows():
    first = understand("a", "Thirteen people were on board.", *REST)
    second = understand("b", "Eleven people were on board.", *REST, labels=("CORRECTED",), published=NOON)
    third = understand("c", "Eleven people were on board.", *REST, "The search goes on.", labels=("UPDATE 1",),
                       published=NOON.replace(hour=15))  # fmt: skip
    for articles in ((first, second, third), (third, first, second)):
        (found,) = relate_articles(articles, {}, RelateConfig(), None).corrections
        assert (found.article, found.older, found.newer) == ("c", "a", "b")


def test_a_notice_of_the_article_is_a_correction_of_its_own():
    said = Notice(text="The ferry had eleven people on board, not thirteen.", date=date(2015, 12, 11))
    article = understand("a", *REST, correction=(said,))
    (found,) = find_corrections((article,), ())
    assert (found.article, found.older, found.moment, found.notices) == ("a", None, said.date, (said.text,))


def test_a_notice_that_came_with_a_text_goes_with_its_changes():
    said = Notice(text="An earlier version said thirteen.", date=date(2015, 12, 11))
    (found,) = silently("Thirteen people were on board.", "Eleven people were on board.", correction=(said,))
    assert found.notices == (said.text,)
    assert found.moment == said.date
    assert len(found.changes) == 1


def test_the_newest_correction_comes_first_and_undated_ones_last():
    dates = {"a": date(2015, 12, 10), "b": None, "c": date(2015, 12, 12)}
    articles = [understand(name, *REST, correction=(Notice(text="Wrong.", date=day),)) for name, day in dates.items()]
    assert [found.article for found in find_corrections(articles, ())] == ["c", "a", "b"]


# --- former texts in chains ------------------------------------------------------------------------------------------


def former(number, article="new", **values):
    return understand(f"v{number}", f"{number} people were on board.", *REST,
                      version_of=VersionOf(article=article, number=number), **values)  # fmt: skip


def test_former_texts_are_chained_by_name_in_the_order_of_their_numbers():
    new = understand("new", "Forty people were on board.", *REST, title="Quite another headline")
    articles = (former(10), new, former(2), former(9))
    assert relate_articles(articles, {}, RelateConfig(), None).versions == (
        Chain(newest="new", older=("v2", "v9", "v10")),
    )


def test_a_former_text_stands_before_its_own_article_among_other_versions():
    first = understand("new", "Eleven people were on board.", *REST)
    update = understand("up", "Eleven people were on board.", *REST, labels=("UPDATE 1",), published=NOON)
    kept = former(1, published=NOON.replace(hour=20))
    assert relate_articles((update, kept, first), {}, RelateConfig(), None).versions == (
        Chain(newest="up", older=("v1", "new", "up")[:2]),
    )


def test_a_story_keeps_its_name_when_a_text_changes():
    report = understand("new", "Eleven people were on board the ferry that sank.", *REST)
    other = understand("z", "The ferry that sank off Brinemouth had eleven people on board.", *REST[::-1],
                       source="Gazette", published=NINE.replace(hour=10))  # fmt: skip
    before = relate_articles((report, other), {}, RelateConfig(), None)
    after = relate_articles((report, other, former(1)), {}, RelateConfig(), None)
    assert [story.id for story in before.stories] == ["new"]
    assert [story.id for story in after.stories] == ["new"]


LISTS = yaml.load(files("generator.relate.changes").joinpath("words.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)


@pytest.mark.parametrize("name", LISTS)
def test_each_word_list_shows_what_it_is_for(name):
    example = LISTS[name]["example"]
    said = set(example["was"].lower().rstrip(".").split()) | set(
        example["now"].lower().replace(",", "").rstrip(".").split()
    )
    assert said & set(LISTS[name]["words"])
    found = silently(example["was"], example["now"], "The harbour master spoke of it later that day.")
    assert (facts(tuple(one for one in found if not one.is_update)) == []) is (name not in ("not_counted", "ordinals"))


def test_a_huge_text_is_compared_in_time():
    words = " ".join(f"{n} boats" for n in range(30_000))
    old = replace(understand("old", *REST), mentions=())
    old = replace(old, article=replace(old.article, text=words, version_of=VersionOf(article="new")))
    new = understand("new", *REST, title=TITLE)
    assert find_corrections((old, new), (Chain(newest="new", older=("old",)),)) == ()
