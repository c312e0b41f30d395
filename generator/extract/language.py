"""The language a text is written in, as a BCP 47 tag: `en`, `fr`. None when there is too little text to tell.

The model is packaged data: loaded once, when first asked for, and never different within a run.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Languages news is published in widely; fewer to choose from is fewer to mistake (the model knows 97).
_LANGUAGES = (
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id is it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv sw ta"
    " th tr uk ur vi zh"
).split()
_LEAST_LETTERS = 60
_MOST_LETTERS = 1000
_NO_LETTERS = re.compile(r"[\W\d_]+")
_LEAST_PROBABILITY = 0.9


@cache
def _load_identifier() -> Any:
    # Loading takes a third of a second: only when a text is long enough to need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 0.4 or later

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    return identifier


# "the" is in every English sentence but one or two, and in no other language.
_ENGLISH_WORD = " the "
_ENGLISH_EVERY = 60


def _is_plainly_english(text: str, least: int) -> bool:
    """Told without the model, which costs a tenth of the time that reading an article takes."""
    count = text.casefold().count(_ENGLISH_WORD)
    return count >= least and count * _ENGLISH_EVERY >= text.count(" ")


def detect_language(text: str) -> str | None:
    """The language of plain text, judged by its first few paragraphs."""
    sample = text[:_MOST_LETTERS]
    if len(_NO_LETTERS.sub("", sample)) < _LEAST_LETTERS:
        return None
    if _is_plainly_english(sample, 4):
        return "en"
    language, probability = _load_identifier().classify(sample)
    return str(language) if probability >= _LEAST_PROBABILITY else None


# Pairs that a detector takes for each other; a page that declares one of two is believed.
_NEIGHBOURS = (frozenset(("no", "da", "sv", "nn")), frozenset(("hr", "sr", "bs", "sl")), frozenset(("id", "ms")))


def detect_other_language(text: str) -> str | None:
    """The language of a text that is not English; None when it is, which is told without the model."""
    if _is_plainly_english(text, 2):
        return None
    language = detect_language(text)
    return language if language != "en" else None


def find_neighbours(language: str) -> tuple[str, ...]:
    """The language, and those that a detector takes for it."""
    others = next((group for group in _NEIGHBOURS if language in group), frozenset())
    return (language, *sorted(others - {language}))


def settle_language(declared: str | None, detected: str | None) -> tuple[str | None, bool]:
    """The language of a page, and whether its declaration and its text disagree.

    The text decides: templates declare English over anything. But languages that the detector does not know, and those
    it takes for their neighbours, are as declared.
    """
    if declared is None or detected is None or declared == detected:
        return detected or declared, False
    if declared not in _LANGUAGES or any({declared, detected} <= pair for pair in _NEIGHBOURS):
        return declared, False
    return detected, True
