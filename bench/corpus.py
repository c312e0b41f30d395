"""Write N synthetic articles as converted Markdown: `python bench/corpus.py N FOLDER`.

The words are drawn from a fixed seed, so that N articles are always the same N, and N + 50 are N and fifty more.
Events, names and topics recur as in real news: about four reports an event, spread over a growing number of days.
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from pathlib import Path

PER_DAY = 60
SOURCES = ("Sample Wire", "Example Tribune", "The Specimen Gazette", "Demo Broadcasting", "Placeholder Post")
PEOPLE = (
    "David Cameron",
    "Vladimir Putin",
    "John Kerry",
    "Sergei Lavrov",
    "Angela Merkel",
    "Ban Ki-moon",
    "Janet Yellen",
)
PLACES = (
    "London",
    "Moscow",
    "Paris",
    "Syria",
    "Beijing",
    "Caracas",
    "Vienna",
    "Washington",
    "Cumbria",
    "Riyadh",
    "Iraq",
)
BODIES = ("NATO", "European Union", "United Nations", "Federal Reserve", "World Health Organization", "Kremlin")
SUBJECTS = (
    ("election", "voters", "ballot", "parliament", "coalition", "candidate"),
    ("ceasefire", "troops", "air strikes", "rebels", "shelling", "negotiators"),
    ("interest rates", "inflation", "central bank", "markets", "shares", "investors"),
    ("flood", "rainfall", "rivers", "evacuated", "defences", "forecasters"),
    ("match", "goal", "striker", "season", "league", "manager"),
    ("spacecraft", "orbit", "astronaut", "launch", "rocket", "mission"),
    ("vaccine", "hospital", "patients", "epidemic", "doctors", "virus"),
    ("carbon emissions", "climate change", "treaty", "pledges", "coal", "ministers"),
)
VERBS = ("said", "met", "urged", "announced", "rejected", "backed", "warned", "agreed", "delayed", "welcomed")
FILLER = (
    "officials report plan week talks move country government year people group statement decision level support change"
    " member power state public security national leader policy issue question part point end way case system service"
).split()


def make_article(n: int) -> tuple[str, str]:
    """Path below `content/articles/` and text of article `n`."""
    event = n // 4
    world, own = random.Random(f"event {event}"), random.Random(f"article {n}")
    subject = world.choice(SUBJECTS)
    cast = [world.choice(PEOPLE), world.choice(PLACES), world.choice(BODIES)]
    keyword = f"{world.choice(FILLER)}{event}"
    day = date(2015, 1, 1) + timedelta(days=n // PER_DAY)
    title = f"{cast[0]} {world.choice(VERBS)} {keyword} {subject[0]} in {cast[1]}"
    body = "\n\n".join(_paragraph(own, subject, cast, keyword) for _ in range(own.randint(5, 9)))
    front = f"id: b{n:06d}\ntitle: {title}\nsource: {own.choice(SOURCES)}\npublished: {day}\nlanguage: en\n"
    return f"{day:%Y/%m}/b{n:06d}.md", f"---\n{front}---\n\n{body}\n"


def _paragraph(own: random.Random, subject: tuple[str, ...], cast: list[str], keyword: str) -> str:
    sentences = []
    for _ in range(own.randint(2, 4)):
        words = [*own.choices(FILLER, k=own.randint(8, 16)), own.choice(subject), keyword]
        own.shuffle(words)
        lead = own.choice((f"{own.choice(cast)} {own.choice(VERBS)} that the", "The", f"In {cast[1]}, the"))
        sentences.append(f"{lead} {' '.join(words)}.")
    if own.random() < 0.3:
        sentences.append(f'"The {own.choice(subject)} will not wait," {cast[0]} said on Wednesday.')
    return " ".join(sentences)


def write_corpus(n: int, folder: Path) -> None:
    """A site of N articles in `folder`; articles that are there already are left alone."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: Bench\nsite_url: https://bench.example/\ndocs_dir: content\nplugins:\n  - digest\n"
    )
    for number in range(n):
        path, text = make_article(number)
        target = folder / "content" / "articles" / path
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_corpus(int(sys.argv[1]), Path(sys.argv[2]))
