import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_articles import enriched


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
