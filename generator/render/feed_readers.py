"""Where a feed can be subscribed to. In: a feed's URL. Out: plain links that hand it to common readers.

Each address is the one the reader's makers give to publishers for their own buttons. Following one tells the reader's
host which feed was chosen, as subscribing there does; the page itself asks nobody for anything.
"""

from __future__ import annotations

from urllib.parse import quote

from generator.render.views import LinkView

_READERS = (
    ("Feedly", "https://feedly.com/i/subscription/feed/"),
    ("Inoreader", "https://www.inoreader.com/?add_feed="),
    ("NewsBlur", "https://www.newsblur.com/?url="),
    ("The Old Reader", "https://theoldreader.com/feeds/subscribe?url="),
)


def subscribe_links(url: str) -> tuple[LinkView, ...]:
    """An app of one's own device first: `feed:` is what such apps answer to."""
    app = LinkView(address=f"feed:{url}", text="An app on this device")
    return (app, *(LinkView(address=start + quote(url, safe=""), text=name) for name, start in _READERS))
