"""A small site that is right in everything; tests spoil one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

URL = "https://news.example.org/digest/"


def page(title: str, body: str, root: str = "./", head: str = "") -> str:
    return f"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="{root}style.css">
<link rel="alternate" type="application/rss+xml" title="News" href="{root}feed.xml">
<link rel="alternate" type="application/atom+xml" title="News" href="{root}atom.xml">
<link rel="alternate" type="application/feed+json" title="News" href="{root}feed.json">{head}
<script type="application/ld+json">{{"@type": "WebPage"}}</script>
</head>
<body><header><a href="{root}">Home</a></header><main><h1>{title}</h1>{body}</main></body>
</html>
"""


RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>News</title><link>{URL}</link><description>All news.</description>
<atom:link href="{URL}feed.xml" rel="self" type="application/rss+xml"/>
<lastBuildDate>Thu, 10 Dec 2015 00:00:00 +0000</lastBuildDate>
<item><title>Ships</title><link>{URL}articles/ships/</link><guid isPermaLink="false">urn:a</guid>
<pubDate>Thu, 10 Dec 2015 00:00:00 +0000</pubDate>
<description>&lt;p&gt;See &lt;a href="{URL}about/"&gt;us&lt;/a&gt;.&lt;/p&gt;</description></item>
</channel></rss>
"""

ATOM = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>{URL}atom.xml</id><title>News</title>
<updated>2015-12-10T00:00:00Z</updated><author><name>News</name></author>
<link rel="self" href="{URL}atom.xml"/><link rel="alternate" href="{URL}"/>
<entry><id>urn:a</id><title>Ships</title><updated>2015-12-10T00:00:00Z</updated>
<published>2015-12-10T00:00:00Z</published><link rel="alternate" href="{URL}articles/ships/"/></entry>
</feed>
"""

JSON = f"""{{"version": "https://jsonfeed.org/version/1.1", "title": "News", "home_page_url": "{URL}",
"feed_url": "{URL}feed.json", "items": [{{"id": "urn:a", "url": "{URL}articles/ships/", "title": "Ships",
"content_html": "<p>Home.</p>", "date_published": "2015-12-10T00:00:00Z"}}]}}
"""

SITEMAP = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{URL}</loc><lastmod>2015-12-10</lastmod></url>
<url><loc>{URL}about/</loc></url>
<url><loc>{URL}articles/ships/</loc><lastmod>2015-12-10T00:00:00Z</lastmod></url>
<url><loc>{URL}people/%D8%B3%D9%81%D9%86/</loc></url>
</urlset>
"""

OPML = f"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Feeds</title></head><body>
<outline type="rss" text="News" xmlUrl="{URL}feed.xml"/></body></opml>
"""

FILES = {
    "index.html": page("News", '<p><a href="articles/ships/#why">Ships</a> <a href="about/">About</a></p>'),
    "404.html": page("Not found", '<p><a href="/digest/about/?from=404">About</a></p>', root="/digest/"),
    "about/index.html": page(
        "About", '<p><img src="../logo.png" alt=""> <a href="mailto:a@b.example">Us</a></p>', "../"
    ),
    "articles/ships/index.html": page(
        "Ships",
        '<p id="why">Home, says <a href="../../people/%D8%B3%D9%81%D9%86/">someone</a>,'
        ' <a href="https://elsewhere.example/x">elsewhere</a>. <a href="#why">Up</a> <a href="#">Top</a></p>',
        "../../",
    ),
    "people/سفن/index.html": page("سفن", f'<p><a href="{URL}articles/ships/">Ships</a></p>', "../../"),
    "style.css": "body { background: url('logo.png') } p { background: url(data:image/png;base64,AA==) }",
    "logo.png": "",
    "feed.xml": RSS,
    "atom.xml": ATOM,
    "feed.json": JSON,
    "feeds.opml": OPML,
    "sitemap.xml": SITEMAP,
    "robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {URL}sitemap.xml\n",
}


def write_site(folder: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """Write the site with other contents for the files in `changes`; None leaves one out."""
    files: dict[str, str | None] = {**FILES, **(changes or {})}
    for name, content in files.items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    return folder
