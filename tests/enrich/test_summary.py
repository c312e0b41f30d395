from short_articles import article, enriched

from generator.enrich.summary import summarise

LEAD = (
    "The harbour board closed the northern pier on Monday after divers found that two of its oldest "
    "pillars had moved by a hand's breadth since the storms of January."
)


def test_a_deck_is_the_summary():
    deck = "Divers find that the old pier has moved, and the board acts at once"
    assert summarise(article(LEAD, deck=deck)).text == deck


def test_the_lead_word_for_word_with_its_span():
    found = enriched(LEAD, "Boats must use the southern pier.").summary
    assert found.text == LEAD
    assert [(span.start, span.end) for span in found.spans] == [(0, len(LEAD))]


def test_a_short_lead_takes_the_next_sentence():
    found = summarise(article("The northern pier is now closed. " + "Divers found that two of its pillars had moved."))
    assert found.text == "The northern pier is now closed. Divers found that two of its pillars had moved."


def test_lines_that_say_nothing_are_passed_over():
    assert summarise(article("Watch: the pier", LEAD)).text == LEAD


def test_nothing_to_summarise():
    assert summarise(article("")).text == ""
