from __future__ import annotations

from datetime import date

import pytest
from relate_samples import groups, links_between, relate, write

from generator.relate.duplicates import find_copies

HARBOUR = """The harbour board of Eastmere voted on Monday to close the old fish quay, ending two centuries of trade.
Members backed the plan by nine votes to four after a debate that ran past midnight and drew a crowd of skippers.
Chairwoman Ruth Calder said repairs to the timber piles would cost more than the quay had earned in thirty years.
Boats will be moved to the deep berth beside the grain terminal, where an ice plant is to be built by spring.
Skippers say the new berth is exposed to the north wind and too far from the auction hall to land a catch in time.
A petition with eleven hundred names was handed in, and its organisers promised to take the board to court.
The quay was built after the storm of 1815 and gave the town its first paved road and its only lighthouse.
"""
CHESS = """A nineteen-year-old student from Lund won the national chess title on Sunday without losing a single game.
Ylva Brandt drew with the holder in the last round and finished half a point clear of a field of sixteen masters.
She learned the moves from a neighbour, a retired tram driver, and played her first tournament at the age of six.
The federation said it would send her to the Olympiad in autumn as the youngest player ever to hold the first board.
Her trainer called the win deserved and asked reporters to leave her in peace until her examinations are over.
Prize money of forty thousand crowns will pay, she said, for a better bicycle and a very long holiday in the hills.
"""
FURNITURE = "Sign up to our newsletter for the stories that matter. All rights reserved and no part may be copied. " * 2


def _article(identity: str, text: str, day: int = 1, title: str = "A title"):
    return write(identity, title, text, date(2015, 12, day))


def _cut(text: str, lines: int) -> str:
    return "\n".join(text.splitlines()[:lines])


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(HARBOUR, id="the same"),
        pytest.param(_cut(HARBOUR, 4), id="tail cut"),
        pytest.param(_cut(HARBOUR, 2), id="tail cut to a brief"),
        pytest.param("EASTMERE (Sample Wire) - " + HARBOUR + "Reporting by the Sample Wire desk.", id="agency line"),
        pytest.param(HARBOUR + FURNITURE, id="other furniture"),
        pytest.param(HARBOUR.upper(), id="other letter case"),
        pytest.param(HARBOUR.replace("said repairs", "told members that repairs"), id="a phrase edited"),
        pytest.param(HARBOUR + CHESS, id="another report spliced behind"),
    ],
)
def test_a_copy_is_found(copy):
    copies = find_copies([_article("a", HARBOUR), _article("b", copy)], 0.8)

    assert [(c.first, c.second) for c in copies] == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(HARBOUR, CHESS, id="another report"),
        pytest.param(HARBOUR + FURNITURE, CHESS + FURNITURE, id="only furniture in common"),
        pytest.param(CHESS, HARBOUR + CHESS, id="quoted at the end of a long one"),
        pytest.param(_cut(HARBOUR, 3) + CHESS, HARBOUR, id="half of each"),
        pytest.param("Markets closed. More soon.", "Markets closed. More soon.", id="too short to tell"),
    ],
)
def test_no_copy(one, other):
    assert find_copies([_article("a", one), _article("b", other)], 0.8) == ()


def test_furniture_of_a_whole_site_makes_no_copies():
    notice = " ".join(f"Terms of use number {n} apply to every reader of this page." for n in range(20))
    own = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grain"]
    articles = [_article(f"a{n}", " ".join(f"{own[n % 7]}{n}x{m}" for m in range(30)) + notice) for n in range(25)]

    assert find_copies(articles, 0.8) == ()


def test_copies_are_linked_both_ways_and_of_one_story():
    digest = relate(_article("a", HARBOUR), _article("b", _cut(HARBOUR, 4), 2), _article("c", CHESS))

    (there,) = links_between(digest, "a", "b")
    (back,) = links_between(digest, "b", "a")
    assert there.relation == back.relation == "duplicate"
    assert there.why[0] == "100% of the text in common"
    assert groups(digest) == [{"a", "b"}]
