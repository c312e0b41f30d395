"""Quotations have one form of marks, even ones, and no comma that belongs to "he said"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.quotation import say_quotation


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ('"It went up like paper,"', "“It went up like paper”"),
        ("“It went up like paper”,", "“It went up like paper”"),
        ("'It went up like paper,'", "“It went up like paper”"),
        ("``It went up like paper ,''", "“It went up like paper”"),
        ("“It went up like paper.", "“It went up like paper.”"),
        ('It went up like paper!"', "“It went up like paper!”"),
        ("“He said ‘stop’ and left,”", "“He said ‘stop’ and left”"),
        ('"He called it "paper and left."', "“He called it paper and left.”"),
        ('"Nobody slept," … "We opened the hall."', "“Nobody slept” … “We opened the hall.”"),
        ('"Nobody slept … in this town."', "“Nobody slept … in this town.”"),
        ("«Niemand schlief,»", "«Niemand schlief»"),
        ("„Niemand schlief.“", "„Niemand schlief.“"),
        ('"We are the miners’', "“We are the miners’”"),
    ],
)
def test_marks_are_of_one_form(printed: str, shown: str) -> None:
    assert say_quotation(printed, 200) == shown


def test_a_long_quotation_is_cut_within_its_marks() -> None:
    shown = say_quotation(f'"{"word " * 200}"', 60)
    assert shown.startswith("“word")
    assert shown.endswith("…”")
    assert len(shown) < 70


@given(st.text(max_size=80), st.integers(10, 60))
def test_any_words_do(text: str, longest: int) -> None:
    shown = say_quotation(text, longest)
    assert len(shown) <= longest + 40
