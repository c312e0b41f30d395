"""Addresses in text that leaves the site."""

from __future__ import annotations

import pytest

from generator.render.absolute import absolute_url, origin_url


def test_addresses_are_escaped_as_feeds_and_sitemaps_want() -> None:
    assert absolute_url("", "https://news.example.org/") == "https://news.example.org/"
    assert (
        absolute_url("people/josé & co/", "https://n.example/d/") == "https://n.example/d/people/jos%C3%A9%20%26%20co/"
    )


@pytest.mark.parametrize(
    ("url", "escaped"),
    [
        ("https://a.example/x?y=1&z=2#q", "https://a.example/x?y=1&z=2#q"),
        ("https://a.example/caf%C3%A9", "https://a.example/caf%C3%A9"),
        ("https://a.example/café", "https://a.example/caf%C3%A9"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://a.example/\"onload='x'", "https://a.example/%22onload='x'"),
        ('https://a"b.example/', None),
        ("https://" + "ü" * 70 + ".example/", None),
        ("https://[::1", None),
        ("javascript:alert(1)", None),
        ("/relative", None),
        ("", None),
        (None, None),
    ],
)
def test_origins_are_of_the_web_and_in_ascii(url: str | None, escaped: str | None) -> None:
    assert origin_url(url) == escaped
