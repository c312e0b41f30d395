"""A summary: an article in, its deck or its best lead sentences out, word for word."""

from __future__ import annotations

from generator.model import Article, Block, Span, Summary

FEWEST, MOST = 20, 45
"""Words of a good summary. A lead of news style has 25 to 40; a longer one is taken whole rather than cut."""
_LEAD_SENTENCES = 6
_SHORTEST_DECK = 8
_BODY = frozenset(("paragraph", "item"))


def summarise(article: Article) -> Summary:
    """The deck when it says enough, else sentences from the beginning of the body until there are about 20 words."""
    deck = (article.deck or "").strip()
    if len(deck.split()) >= _SHORTEST_DECK:
        return Summary(text=deck)
    spans = _pick_lead(article)
    if not spans:
        return Summary(text=deck)
    return Summary(text=" ".join(_words(article, span) for span in spans), spans=spans)


def _pick_lead(article: Article) -> tuple[Span, ...]:
    """The first sentence that says something, and those after it in its block while it is short of words."""
    lead = _lead_sentences(article)
    start = next((n for n, span in enumerate(lead) if _says_something(_words(article, span))), 0)
    chosen: list[Span] = []
    size = 0
    for span in lead[start:]:
        words = len(article.text[span.start : span.end].split())
        if chosen and (size >= FEWEST or size + words > MOST):
            break
        chosen.append(span)
        size += words
    return tuple(chosen)


def _lead_sentences(article: Article) -> list[Span]:
    """The first sentences of the body: no heading, no caption."""
    lead: list[Span] = []
    blocks = iter([block for block in article.blocks if block.kind in _BODY] or article.blocks)
    block: Block | None = next(blocks, None)
    for span in article.sentences:
        while block is not None and block.span.end <= span.start:
            block = next(blocks, None)
        if block is None or len(lead) == _LEAD_SENTENCES:
            break
        if span.start >= block.span.start:
            lead.append(span)
    return lead


def _says_something(sentence: str) -> bool:
    """Whether a sentence can stand alone: several words, with an end; no line of links, no question to the reader."""
    return len(sentence.split()) >= 6 and sentence.rstrip("\"'”’)")[-1:] in (".", "!", "…")


def _words(article: Article, span: Span) -> str:
    return " ".join(article.text[span.start : span.end].split())
