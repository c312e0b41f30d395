"""A web page by its address. The one place that reaches the network, and only for an address that a person gives.

Only public addresses are fetched unless it is allowed otherwise: a page must not lead this machine to what only this
machine can see. A name is resolved here, its address checked, and the connection made to that very address, so that a
name which answers differently the second time gains nothing. Each redirect is checked as the first address was.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from generator import __version__
from generator.exceptions import FetchError

_AGENT = f"news-digest/{__version__}"
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.8,text/*;q=0.8,*/*;q=0.1"
_REDIRECTS = (301, 302, 303, 307, 308)
_IN_A_BROWSER = "open it in a browser and save the page"
# What may hold an article; a server that knows no better says octet-stream.
_READABLE = (
    "text/", "application/xhtml+xml", "application/xml", "application/json", "application/rss", "application/atom",
    "application/feed", "application/rdf", "application/ld+json", "application/markdown", "application/octet-stream",
    "message/rfc822", "multipart/related", "application/x-mimearchive",
)  # fmt: skip
# IPv4 within IPv6: translated by a provider (RFC 6052).
_TRANSLATED = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, in whatever form another address wraps it."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address) and (inner := _unwrap(parsed)) is not None:
        return is_public(str(inner))
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified)


def _unwrap(address: IPv6Address) -> IPv4Address | None:
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far a fetch may go. `seconds` is for all of it, redirects included."""

    max_bytes: int
    seconds: float = 30.0
    redirects: int = 5
    allows: Callable[[str], bool] = is_public
    """Which IP addresses may be connected to."""


def is_any(address: str) -> bool:
    """Whatever address: what the person asks for who allows private ones."""
    return bool(address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave: where it stands after redirects, its bytes, and what the server says of them."""

    url: str
    data: bytes
    kind: str | None
    charset: str | None


def fetch(url: str, limits: Limits) -> Fetched:
    """Fetch one address. Raises FetchError, which names it and the remedy."""
    try:
        return asyncio.run(_fetch(url, limits))
    except TimeoutError:
        raise FetchError(f"{url}: took longer than {limits.seconds:g} seconds; try later, or {_IN_A_BROWSER}") from None


async def _fetch(url: str, limits: Limits) -> Fetched:
    async with asyncio.timeout(limits.seconds):
        at = _read_url(url, url)
        for _ in range(limits.redirects + 1):
            answer = await _ask(at, url, limits)
            if isinstance(answer, Fetched):
                return answer
            at = answer
    raise FetchError(f"{url}: leads on more than {limits.redirects} times; {_IN_A_BROWSER}")


def _read_url(text: str, asked: str) -> httpx.URL:
    try:
        url = httpx.URL(text.strip())
    except (httpx.InvalidURL, ValueError):
        raise FetchError(f"{asked}: is not a web address; write it like https://news.example.org/story") from None
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchError(f"{asked}: {url.scheme or 'no'} address; only http and https addresses are fetched")
    if url.userinfo:
        raise FetchError(f"{asked}: holds a name or password; {_IN_A_BROWSER}")
    return url.copy_with(fragment=None)


async def _ask(url: httpx.URL, asked: str, limits: Limits) -> Fetched | httpx.URL:
    """One request: what the address gave, or where it leads."""
    addresses = await _resolve(url, asked, limits)
    fault: Exception | None = None
    for address in addresses[:2]:
        try:
            return await _request(url, address, asked, limits)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            fault = error
        except httpx.TimeoutException:
            raise TimeoutError from None
        except httpx.DecodingError:
            raise FetchError(f"{asked}: its compressed data is damaged; {_IN_A_BROWSER}") from None
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError) as error:
            raise FetchError(f"{asked}: the connection broke ({_describe(error)}); try again later") from None
    raise FetchError(f"{asked}: {url.host} cannot be reached ({_describe(fault)}); check the address, or try later")


def _describe(error: Exception | None) -> str:
    return " ".join(str(error or "").split())[:200] or type(error).__name__


async def _resolve(url: httpx.URL, asked: str, limits: Limits) -> list[str]:
    """The addresses of a host that may be connected to."""
    port = url.port or (443 if url.scheme == "https" else 80)
    host = url.raw_host.decode("ascii")
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(f"{asked}: there is no host {url.host}; check the address and your connection") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    allowed = [address for address in addresses if limits.allows(address)]
    if not allowed:
        found_at = "" if url.host in addresses else f" ({', '.join(addresses[:3])})"
        raise FetchError(
            f"{asked}: {url.host}{found_at} is on this machine or in a private network; "
            "it is fetched only with --allow-private"
        )
    return allowed


async def _request(url: httpx.URL, address: str, asked: str, limits: Limits) -> Fetched | httpx.URL:
    """Ask the host at one of its addresses. A client of its own for each request: no cookie is ever sent back."""
    headers = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": _AGENT,
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, deflate",
    }
    host = url.raw_host.decode("ascii")
    async with httpx.AsyncClient(trust_env=False, follow_redirects=False, timeout=limits.seconds) as client:
        request = client.build_request(
            "GET", url.copy_with(host=address), headers=headers, extensions={"sni_hostname": host}
        )
        response = await client.send(request, stream=True)
        try:
            if response.status_code in _REDIRECTS and (target := response.headers.get("location")):
                return _read_url(_join(url, target, asked), asked)
            _check(response, asked, limits)
            return Fetched(
                url=str(url),
                data=await _read_body(response, asked, limits),
                kind=_kind(response),
                charset=response.charset_encoding,
            )
        finally:
            await response.aclose()


def _join(url: httpx.URL, target: str, asked: str) -> str:
    try:
        return str(url.join(target))
    except (httpx.InvalidURL, ValueError):
        raise FetchError(f"{asked}: leads to {target[:200]!r}, which is no address; {_IN_A_BROWSER}") from None


def _kind(response: httpx.Response) -> str | None:
    return response.headers.get("content-type", "").partition(";")[0].strip().lower() or None


def _check(response: httpx.Response, asked: str, limits: Limits) -> None:
    """Whether an answer is worth reading."""
    if response.status_code != 200:
        said = f"{response.status_code} {response.reason_phrase}".strip()
        raise FetchError(f"{asked}: the server answers {said}; check the address, or {_IN_A_BROWSER}")
    kind = _kind(response)
    if kind is not None and not (kind.startswith(_READABLE) or kind.endswith(("+xml", "+json"))):
        raise FetchError(f"{asked}: is {kind}, not text; an article is needed as a page, a feed or text")
    length = response.headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length[:18]) > limits.max_bytes:
        raise _too_large(asked, limits)


async def _read_body(response: httpx.Response, asked: str, limits: Limits) -> bytes:
    data = bytearray()
    async for chunk in response.aiter_bytes():
        data += chunk
        if len(data) > limits.max_bytes:
            raise _too_large(asked, limits)
    return bytes(data)


def _too_large(asked: str, limits: Limits) -> FetchError:
    most = limits.max_bytes / 1_000_000
    return FetchError(
        f"{asked}: is larger than {most:g} MB; raise convert: max_megabytes in mkdocs.yml, or save a part"
    )
