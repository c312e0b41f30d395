from __future__ import annotations

import pytest

from generator.render.web_address import web_address, web_host


@pytest.mark.parametrize(
    "url",
    ["https://news.example.org/a?b=1&c=2", "http://example.org:8080/", "HTTPS://EXAMPLE.ORG/", " https://x.example/ "],
)
def test_web_addresses_are_kept(url: str) -> None:
    assert web_address(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "//example.org/",
        "/a/b",
        "https://",
        "https:///path",
        "https://exa mple.org/",
        "https://[broken/",
        "ftp://example.org/",
        "mailto:a@example.org",
    ],
)
def test_all_else_is_not_linked(url: str | None) -> None:
    assert web_address(url) is None


def test_host() -> None:
    assert web_host("https://www.Example.org:443/a") == "www.example.org"
