import pytest
from short_articles import article, enriched, lexicon

from generator.config import EnrichConfig
from generator.enrich.article import enrich_article
from generator.enrich.wordlists import read_table
from generator.vocabulary.mediatopics import ancestors, load_media_topics

TABLE = read_table("topics.yml")


def test_rules_name_concepts_by_their_labels():
    concepts = load_media_topics()
    table = read_table("topics.yml")
    assert {topic: row["label"] for topic, row in table.items()} == {topic: concepts[topic].label for topic in table}


def test_rules_cover_the_tree():
    table = read_table("topics.yml")
    assert len(table) >= 120
    assert {(ancestors(topic) or (topic,))[-1] for topic in table} == {
        concept.id for concept in load_media_topics().values() if concept.parent is None
    }


def test_every_term_is_in_a_list_with_a_weight():
    for topic, row in read_table("topics.yml").items():
        assert set(row) <= {"label", "strong", "terms", "against", "also", "example"}, topic
        assert row["strong"], topic


@pytest.mark.parametrize("topic", TABLE)
def test_every_topic_is_found_in_its_example(topic):
    example = TABLE[topic]["example"]
    all_of_them = EnrichConfig(max_topics=100)
    found = enrich_article(article(example, title=example), lexicon(), all_of_them).topics
    assert topic in [one.id for one in found]


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
