from __future__ import annotations

import gzip
import socket
import time
import zlib

import pytest
from web import serve

from generator import __version__
from generator.exceptions import FetchError
from generator.fetch import Limits, fetch, is_any, is_public

pytestmark = pytest.mark.network
HERE = Limits(max_bytes=100_000, seconds=5, allows=is_any)


@pytest.fixture
def web():
    with serve() as server:
        yield server


def test_a_page_is_fetched_with_what_the_server_says_of_it(web):
    url = web.give("/story", b"<p>Barrage closed</p>", "text/html; charset=ISO-8859-1")
    page = fetch(url, HERE)
    assert (page.data, page.kind, page.charset, page.url) == (b"<p>Barrage closed</p>", "text/html", "iso-8859-1", url)
    _, headers = web.requests[0]
    assert headers["User-Agent"] == f"news-digest/{__version__}"
    assert headers["Host"] == web.address.removeprefix("http://")


@pytest.mark.parametrize(
    ("coding", "squeeze"),
    [("gzip", gzip.compress), ("deflate", zlib.compress)],
)
def test_compressed_pages_are_unpacked(web, coding, squeeze):
    url = web.give("/story", squeeze(b"<p>Barrage closed</p>"), Content_Encoding=coding)
    assert fetch(url, HERE).data == b"<p>Barrage closed</p>"


def test_damaged_compression_is_an_error(web):
    with pytest.raises(FetchError, match="damaged"):
        fetch(web.give("/story", b"no gzip at all", Content_Encoding="gzip"), HERE)


# --- which addresses -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 192.0.2.1
    198.18.0.1 240.0.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 2002:7f00:1::
    2002:a00:1:: 64:ff9b::7f00:1 64:ff9b:1::1 2001:db8::1 ::127.0.0.1 nonsense""".split(),
)
def test_addresses_of_this_machine_and_private_networks_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", "8.8.8.8 1.1.1.1 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808".split())
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"])
def test_private_addresses_are_refused_however_they_are_written(web, host):
    port = web.address.rpartition(":")[2]
    with pytest.raises(FetchError, match=r"--allow-private|no host|not a web address"):
        fetch(f"http://{host}:{port}/story", Limits(max_bytes=1000))
    assert web.requests == []


@pytest.mark.parametrize(
    "url", ["ftp://h.example/x", "file:///etc/passwd", "gopher://h.example", "http://", "https:///x"]
)
def test_only_web_addresses_are_fetched(url):
    with pytest.raises(FetchError, match=r"http"):
        fetch(url, HERE)


def test_an_address_with_a_password_is_refused():
    with pytest.raises(FetchError, match="password"):
        fetch("https://ada:secret@h.example/", HERE)


def test_a_name_that_resolves_otherwise_the_second_time_gains_nothing(web, monkeypatch):
    """The address that was checked is the one connected to: no name is looked up again."""
    asked = []
    lookup = socket.getaddrinfo

    def once(host, *args, **kwargs):
        asked.append(host)
        return lookup("127.0.0.1" if host == "harbour.test" else host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    url = web.give("/story", b"<p>x</p>").replace("127.0.0.1", "harbour.test")
    assert fetch(url, HERE).data == b"<p>x</p>"
    assert asked.count("harbour.test") == 1
    assert web.requests[0][1]["Host"].startswith("harbour.test:")


@pytest.mark.parametrize(
    "target", ["http://10.0.0.7/admin", "http://[::1]/admin", "http://169.254.169.254/latest", "//192.168.0.1/"]
)
def test_a_redirect_to_a_private_address_is_refused(web, target):
    """The server of the test stands for a public one; where it leads to is checked again."""
    limits = Limits(max_bytes=1000, seconds=5, allows=lambda address: address == "127.0.0.1" or is_public(address))
    with pytest.raises(FetchError, match="--allow-private"):
        fetch(web.lead("/story", target), limits)


# --- redirects, limits -----------------------------------------------------------------------------------------------


def test_redirects_are_followed_without_cookies_to_the_last_address(web):
    web.give("/b/story", b"<p>x</p>")
    web.lead("/a", "b/story#top")
    assert fetch(web.lead("/", "/a"), HERE).url == f"{web.address}/b/story"
    assert not [headers for _, headers in web.requests if "Cookie" in headers]


def test_a_redirect_to_another_kind_of_address_is_refused(web):
    with pytest.raises(FetchError, match="only http and https"):
        fetch(web.lead("/story", "file:///etc/passwd"), HERE)


def test_redirects_come_to_an_end(web):
    with pytest.raises(FetchError, match="more than 5"):
        fetch(web.lead("/story", "/story"), HERE)
    assert len(web.requests) == 6


def test_too_large_by_its_own_words_is_not_read(web):
    with pytest.raises(FetchError, match=r"larger than 0\.1 MB"):
        fetch(web.give("/story", b"x", Content_Length="200000"), HERE)


@pytest.mark.parametrize("headers", [{}, {"Content_Encoding": "gzip"}], ids=["plain", "a gzip bomb"])
def test_too_large_is_noticed_while_it_comes(web, headers):
    body = b"x" * 5_000_000
    url = web.give("/story", gzip.compress(body) if headers else body, **headers)
    with pytest.raises(FetchError, match=r"larger than 0\.1 MB"):
        fetch(url, HERE)


def test_the_time_limit_is_for_all_of_it(web):
    began = time.monotonic()
    with pytest.raises(FetchError, match=r"took longer than 0\.3 seconds"):
        fetch(web.drip("/story", 8), Limits(max_bytes=100_000, seconds=0.3, allows=is_any))
    assert time.monotonic() - began < 6


@pytest.mark.parametrize(("status", "said"), [(404, "404"), (403, "403"), (500, "500"), (204, "204")])
def test_what_the_server_answers_is_told(web, status, said):
    with pytest.raises(FetchError, match=f"answers {said}.*save the page"):
        fetch(web.give("/story", b"", status=status), HERE)


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4", "application/zip"])
def test_what_is_no_text_is_not_read(web, kind):
    with pytest.raises(FetchError, match=f"is {kind}, not text"):
        fetch(web.give("/story", b"x", kind), HERE)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/rss+xml", "application/feed+json", "application/json", "image/svg+xml", None]
)
def test_texts_pages_feeds_and_the_untold_are_read(web, kind):
    assert fetch(web.give("/story", b"x", kind), HERE).data == b"x"


def test_a_host_that_is_not_there_is_told():
    with pytest.raises(FetchError, match="cannot be reached"):
        fetch("http://127.0.0.1:9/", HERE)
    with pytest.raises(FetchError, match="no host"):
        fetch("http://nowhere.invalid/", HERE)
