import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_articles import enriched

from generator.enrich.wordlists import read_table


def said(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    found = enriched(*paragraphs)
    return [(found.article.text[q.span.start : q.span.end], q.speaker, q.cue) for q in found.quotes]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ('"We will rebuild the old bridge," Anna Whitlock said.', "Anna Whitlock", "said"),
        ('"We will rebuild the old bridge," said Anna Whitlock, the mayor.', "Anna Whitlock", "said"),
        ("“We will rebuild the old bridge,” said Anna Whitlock.", "Anna Whitlock", "said"),
        ("``We will rebuild the old bridge,'' said Anna Whitlock.", "Anna Whitlock", "said"),
        ("‘We will rebuild the old bridge,’ said Anna Whitlock.", "Anna Whitlock", "said"),
        ('Anna Whitlock told the council: "We will rebuild the old bridge."', "Anna Whitlock", "told"),
        ('"We will rebuild the old bridge," according to Anna Whitlock.', "Anna Whitlock", "according to"),
        ('According to Anna Whitlock, "the old bridge will be rebuilt".', "Anna Whitlock", "according to"),
        ('Anna Whitlock, who leads the council, said "we will rebuild it".', "Anna Whitlock", "said"),
        ('"We will rebuild the old bridge," a spokeswoman added.', "a spokeswoman", "added"),
        ('"We will rebuild the old bridge," the Kremlin said in a statement.', "Kremlin", "said"),
        ('"We will rebuild the bridge," sobbed 19-year-old Anna Whitlock.', "Anna Whitlock", "sobbed"),
        ('The plan was described as "a bridge to nowhere" by Anna Whitlock.', "Anna Whitlock", "described"),
        ('The inquiry found "a culture of looking away" there.', "The inquiry", "found"),
        ('It had "lost all power" after leaving port, according to a report.', "a report", "according to"),
        ('Anna Whitlock, who led the study, calls it "a bridge of air".', "Anna Whitlock", "calls"),
        ('Anna Whitlock says of the mayor\'s promises: "I could paper a wall."', "Anna Whitlock", "says"),
        ('Sources close to the mayor said the bridge was "a lost cause".', "Sources close to the mayor", "said"),
        ('The union met Anna Whitlock. "It was a good talk," she said.', "Anna Whitlock", "said"),
        (
            'Traders saw what the firm\'s chief executive said was "a tide of steel".',
            "the firm's chief executive",
            "said",
        ),
    ],
)
def test_speaker_and_cue(text, speaker, cue):
    (quote,) = said(text)
    assert quote[1:] == (speaker, cue)


def test_a_surname_and_a_pronoun_are_the_person():
    found = said(
        "Anna Whitlock opened the hall.",
        '"The roof was the hardest part," Whitlock said. "It took us two winters," she added.',
    )
    assert [speaker for _, speaker, _ in found] == ["Anna Whitlock", "Anna Whitlock"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Maria Pohl said she was tired. "I have no opinion about Vladimir Putin," she said.', "Maria Pohl"),
        ('"I have no opinion about Vladimir Putin," she said.', None),
        ('Maria Pohl came because her nephew is a mechanic. "I should like the boy home," she said.', "Maria Pohl"),
        (
            'Barack Obama agreed. In the town, a resident was less moved. "The sky is never quiet," he said.',
            "a resident",
        ),
        ('Barack Obama agreed. "The sky is never quiet at night," said a resident of Raqqa.', "a resident of Raqqa"),
        ('Barack Obama agreed. "The sky is never quiet at night," said the mayor.', "the mayor"),
        ('Barack Obama agreed. "The sky is never quiet at night," she said.', None),
        ('Anna Pohl queued. She had voted for David Cameron. "I want cheaper bread," she said.', "Anna Pohl"),
        ('Peter Marsh spoke after Anna Pohl. "I want cheaper bread," he said.', "Peter Marsh"),
        ('Mr Okonjo spoke and Mrs Adeyar nodded. "I want cheaper bread," she said.', "Adeyar"),
        ('Anna Pohl, a nurse, had waited for hours. "I want cheaper bread," she said.', "Anna Pohl"),
        ('About 20 people came. "I want cheaper bread," said one, Anna Pohl, of York.', "Anna Pohl"),
        ('About 20 people came. "I want cheaper bread," said one.', None),
        ('A baker in the town, who gave no name, said that he had been told to wait "for weeks and weeks".', "A baker"),
        ('An official, speaking in private, said it had been noted and was handled "in the usual way".', "An official"),
        ('Thousands of people threw hats and chanted "give us our bread".', "Thousands of people"),
        ('"I laugh a lot," said a porter who left and asked for tea. "It was good tea."', "a porter"),
    ],
)
def test_a_wrong_speaker_is_worse_than_none(text, speaker):
    assert {found for _, found, _ in said(text)} == {speaker}


def test_a_quoted_paragraph_after_who_said_it_is_theirs_too():
    found = said(
        '"We heard two jets go by," cafe owner Andreas Pavlis told the paper.', '"My wife saw it on television."'
    )
    assert [speaker for _, speaker, _ in found] == ["Andreas Pavlis", "Andreas Pavlis"]


def test_names_of_either_sex_are_in_one_list():
    names = read_table("quotes/name_genders.yml")
    assert not set(names["he"]) & set(names["she"])


def test_a_quotation_over_two_blocks_has_one_speaker():
    found = said(
        'Anna Whitlock said: "The roof was the hardest part of it all.',
        '"The walls took two winters and the floor a third."',
    )
    assert [speaker for _, speaker, _ in found] == ["Anna Whitlock", "Anna Whitlock"]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "miracle" cure failed.',
        'He sang "Blue Moon" at the gala.',
        "The workers' boots and the farmers' carts stood there.",
        "It’s the miners’ lamp that Anna's father kept.",
    ],
)
def test_scare_quotes_titles_and_apostrophes_are_left_alone(text):
    assert said(text) == []


def test_the_span_holds_the_words_and_their_marks():
    assert said('Anna Whitlock said "the old bridge is safe" today.')[0][0] == '"the old bridge is safe"'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ministers were accused by Anna Whitlock of “sleepwalking into a crisis”.", "Anna Whitlock"),
        ('"They fled," the paper quoted Anna Whitlock as saying.', "Anna Whitlock"),
        ("Anna Whitlock, mayor of York, came. “We shall rebuild it,” the mayor said.", "Anna Whitlock"),
        ("Vice President Anna Whitlock came. “We shall rebuild it,” the president said.", "the president"),
        ("Anna Whitlock, an officer, came. “Stop right there now,” the officer said.", "the officer"),
        ("Anna Whitlock said it was “slow” and “deaf to complaint”.", "Anna Whitlock"),
        ("Anna Whitlock was brief: “No.”", "Anna Whitlock"),
        ("He said rebel claims were “lies made for television”.", None),
        (
            "Governor Ann Field came on Tuesday. “My brother's phone rang until noon,” said He Weiming, who waits.",
            "He Weiming",
        ),
    ],
)
def test_who_is_meant(text, speaker):
    assert {found for _, found, _ in said(text)} == {speaker}


def test_a_speaker_with_a_name_is_an_entity_and_one_without_is_none():
    quotes = enriched("“We shall rebuild it,” Anna Whitlock said. “Never,” said a neighbour.").quotes
    assert [(q.speaker, q.entity) for q in quotes] == [
        ("Anna Whitlock", "person/anna-whitlock"),
        ("a neighbour", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On “Morning Table,” she called on the mayor to resign.",
        'Anna Whitlock said the "clean" plant had been fined.',
        "The scheme, called “Fresh Start”, will pay for classes.",
        'The sign on the door said "Closed for the season".',
        "Walter “Buster” Crane, who said little, has died.",
        "In the '80s the miners' wives said little, and the '90s debts remain.",
    ],
)
def test_marks_beside_a_verb_of_saying_that_quote_nobody(text):
    assert said(text) == []


def test_every_cue_that_names_or_is_a_noun_is_a_cue():
    table = read_table("quotes/quotes.yml")
    assert set(table["naming"]) <= set(table["cues"])
    assert set(table["many"]) <= set(table["people"])
    assert set(table["owners"]) <= set(table["determiners"])


PIECES = st.sampled_from(
    ['"', "“", "”", "‘", "’", "``", "''", "said", "Anna Whitlock", "she", ",", ".", "the", "bridge", "told"]
)


@given(st.lists(PIECES, max_size=40), st.lists(PIECES, max_size=10))
def test_any_marks_give_ordered_quotations(first, second):
    found = enriched(" ".join(first) or "x", " ".join(second) or "y")
    end = 0
    for quote in found.quotes:
        assert end <= quote.span.start < quote.span.end <= len(found.article.text)
        end = quote.span.end


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # several verbs in the sentence: the one whose subject can speak
        ('Anna Pohl said that if the practice continues, there will "never be a fair price".', "Anna Pohl"),
        ('Peter Marsh wept, Anna Pohl said, adding that the town was "beyond repair".', "Anna Pohl"),
        ('The union hit back, with Anna Pohl accusing the mayor of "hiding from his own voters".', "Anna Pohl"),
        ('On the programme "First Light" Anna Pohl said she had seen "nothing like it in years".', "Anna Pohl"),
        ('"There is no more bread," tweeted former Trade and Industry Secretary Anna Pohl.', "Anna Pohl"),
        ('"There is no more bread," Anna Pohl, a spokesperson said.', "Anna Pohl"),
        ('Anna Pohl went on to praise the bakers for "getting up at three when all others slept".', "Anna Pohl"),
        # who is put forward most
        ('Peter Marsh met his counterpart, Karl Berg, in Vienna. He said prices were "far too high".', "Peter Marsh"),
        ('Anna Pohl wrote to Ruth Berg. She was angry. She said it was "a very long winter".', "Anna Pohl"),
        ('Actor Peter Marsh is ill. The young actor rests at home. "I eat bread," he said.', "Peter Marsh"),
        ('Asked about Karl Berg, Peter Marsh smiled. "He bakes well," he said.', "Peter Marsh"),
    ],
)
def test_the_speaker_is_weighed_among_all_who_are_named(text, speaker):
    assert {found for _, found, _ in said(text)} - {None} == {speaker}


@pytest.mark.parametrize(("first", "second"), [('"', '"'), ("“", "“"), ("“", '"')])
def test_each_sentence_of_a_quotation_may_open_with_a_mark(first, second):
    text = f"Anna Pohl said: {first}We bake at night. {second}We sell at dawn.{second.replace('“', '”')} It rained."
    assert said(text) == [
        (f"{first}We bake at night.", "Anna Pohl", "said"),
        (f"{second}We sell at dawn.{second.replace('“', '”')}", "Anna Pohl", "said"),
    ]


def test_no_word_of_the_lists_is_read_as_a_truth_value():
    table = read_table("quotes/quotes.yml")
    assert all(isinstance(word, str) for words in table.values() if isinstance(words, list) for word in words)
