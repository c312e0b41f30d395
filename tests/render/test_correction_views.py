from __future__ import annotations

import pytest
from newsroom import flood_digest

from generator.model import Correction
from generator.render.correction_views import view_correction


@pytest.mark.parametrize(
    ("notice", "shown"),
    [
        ("Correction: An earlier version gave the wrong year.", "An earlier version gave the wrong year."),
        ("Editor's note: The bridge is in Velm.", "The bridge is in Velm."),
        ("This corrects the toll: it is 14.", "This corrects the toll: it is 14."),
        ("Correction:", "Correction:"),
    ],
)
def test_a_notice_is_shown_without_the_word_that_the_page_says_before_it(notice, shown):
    digest = flood_digest()
    articles = {each.article.id: each for each in digest.articles}
    correction = Correction(
        article=digest.articles[0].article.id, older=None, moment=None, changes=(), notices=(notice,)
    )
    assert view_correction(correction, articles).notices == (shown,)
