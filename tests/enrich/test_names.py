import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_articles import enriched, mentions, named

from generator.slugs import slugify


def test_full_name_then_surname_title_and_possessive():
    found = enriched(
        "Prime Minister David Cameron spoke to Vladimir Putin. Mr Cameron was brief.",
        "Cameron's aides waited. So did Cameron’s guests and President Putin.",
    )
    assert mentions(found) == [
        ("David Cameron", "person/david-cameron"),
        ("Vladimir Putin", "person/vladimir-putin"),
        ("Cameron", "person/david-cameron"),
        ("Cameron", "person/david-cameron"),
        ("Cameron", "person/david-cameron"),
        ("Putin", "person/vladimir-putin"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reporters asked President Putin about the talks.", "Vladimir Putin"),
        ("The motion was put by Prime Minister Cameron.", "David Cameron"),
        ("Chancellor Merkel had no comment.", "Angela Merkel"),
        ("Troops loyal to Assad held the hill.", "Bashar al-Assad"),
        ("Pope Francis spoke from the balcony.", "Pope Francis"),
        ("The letter was signed by Secretary-General Ban Ki-moon.", "Ban Ki-moon"),
        ("A spokesman for Jean-Claude Juncker declined to comment.", "Jean-Claude Juncker"),
        ("Rebels said Bashar al Assad must go.", "Bashar al-Assad"),
        ("Talks with Ursula von der Leyen ended late.", "Ursula von der Leyen"),
    ],
)
def test_often_named_people_have_their_full_name(text, name):
    assert list(named(enriched(text), "person")) == [name]


@pytest.mark.parametrize(
    ("year", "name"), [(1990, "George H. W. Bush"), (2003, "George W. Bush"), (1997, "Bill Clinton")]
)
def test_the_year_tells_which_president(year, name):
    from datetime import date

    surname = name.split()[-1]
    assert list(named(enriched(f"They met President {surname} at noon.", published=date(year, 6, 1)), "person")) == [
        name
    ]


def test_two_people_of_one_surname_are_kept_apart():
    found = enriched(
        "Hannah Marlowe opened the hall. Marlowe thanked the builders.",
        "Peter Marlowe, a baker, said he would come again. Marlowe left early.",
    )
    assert [entity for _, entity in mentions(found)] == [
        "person/hannah-marlowe",
        "person/hannah-marlowe",
        "person/peter-marlowe",
        "person/peter-marlowe",
    ]


def test_a_role_is_kept_and_is_no_part_of_the_name():
    found = enriched("Russian Foreign Minister Sergei Lavrov and Kremlin spokesman Dmitry Peskov flew home.")
    roles = {entity.name: entity.roles for entity in found.entities if entity.kind == "person"}
    assert roles == {
        "Sergei Lavrov": ("Russian Foreign Minister",),
        "Dmitry Peskov": ("Kremlin spokesman",),
    }


@pytest.mark.parametrize("form", ["Daesh", "ISIS", "ISIL", "Islamic State"])
def test_islamic_state_is_one_organisation(form):
    assert list(named(enriched(f"Jets bombed positions of {form} near the river."), "organisation")) == [
        "Islamic State"
    ]


def test_aliases_are_seen_under_one_name():
    found = enriched("Britain voted. The UK joined NATO allies, and the United Kingdom paid. ISIS, or Daesh, fled.")
    assert set(named(found, "place")["United Kingdom"]) == {"Britain", "UK", "United Kingdom"}
    assert set(named(found, "organisation")["Islamic State"]) == {"ISIS", "Daesh"}


def test_an_acronym_stands_for_the_name_it_followed():
    found = enriched("The Harbour Safety Board (HSB) met. Later the HSB closed the pier.")
    assert named(found, "organisation") == {"Harbour Safety Board": ["HSB", "Harbour Safety Board"]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She works for the Ministry of Fisheries in Oslo.", "Ministry of Fisheries"),
        ("He studied at Hillcrest University for years.", "Hillcrest University"),
        ("The orders of the Defense Ministry were plain.", "Defense Ministry"),
        ("Shares of Dunmore Textiles Inc rose again.", "Dunmore Textiles Inc"),
        ("A study by the Center on Poverty and Inequality found more.", "Center on Poverty and Inequality"),
        ("British parliament voted for the motion.", "British parliament"),
        ("Flights of the airline Brightwing were late.", "Brightwing"),
    ],
)
def test_organisations_by_the_shape_of_their_names(text, name):
    assert name in named(enriched(text), "organisation")


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Fighting went on in Aleppo and Mosul.", "Aleppo", "SY"),
        ("The flight left Moscow at dawn.", "Moscow", "RU"),
        ("The train to Reading was late.", "Reading", "GB"),
        ("They moved to Cambridge, Massachusetts, in spring.", "Cambridge", "US"),
        ("Peace in the Middle East is far away.", "Middle East", None),
        ("Rebels held Raqqa for a year.", "Raqqa", "SY"),
        ("Kiev was quiet.", "Kyiv", "UA"),
    ],
)
def test_places_know_their_country(text, place, country):
    found = {entity.name: entity for entity in enriched(text).entities if entity.kind == "place"}
    assert found[place].country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The fire broke out in Elm Lane, Ashby, at noon.", "Ashby"),
        ("The march in North Hamgyong was called off.", "North Hamgyong"),
        ("They stopped in the Trevanion region for a night.", "Trevanion"),
        ("They reached the village of Penharrow.", "Penharrow"),
        ("Boats crossed Lake Merrow at dawn.", "Lake Merrow"),
        ("A tram ran down the Rue de Marvaux all night.", "Rue de Marvaux"),
    ],
)
def test_small_places_are_told_by_the_words_around(text, name):
    assert name in named(enriched(text), "place")


@pytest.mark.parametrize(("name", "north", "east"), [("France", 47, 3), ("Texas", 31, -97), ("Fiji", -18, 178)])
def test_countries_and_states_lie_where_their_people_live(name, north, east):
    (place,) = (
        entity for entity in enriched(f"The minister flew to {name} on Monday.").entities if entity.name == name
    )
    assert place.latitude == pytest.approx(north, abs=1)
    assert place.longitude == pytest.approx(east, abs=1)


def test_cities_have_coordinates():
    found = enriched("The flight left Moscow at dawn.")
    moscow = found.entities[0]
    assert moscow.latitude == pytest.approx(55.75, abs=0.1)
    assert moscow.longitude == pytest.approx(37.62, abs=0.1)


@pytest.mark.parametrize(
    "text",
    [
        "Russian jets flew low, and British sailors watched them.",
        "On Monday it rained. In March it had snowed.",
        "UK airstrikes went on, and U.S. troops came home.",
        "The Nice weather held, said the woman. Nice weather helps.",
        "However, many people stayed. Officials said nothing.",
        "Bastille Day was calm.",
    ],
)
def test_ordinary_words_are_no_names(text):
    assert mentions(enriched(text)) == []


def test_a_surname_is_not_the_city_of_that_name():
    found = enriched("Anna Houston runs the shop. Houston opened it last year.")
    assert named(found, "place") == {}
    assert named(found, "person") == {"Anna Houston": ["Anna Houston", "Houston"]}


def test_a_dateline_in_capitals_is_a_place():
    assert ("NEW YORK", "place/new-york") in mentions(enriched("NEW YORK (AP) - A lorry turned over on a bridge."))


WORDS = st.sampled_from(
    (
        "Putin Cameron's Paris , . the of President Mr \" ( ) UN al-Assad said in U.S. Kim Jong-un Bank and A É "
        "«x» ‘y’ 7 Nov. Ministry for York's NEW"
    ).split()
)


@given(st.lists(WORDS, max_size=40), st.lists(WORDS, max_size=10))
def test_mentions_are_in_order_apart_and_belong_to_an_entity(first, second):
    found = enriched(" ".join(first) or "x", " ".join(second) or "y")
    end = 0
    ids = {entity.id: entity for entity in found.entities}
    for mention in found.mentions:
        assert end <= mention.span.start < mention.span.end <= len(found.article.text)
        end = mention.span.end
        text = found.article.text[mention.span.start : mention.span.end]
        assert not text.endswith(("'s", "’s"))
        assert ids[mention.entity].kind == mention.kind
    for entity in found.entities:
        assert entity.id == f"{entity.kind}/{slugify(entity.name)}"
        assert sum(name.count for name in entity.names) == sum(m.entity == entity.id for m in found.mentions)


def test_somebody_is_from_a_place():
    found = enriched("Rezan Haji spoke. A teacher from Zamrud, who had fled, listened.")
    assert list(named(found, "place")) == ["Zamrud"]


def test_a_word_that_begins_a_sentence_is_no_part_of_a_known_name():
    assert list(named(enriched("Provisional Met Office figures show it."), "organisation")) == ["Met Office"]


def test_towns_in_one_list_are_places():
    found = enriched("Homes were flooded in Carlisle, Keswick, Appleby and Kendal.")
    assert list(named(found, "place")) == ["Carlisle", "Keswick", "Appleby", "Kendal"]
    assert list(named(enriched("Vladimir Putin came. In Carlisle, Cameron and Putin met."), "place")) == ["Carlisle"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("In Argentina and Buenos Aires people waited while Congress met.", "Argentine Congress"),
        ("In Washington and New York people waited while Congress met.", "US Congress"),
        ("The US Congress met, then Congress rose.", "US Congress"),
        ("In France and Germany people waited while Congress met.", "Congress"),
    ],
)
def test_bodies_of_the_same_name_are_told_apart_by_country(text, body):
    assert list(named(enriched(text), "organisation")) == [body]


def test_a_space_station_is_no_place():
    found = enriched("They reached the International Space Station. The ISS is old.")
    assert found.entities == ()


def test_names_have_their_accents_and_ids_none():
    found = enriched("Hugo Chavez spoke. Chavez left. President Nicolas Maduro stayed; Maduro waved.")
    assert [(e.id, e.name) for e in found.entities] == [
        ("person/hugo-chavez", "Hugo Chávez"),
        ("person/nicolas-maduro", "Nicolás Maduro"),
    ]


def test_roles_are_whole_words_that_say_something():
    found = enriched("Maj. Tim Holt met Chair Janet Yellen and Prof Ada Lang.")
    assert {e.name: e.roles for e in found.entities} == {
        "Tim Holt": ("Major",),
        "Janet Yellen": (),
        "Ada Lang": ("Professor",),
    }
