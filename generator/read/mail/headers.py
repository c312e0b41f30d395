"""What the header of a mail says of the article in it: title, date, sender, address, identifier."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from generator.model import Metadata
from generator.moments import Moment, is_likely_year, parse_moment
from generator.printed_dates import find_moments
from generator.read.mail.mime import Part, read_header
from generator.read.mail.sender import Sender, read_list_name, read_sender
from generator.world_dates import write_iso_days

_PASSED_ON = re.compile(r"(?:fwd?|wg|tr|rv|enc|doorst|vb|vs|vl|pd|tf)\s?(?:\[\d{1,3}\])?\s?:\s{0,5}", re.IGNORECASE)
_ANSWER = re.compile(r"(?:re|aw|antw|sv|ref|res|odp|ynt)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?:\s{0,5}", re.IGNORECASE)
_RFC_DATE = re.compile(
    r"(?:[A-Za-z]{3,9}\s?,?\s{1,3})?\d{1,2}[ -][A-Za-z]{3,9}[ -](?:[12]\d{3}|\d\d)\s{1,3}\d{1,2}:\d\d(?!.*\d\s?[ap]m)",
    re.I,
)
_BRACKET = re.compile(r"\[([^\[\]]{1,60})\]\s{0,5}")
_WARNING = re.compile(
    r"\W*(?:ext(?:ernal|ern)?(?: e-?mail| sender)?|(?:suspected )?spam|bulk|caution)\W*", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,1000}")
_ADDRESS_HEADERS = ("x-article-url", "x-original-url", "x-canonical-url", "x-url", "content-location", "archived-at")
_BULK_HEADERS = ("list-id", "list-unsubscribe", "list-post", "x-campaign", "x-campaignid", "feedback-id")
# Parameters that tell mailings and their readers apart, not pages.
_TRACKING = re.compile(r"utm_\w+|mc_[ce]id|e|cid|ref|token|jwt|r|s_?id|publication_id|is_?freemail|triedredirect", re.I)
_TRACKER = re.compile(r"(?:clicks?|links?|track(?:ing)?|e-?mail|mail|go|e|t|trk|url\d{0,4}|lnks|mandrillapp)\.", re.I)


def is_passed_on(subject: str | None) -> bool:
    """Whether a subject says that the mail was forwarded: `Fwd: …`."""
    return bool(subject) and _PASSED_ON.match(subject or "") is not None


def is_bulk(message: Part) -> bool:
    """Whether a mail went to many: a newsletter, a mailing list."""
    precedence = (read_header(message, "precedence") or "").lower()
    return precedence in ("bulk", "list") or any(read_header(message, name) for name in _BULK_HEADERS)


def clean_subject(subject: str | None, lists: tuple[str, ...] = ()) -> str | None:
    """A subject without `Fwd:`, `Re:`, and the name of its mailing list (one of `lists`) in brackets."""
    text = (subject or "").strip()
    while text:
        match = _PASSED_ON.match(text) or _ANSWER.match(text) or _match_list(text, lists)
        if match is None:
            break
        text = text[match.end() :]
    return text or None


def _match_list(text: str, lists: tuple[str, ...]) -> re.Match[str] | None:
    match = _BRACKET.match(text)
    if match is None:
        return None
    folded = _fold(match[1])
    known = bool(folded) and any(folded in _fold(name) for name in lists)
    return match if known or _WARNING.fullmatch(match[1]) else None


def _fold(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def read_mail_date(value: str | None, day_first: bool) -> Moment | None:
    """A mail's date with its zone; or a date as a mail program prints it above a mail that it passes on."""
    if not value:
        return None
    text = value.strip()[:200]
    if (moment := _read_rfc_date(text)) is not None:
        return moment
    try:
        return parse_moment(text)
    except ValueError:
        found = find_moments(write_iso_days(text.replace(" at ", ", ")), day_first)
        return found[0].moment if found else None


def _read_rfc_date(text: str) -> datetime | None:
    """`Tue, 8 Dec 2015 19:40:00 +0100`; other ways of printing a date are read wrongly by the library."""
    if _RFC_DATE.match(text) is None:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if is_likely_year(moment.year) else None


def read_hints(message: Part, day_first: bool) -> tuple[Metadata, Metadata]:
    """What is sure, and what the text may know better."""
    list_id = read_header(message, "list-id")
    list_name = read_list_name(list_id)
    sender = read_sender(read_header(message, "from"), list_name, is_bulk(message))
    lists = tuple(name for name in (list_id, read_header(message, "list-post"), sender.source) if name)
    sure = Metadata(
        title=clean_subject(read_header(message, "subject"), lists),
        published=read_mail_date(read_header(message, "date") or read_header(message, "sent"), day_first),
        source=sender.source,
        item=(read_header(message, "message-id") or "").strip("<> ")[:200] or None,
        url=_read_address(message),
    )
    return sure, _author(sender, message)


def _author(sender: Sender, message: Part) -> Metadata:
    """The sender as author; who writes to themselves keeps what others wrote."""
    address = (read_header(message, "from") or "").rpartition("<")[2].strip("> ").lower()
    to_self = bool(address) and address in (read_header(message, "to") or "").lower()
    return Metadata(authors=(sender.author,)) if sender.author and not to_self else Metadata()


def read_passed_on(fields: Mapping[str, str], day_first: bool) -> tuple[Metadata, Metadata]:
    """What the header of a mail passed on says, written out as text; as `read_hints`."""
    sender = read_sender(fields.get("from", "").replace("mailto:", "").replace("*", ""))
    sure = Metadata(
        title=clean_subject(fields.get("subject")),
        published=read_mail_date(fields.get("date"), day_first),
        source=sender.source,
    )
    return sure, Metadata(authors=(sender.author,)) if sender.author else Metadata()


def _read_address(message: Part) -> str | None:
    """Where the article stands on the web; `List-Post` holds it in mails of blogging services."""
    for name in (*_ADDRESS_HEADERS, "list-post"):
        match = _ADDRESS.search(read_header(message, name) or "")
        if match and (address := clean_address(match[0])):
            return address
    return None


def clean_address(address: str | None) -> str | None:
    """An address without what tells its reader apart; None for one that only counts a click and leads on."""
    try:
        parts = urlsplit((address or "").strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or re.search(r"[\s<>\"\\]", address or ""):
        return None
    if _TRACKER.match(host) or any(len(segment) > 100 or _is_token(segment) for segment in parts.path.split("/")):
        return None
    query = [(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key)]
    if any(_is_token(value) for _, value in query):
        return None
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(query), ""))


def _is_token(text: str) -> bool:
    """Whether a text is a code for a machine: long, without dashes between words."""
    longest = max((len(part) for part in re.split(r"[-_.]", text)), default=0)
    return longest >= 32 and any(character.isdigit() for character in text)
