"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.read.decoding import decode_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells(encoding):
    assert decode_text("café – 5 £".encode(encoding)) == "café – 5 £"


def test_windows_text_is_the_fallback():
    assert decode_text("“café” – 5 £".encode("cp1252")) == "“café” – 5 £"


def test_a_page_names_its_charset():
    page = '<html><head><meta charset="windows-1251"></head><p>Москва</p>'
    assert "Москва" in decode_text(page.encode("cp1251"))


def test_an_unknown_charset_is_passed_over():
    assert "café" in decode_text('<meta charset="x-none"><p>café'.encode("cp1252"))


def test_damaged_utf8_stays_utf8():
    text = decode_text("Пожар в порту ".encode() * 50 + b"\xff end")
    assert text.startswith("Пожар в порту")
    assert text.endswith("\ufffd end")


def test_line_ends_are_one_kind_and_controls_go():
    assert decode_text(b"a\r\nb\rc\x0cd\x07e") == "a\nb\nc\nde"


@given(st.binary(max_size=300))
def test_it_never_fails_and_leaves_no_control_characters(data):
    assert not set(decode_text(data)) & set("\x00\x02\x03\r\x0c\ufeff")


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=80))
def test_utf8_is_kept_as_it_is(text):
    assert decode_text(text.encode()) == text.replace("\ufeff", "")
