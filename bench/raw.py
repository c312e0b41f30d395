"""Synthetic raw articles as people drop them: pasted text and saved pages, with the furniture that stands around them.

The words are those of `corpus.py`, drawn from fixed seeds: article N is always the same.
"""

from __future__ import annotations

import random
from html import escape

from corpus import make_article

MENU = (
    "Home",
    "World",
    "Business",
    "Technology",
    "Science",
    "Health",
    "Sport",
    "Arts",
    "Weather",
    "Video",
    "Opinion",
    "Jobs",
)
SHARE = ("Share on Facebook", "Tweet", "Email", "Print", "WhatsApp")
NAMES = ("Ada Farrow", "Bo Lindgren", "Cy Marsh", "Dee Okafor")
CAPTION = "Image caption The square in the morning, before the vote"


def _parts(n: int) -> tuple[random.Random, str, str, str, list[str]]:
    """Chance, headline, source, day and paragraphs of article `n`."""
    _, text = make_article(n)
    _, front, body = text.split("---\n", 2)
    keys = dict(line.split(": ", 1) for line in front.splitlines())
    return random.Random(f"raw {n}"), keys["title"], keys["source"], keys["published"], body.strip().split("\n\n")


def make_paste(n: int) -> str:
    """Article `n` as pasted from a page: some with a line or two around it, some with all of the page."""
    own, title, source, day, paragraphs = _parts(n)
    links = [make_article(n + offset)[1].split("title: ", 1)[1].split("\n", 1)[0] for offset in range(1, 7)]
    lines = [title, "", f"By {own.choice(NAMES)}", "", f"{source}, {day}", ""]
    if own.random() < 0.3:
        lines = [*MENU, "", "Skip to content", "", *lines]
    for number, paragraph in enumerate(paragraphs):
        lines += [paragraph, ""]
        if number == 1:
            lines += [CAPTION, "", f"Read more: {links[0]}", ""]
    lines += [*SHARE, "", "More on this story", *(f"* {link}" for link in links), "", "Most read", *links[:4]]
    lines += ["", "View comments (312)", f"© {day[:4]} {source}. All rights reserved."]
    return "\n".join(lines) + "\n"


def make_page(n: int) -> str:
    """Article `n` as a saved page of some 40 to 60 KB."""
    own, title, source, day, paragraphs = _parts(n)
    links = [make_article(n + offset)[1].split("title: ", 1)[1].split("\n", 1)[0] for offset in range(1, 31)]
    cards = "".join(
        f'<div class="card"><a href="/story/{number}"><img src="/i/{number}.jpg" alt="{escape(link)}"/>'
        f'<h3 class="card__title">{escape(link)}</h3></a><span class="card__time">{number} hours ago</span></div>'
        for number, link in enumerate(links)
    )
    menu = "".join(f'<li class="menu__item"><a href="/{name.lower()}">{name}</a></li>' for name in MENU)
    share = "".join(f'<li><button class="share__button">{name}</button></li>' for name in SHARE)
    story = "".join(
        f"<p>{escape(paragraph)} <a href='/topic/{number}'>{own.choice(MENU)}</a></p>"
        + (
            "<figure><img src='/i/a.jpg'/><figcaption>The square in the morning</figcaption></figure>"
            if number == 1
            else ""
        )
        for number, paragraph in enumerate(paragraphs)
    )
    script = "".join(f"window.sample{number}={{a:{number},b:'{'x' * 60}'}};" for number in range(150))
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{escape(title)} | {source}</title>"
        f"<meta property='og:title' content='{escape(title)}'><meta property='og:site_name' content='{source}'>"
        f"<link rel='canonical' href='https://{n}.example/story/{n}'>"
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{escape(title)}",'
        f'"datePublished":"{day}T10:00:00Z","author":{{"@type":"Person","name":"{own.choice(NAMES)}"}}}}</script>'
        f"<script>{script}</script><style>{'.card{margin:0}' * 200}</style></head><body>"
        f"<header><nav><ul class='menu'>{menu}</ul></nav></header>"
        f"<main><article><h1>{escape(title)}</h1>"
        f"<div class='byline'>By {own.choice(NAMES)}</div><time datetime='{day}T10:00:00Z'>{day}</time>"
        f"<ul class='share'>{share}</ul><div class='story'>{story}</div>"
        "<div class='tags'><a href='/t/1'>Rivers</a></div>"
        f"</article><aside class='related'><h2>Related stories</h2>{cards}</aside></main>"
        f"<section class='most-read'><h2>Most read</h2>{cards}</section><section class='comments'><h2>Comments</h2>"
        f"{''.join(f'<div class=comment><p>{escape(link)}</p></div>' for link in links)}</section>"
        f"<footer><ul>{menu * 3}</ul><p>© {day[:4]} {source}</p></footer></body></html>"
    )
