"""Names within one article: shapes, short forms, people apart, places by context, roles, demonyms."""

from datetime import date

import pytest
from short_articles import enriched, mentions, named

from generator.enrich.names.centres import find_centres, load_centres
from generator.enrich.names.cities import PACKAGED, format_city, read_library
from generator.enrich.names.plain_words import PlainWords
from generator.model import Dateline
from generator.packaged import read_lines


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Oakes said so. The architect, Douglas Cardinal, came. Then Cardinal left.", {"Douglas Cardinal", "Oakes"}),
        ("The author is Ruthven B. Oakes of Dunmore.", {"Ruthven B. Oakes"}),
        ("In 1970 Nguyen Van Dinh fled, and Dinh wept.", {"Nguyen Van Dinh"}),
        ("Police said Chen Guangming fled. Chen was found.", {"Chen Guangming"}),
        ("Manager Henk van der Velde sat down. Van der Velde smiled.", {"Henk van der Velde"}),
        ("Kelly-Ann Moxon ran. He said Kelly-Ann was fast.", {"Kelly-Ann Moxon"}),
        ("She thanked her mother, Rosalba, and wept.", {"Rosalba"}),
        ("Qadoura Fares, chairman of the club, spoke.", {"Qadoura Fares"}),
        ("County Executive Kathy Dahlquist spoke.", {"Kathy Dahlquist"}),
        ("Enter Kaufmann and his plan. Peter Kaufmann wrote it.", {"Peter Kaufmann"}),
        ("Orlando Hernandez won. They flew to Orlando.", {"Orlando Hernandez"}),
        ("Singer Delphine Marsh cancelled. Match-winner Jaden Okafor ran.", {"Delphine Marsh", "Jaden Okafor"}),
        ("Kestrix Chief Executive Joost van Hattem left.", {"Joost van Hattem"}),
        ("Major General Deepak Thapa spoke.", {"Deepak Thapa"}),
        ("She was freed, and his lawyer, Joke Claes, wept.", {"Joke Claes"}),
        ('"Ash is no snow," said Lautaro Peralta, a rancher.', {"Lautaro Peralta"}),
        ("The doctor, Tobias Thring KC, spoke.", {"Tobias Thring"}),
        ("Interior Minister Wilfredo Huamán Quispe spoke. They asked Huamán to go.", {"Wilfredo Huamán Quispe"}),
        ("Police said Nguyen Thi Hong Van resigned. Park Sung-min did not.", {"Nguyen Thi Hong Van", "Park Sung-min"}),
        ("They queue outside Haruto Nishimura's shop.", {"Haruto Nishimura"}),
        ("Hurricane Ida Pounds Louisiana. Novartis sold it to Private Equity.", set()),
        ("Cabinet minister Wanjiku Mboya and novelist Ifeoma Chukwuma met.", {"Wanjiku Mboya", "Ifeoma Chukwuma"}),
    ],
)
def test_people(text, names):
    assert set(named(enriched(text), "person")) == names


@pytest.mark.parametrize(
    "text",
    [
        "Bright Futures Await Graduates. Faith Groups Meet. The Unforgettable Faces tour began.",
        "The Roman Catholic priest prayed, and a Mohawk dancer sang.",
        "They heard Desert Nomads and read Breathing Lessons twice.",
        "New Year's Eve was calm.",
    ],
)
def test_titles_and_headings_are_no_people(text):
    assert named(enriched(text), "person") == {}


def test_husband_and_wife_are_told_by_their_titles():
    found = enriched(
        "Delphine Farnsworth sang. Leo Farnsworth clapped. Mrs. Farnsworth bowed and Mr Farnsworth cheered.",
        "Ms Farnsworth left.",
    )
    assert [entity for _, entity in mentions(found)] == [
        "person/delphine-farnsworth",
        "person/leo-farnsworth",
        "person/delphine-farnsworth",
        "person/leo-farnsworth",
        "person/delphine-farnsworth",
    ]


def test_father_and_son_are_two():
    found = enriched("Samuel Walsh and his son Samuel Walsh Jr. ran the mill.")
    assert list(named(found, "person")) == ["Samuel Walsh", "Samuel Walsh Jr."]


def test_a_given_name_alone_is_somebody_named_in_full():
    found = enriched("Mildred Oakes and her husband, Stanley Oakes, built it. After Stanley died, Mildred stayed.")
    assert named(found, "person") == {
        "Mildred Oakes": ["Mildred", "Mildred Oakes"],
        "Stanley Oakes": ["Stanley", "Stanley Oakes"],
    }


def test_one_word_that_acts_and_is_he_is_a_person():
    found = enriched(
        "They praised Olowu. In his youth Olowu carved doors, and he sold them. Olowu's son kept his tools."
    )
    assert list(named(found, "person")) == ["Olowu"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was bought by World Weavers, Inc. on Friday.", "World Weavers, Inc."),
        ("The architects Anna Holt and Partners drew it.", "Anna Holt and Partners"),
        ("The National Search and Rescue Agency sent boats.", "National Search and Rescue Agency"),
        ("Prayers were said at St Botwulf's Church for them.", "St Botwulf's Church"),
        ("They met the Women's Institute of the town.", "Women's Institute"),
        ("The Dunmore Raptors lost, but the Toronto Raptors won.", "Toronto Raptors"),
        ("Real Marvaux drew with a weak side.", "Real Marvaux"),
        ("The survey was conducted by Sunovex for the town.", "Sunovex"),
        ("He is an analyst at Tessarect in the town.", "Tessarect"),
        ("Shares in Tessarect fell.", "Tessarect"),
        ("Its rival Tessarect, which employs 400 people, gained.", "Tessarect"),
        ("People met at the Plastikon factory.", "Plastikon"),
        ("According to Matin-Sud, a local newspaper, it rained.", "Matin-Sud"),
        ("The bill died in the Ohio Legislature.", "Ohio Legislature"),
        ("It was written up in the journal Coastal Botany last year.", "Coastal Botany"),
        ('He wrote "no". Foreign Ministry spokesman Al Roe shrugged.', "Foreign Ministry"),
    ],
)
def test_organisations(text, name):
    assert name in named(enriched(text), "organisation")


def test_two_bodies_joined_by_and_the_are_two():
    found = enriched("They asked the Commission of Fine Crafts and the Harbour Planning Board.")
    assert list(named(found, "organisation")) == ["Commission of Fine Crafts", "Harbour Planning Board"]


@pytest.mark.parametrize(
    "text",
    [
        "The International Relief Group (IRQG) met. The IRQG left.",
        "IRG (International Relief Group) met. The IRG left.",
        "The International Relief Group, or IRG, met. The IRG left.",
        "The Free Sailing Association (FSA) met. The FSA left.",
    ],
)
def test_letters_are_bound_to_the_long_name_both_ways(text):
    assert len(named(enriched(text), "organisation")) == 1


def test_a_company_is_known_without_its_legal_form():
    found = enriched("Dunmore Textiles Inc. rose. Dunmore Textiles makes cloth. Analysts like Dunmore.")
    assert named(found, "organisation") == {
        "Dunmore Textiles Inc.": ["Dunmore", "Dunmore Textiles", "Dunmore Textiles Inc."]
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kremlin denied it.", "organisation"),
        ("Crowds sang outside the Kremlin.", "place"),
        ("The White House said no.", "organisation"),
        ("Reporters waited near the White House.", "place"),
        ("Downing Street was silent.", "organisation"),
        ("Protesters stood outside Downing Street.", "place"),
    ],
)
def test_seats_of_power_are_bodies_or_places_by_the_words_around(text, kind):
    (entity,) = enriched(text).entities
    assert entity.kind == kind
    assert (entity.latitude is not None) == (kind == "place")


def test_the_house_is_a_parliament_where_one_is_spoken_of():
    assert "House of Representatives" in named(enriched("The Senate voted after the House did."), "organisation")
    assert named(enriched("They looked at the House and left."), "organisation") == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Moscow court fined him.", "Moscow"),
        ("Sen. Ann Holt, D-Maine, spoke.", "Maine"),
        ("Alan Roe, the Boston and Skegness MP, was there.", "Skegness"),
        ("The Leeds-based firm grew.", "Leeds"),
        ("Rockets fell from Cape Canaveral Air Force Station.", "Cape Canaveral Air Force Station"),
        ("Shops off Jalan Bukit Merahan burned.", "Jalan Bukit Merahan"),
        ("It rained in the Andes and along the Danube.", "Danube"),
        ("CAIRO - Ministers met on Sunday.", "Cairo"),
        ("Bishop Hector Arbel of Tibun prayed.", "Tibun"),
    ],
)
def test_places(text, name):
    assert name in named(enriched(text), "place")


@pytest.mark.parametrize(
    "text",
    ["A campaign to Save the Hall began.", "They looked at a yellow Labrador.", "The Mesopotamian kingdom fell."],
)
def test_no_places(text):
    assert named(enriched(text), "place") == {}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Sergei Lavrov, the foreign minister, spoke.", "foreign minister"),
        ("Jane Roe, chief executive of Dunmore Textiles, left.", "chief executive of Dunmore Textiles"),
        ("Peter Kay, 45, a spokesman for the Harbour Board, came.", "spokesman for the Harbour Board"),
        ("Novelist Ifeoma Chukwuma, who won, smiled.", None),
    ],
)
def test_a_role_may_follow_a_name(text, role):
    person = next(entity for entity in enriched(text).entities if entity.kind == "person")
    assert person.roles == ((role,) if role else ())


def test_demonyms_speak_of_countries_and_name_no_place():
    found = enriched("Russian jets met UK airstrikes over Syria. The Kurdish side watched Russian films.")
    read = [(found.article.text[d.span.start : d.span.end], d.country) for d in found.demonyms]
    assert read == [("Russian", "RU"), ("UK", "GB"), ("Russian", "RU")]
    assert list(named(found, "place")) == ["Syria"]


def test_the_dateline_gives_a_place_without_a_mention():
    found = enriched("It rained all day.", dateline=Dateline(place="LONDON, England", date=date(2015, 12, 9)))
    assert [(entity.id, entity.names) for entity in found.entities] == [("place/london", ())]
    assert found.mentions == ()


def test_everyday_words_are_known_inflected():
    words = PlainWords(frozenset(("bake", "plan", "city", "walk")), frozenset(("Baker", "Walker")))
    assert all(map(words.holds, ("Planning", "Cities", "Baking", "Walked", "Investigations", "Happiness")))
    assert not any(map(words.holds, ("Baker", "Walker", "Putin", "Jeter")))
    assert words.is_common("Walker")


def test_packaged_cities_are_the_librarys():
    cities = read_library(PACKAGED)
    assert read_lines("generator.enrich", "names/cities.tsv") == [format_city(city) for city in cities]
    assert load_centres() == dict(find_centres(cities))


def test_lists_hold_one_word_once():
    for name in ("names/given_names.txt", "names/surnames.txt", "names/common_words.txt"):
        words = [word for line in read_lines("generator.enrich", name) for word in line.split()]
        assert len(words) == len(set(words)), name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Marlow County Sheriff's Office said so.", {"Marlow County Sheriff's Office"}),
        ("He joined the Socialist Workers' Party.", {"Socialist Workers' Party"}),
        ("She works at King's College Hospital now.", {"King's College Hospital"}),
        ("He was taught at the Royal Academy of Music with the Latvian cellist.", {"Royal Academy of Music"}),
        ("Bank of Japan Holds Rates", {"Bank of Japan"}),
        ("The Central Bureau of Investigation on Friday came.", {"Central Bureau of Investigation"}),
        ("They sued at the 5th U.S. Circuit Court of Appeals.", {"5th U.S. Circuit Court of Appeals"}),
        ("The China Road and Bridge Corporation will build it.", {"China Road and Bridge Corporation"}),
        ("Fans saw Liverpool striker Anna Holt fall.", {"Liverpool"}),
        ("Shares in Velmora Plastics jumped. Later Velmora fell.", {"Velmora Plastics"}),
        ("Pfizer, Moderna and Gardavax sent samples.", {"Pfizer", "Moderna", "Gardavax"}),
        ("Archbishop Javier del Solar prayed.", set()),
    ],
)
def test_organisations_by_what_their_names_are_made_of(text, names):
    assert set(named(enriched(text), "organisation")) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Stocks fell on Wall Street after the Africa Cup of Nations.", set()),
        ("The U.S. District Judge sat.", set()),
        ("She was in Davao City.", {"Davao"}),
        ("They fled Bakhmut, Merrowka and Chasiv Yar.", {"Bakhmut", "Merrowka", "Chasiv Yar"}),
        ("The worst are Baglung, Myagdi and Parbat districts.", {"Baglung", "Myagdi", "Parbat"}),
        ('She was in "The Last Kingdom" then.', set()),
    ],
)
def test_places_by_the_words_around(text, names):
    assert set(named(enriched(text), "place")) == names
