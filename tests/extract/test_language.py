"""The language of a text."""

from __future__ import annotations

import pytest

from generator.extract.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The old harbour wall fell into the water on Thursday, a year after engineers had warned that it would.",
            "en",
        ),
        (
            "Le vieux mur du port est tombé dans l'eau jeudi, un an après l'avertissement des ingénieurs de la ville.",
            "fr",
        ),
        ("Die alte Hafenmauer ist am Donnerstag ins Wasser gefallen, ein Jahr nachdem Fachleute davor warnten.", "de"),
        ("Старая стена гавани рухнула в воду в четверг, через год после того, как об этом предупредили.", "ru"),
        ("Wall falls", None),
        ("12 34 56 78 " * 50, None),
    ],
)
def test_the_language(text, language):
    assert detect_language(text) == language
