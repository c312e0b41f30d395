from dataclasses import replace
from importlib.resources import files

import pytest
import yaml
from growth import assert_in_proportion
from short_articles import article, enriched, lexicon

from generator.config import EnrichConfig
from generator.enrich.article import enrich_article
from generator.enrich.tokens import tokenise
from generator.enrich.topics.choice import find_topics
from generator.enrich.topics.rows import FOLDER, parse_rows, read_rows
from generator.vocabulary.mediatopics import ancestors, load_media_topics

FILES = {
    file.name: file.read_text(encoding="utf-8") for file in files("generator.enrich.topics").joinpath(FOLDER).iterdir()
}
TABLES = {name: yaml.load(text, yaml.CSafeLoader) for name, text in FILES.items()}
TABLE = {topic: row for table in TABLES.values() for topic, row in table.items()}
LISTS = ("strong", "terms", "against", "also")


def test_rules_name_concepts_by_their_labels():
    concepts = load_media_topics()
    assert {topic: row["label"] for topic, row in TABLE.items()} == {topic: concepts[topic].label for topic in TABLE}


def test_a_file_for_each_top_term_and_every_topic_in_one_file():
    tops = [{(ancestors(topic) or (topic,))[-1] for topic in table} for table in TABLES.values()]
    assert all(len(found) == 1 for found in tops)
    assert len(set().union(*tops)) == len(FILES) == 17
    assert sum(len(table) for table in TABLES.values()) == len(TABLE) >= 800


@pytest.mark.parametrize("name", FILES)
def test_the_files_read_line_by_line_say_what_yaml_says(name):
    by_line = {topic: {key: list(getattr(row, key)) for key in LISTS} for topic, row in parse_rows(FILES[name]).items()}
    by_yaml = {topic: {key: row.get(key, []) for key in LISTS} for topic, row in TABLES[name].items()}
    assert by_line == by_yaml


def test_rows_are_those_of_the_files():
    assert sorted(read_rows()) == sorted(TABLE)


def test_every_term_is_in_a_list_with_a_weight():
    for topic, row in TABLE.items():
        assert set(row) <= {"label", "example", *LISTS}, topic
        assert row["strong"], topic


@pytest.mark.parametrize("topic", TABLE)
def test_every_topic_is_found_in_its_example_or_one_below_it_that_stands_for_it(topic):
    example = TABLE[topic]["example"]
    all_of_them = EnrichConfig(max_topics=100)
    found = enrich_article(article(example, title=example), lexicon(), all_of_them).topics
    assert topic in {above for one in found for above in (one.id, *ancestors(one.id))}


@pytest.mark.parametrize(
    ("title", "text", "label"),
    [
        ("Fed lifts rates", "The central bank raised its interest rate by 0.25 points, to 5.5 per cent.", "athletics"),
        ("A galaxy of stars", "The movie premiere drew the film stars; the film opens in cinemas.", "astronomy"),
        ("Tornados over Syria", "RAF Tornado jets flew an air strike; Typhoon aircraft followed.", "windstorms"),
        ("Typhoons join in", "RAF Typhoon jets flew an air strike; each Typhoon carried bombs.", "hurricane"),
        ("Jet was shot down", "The bomber was shot down by a missile; the black box of the jet is lost.",
         "air and space accident and incident"),
        ("Common ground", "They found common ground, and common sense won on common land.", "government"),
    ],
)  # fmt: skip
def test_what_an_article_is_not_about(title, text, label):
    assert label not in [topic.label for topic in enriched(text, title=title).topics]


def test_tags_given_by_hand_get_the_label_of_what_they_mean():
    given = ("floods", "Climate", "football", "Cumbria", "Africa", "weather phenomena")
    found = enriched("Nothing much.", topics=given).topics
    assert tuple(topic.id for topic in found) == given
    assert [t.label for t in found] == ["flood", "climate change", "soccer", "Cumbria", "Africa", "weather phenomena"]


@pytest.mark.parametrize(
    ("title", "text", "label"),
    [
        ("Rebels shell the port", "Airstrikes and shelling killed twelve on the front line.", "armed conflict"),
        ("Envoys meet", "The foreign minister met the ambassador for talks; diplomats hoped for more.", "diplomacy"),
        ("Rate cut", "The central bank cut its interest rate; monetary policy will stay loose.", "monetary policy"),
        ("Village under water", "Floodwater rose after the river burst its banks; a flood warning stands.", "flood"),
        ("Late goal", "The striker scored in stoppage time and the goalkeeper wept; so did fans.", "soccer"),
        ("Jury out", "She pleaded not guilty; the prosecution closed its case and the jury left.", "trial (court)"),
        ("Warm seas", "Climate change and greenhouse gas emissions will raise the sea level.", "climate change"),
        ("Votes counted", "Polling stations closed and the general election result is near.", "election"),
        ("Shaken", "An earthquake of magnitude six and its aftershocks brought down houses.", "earthquake"),
        ("To the Moon", "The spacecraft left orbit, said the space agency; astronauts cheered.", "space exploration"),
        ("Outbreak", "The epidemic spread; a quarantine and a vaccine are planned.", "epidemic and pandemic"),
        ("Walkout", "Drivers went on strike; the general strike and the picket will last.", "labour strike"),
        ("Curtain", "The film director and the movie star left the box office happy.", "cinema"),
        ("Fees", "Undergraduates marched over tuition fees at the university campus.", "college and university"),
        ("In white", "The pontiff prayed with a bishop; the Vatican and the Catholic church watched.", "Catholicism"),
        ("Snow", "A blizzard brought snowfall and freezing temperatures; heavy snow lay.", "weather phenomena"),
        ("Offer", "The takeover bid failed; the merger is off, the stake is kept.", "merger or acquisition"),
    ],
)  # fmt: skip
def test_what_an_article_is_about(title, text, label):
    assert label in [topic.label for topic in enriched(text, title=title).topics]


def test_negative_terms_speak_against():
    war = enriched("The trade war grew: tariffs rose, and a price war among shops followed the war of words.")
    assert "armed conflict" not in [topic.label for topic in war.topics]


def test_evidence_points_at_the_words():
    found = enriched("Shelling went on. The ceasefire failed and airstrikes hit the rebels.")
    conflict = next(topic for topic in found.topics if topic.label == "armed conflict")
    assert [found.article.text[s.start : s.end] for s in conflict.evidence] == [
        "Shelling",
        "ceasefire",
        "airstrikes",
        "rebels",
    ]


def test_given_topics_come_first_and_are_not_found_again():
    text = "Airstrikes and shelling killed twelve fighters on the front line; diplomats and the foreign minister met."
    found = enriched(text, topics=("medtop:20000056", "Harbour life")).topics
    assert [(t.id, t.label, t.score, t.origin) for t in found[:2]] == [
        ("medtop:20000056", "armed conflict", 1.0, "given"),
        ("Harbour life", "Harbour life", 1.0, "given"),
    ]
    assert "medtop:20000056" not in [topic.id for topic in found[2:]]


def test_options_bound_the_topics():
    found = enriched(
        "Airstrikes, shelling, a ceasefire; the foreign minister, diplomats, the ambassador; election, polling station."
    ).article
    few = enrich_article(found, lexicon(), EnrichConfig(max_topics=1)).topics
    none = enrich_article(found, lexicon(), EnrichConfig(topic_threshold=99.0)).topics
    assert (len(few), len(none)) == (1, 0)


def test_scores_fall_and_the_unsure_is_left_alone():
    found = enriched("The shop sells blue paint and brushes on the corner.").topics
    assert found == ()
    scores = [t.score for t in enriched("Airstrikes and a ceasefire. Diplomats met the foreign minister.").topics]
    assert scores == sorted(scores, reverse=True)


def test_hints_at_several_topics_of_a_branch_add_up_to_the_branch():
    hints = "Researchers tried a telescope, a microscope and a laser; a fossil, a gene and an algorithm came up too."
    found = enriched(hints, title="What they saw").topics
    assert found
    assert {(ancestors(topic.id) or (topic.id,))[-1] for topic in found} == {"medtop:13000000"}


def test_a_specific_topic_stands_for_those_above_it():
    found = enriched("Skiers fell in the giant slalom; the downhill race and the super-g were put off.").topics
    assert [topic.label for topic in found][:1] == ["alpine skiing"]
    assert not {"skiing", "competition discipline", "sport"} & {topic.label for topic in found}


def test_where_nothing_is_sure_there_are_guesses_and_no_topics():
    found = enriched("The striker of the band met the mayor. Nobody knew why, and nobody asked them about it then.")
    assert found.topics == ()
    assert "soccer" in [topic.label for topic in found.guesses]
    assert all(topic.score < 1.0 and topic.evidence for topic in found.guesses)


def test_articles_with_topics_have_no_guesses():
    assert enriched("Nothing much.", topics=("Harbour",)).guesses == ()
    assert enriched("Airstrikes and shelling: the ceasefire is over.").guesses == ()


def test_a_word_written_with_a_capital_counts_only_so():
    with_capital = enriched("Labour and the Commons. Tories and Labour MPs met; Conservatives stayed away.")
    without = enriched("Hard labour on common land; liberal and conservative use of lime met with labour.")
    assert with_capital.topics
    assert without.topics == ()


def test_topics_take_time_in_proportion_to_the_text():
    sentence = "Airstrikes hit the port as the striker met the foreign minister of the central bank today. "
    texts = [sentence * size for size in (1_000, 10_000)]
    (small, few), (large, many) = ((replace(article("x"), text=text), tokenise(text)) for text in texts)
    assert find_topics(small, few, lexicon().topics, EnrichConfig()).topics
    assert_in_proportion(
        lambda: find_topics(small, few, lexicon().topics, EnrichConfig()),
        lambda: find_topics(large, many, lexicon().topics, EnrichConfig()),
    )
