"""What outlets do with a text that is not theirs, and what looks like it and is not; made from invented reports."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import yaml
from relate_samples import write

from generator.model import EnrichedArticle

REPORTS = yaml.safe_load(Path(__file__).with_name("copied_reports.yml").read_text(encoding="utf-8"))
NOON = datetime(2015, 12, 9, 12, tzinfo=UTC)
INTRO = (
    "From our correspondent at the coast. First published in the evening edition; share this story with your friends."
)
FOOT = (
    "The Placeholder Post has told the news of the bay since 1922. Subscribe for eight crowns a month. Follow us, "
    "write to us, or call the night desk at any hour. All rights reserved; no part of this page may be printed again."
)
_OTHER_WORDS = "rather quite plainly lately openly soon chiefly mostly partly fully".split()


class Case(NamedTuple):
    """Two articles, and what they were made by."""

    name: str
    one: EnrichedArticle
    other: EnrichedArticle


def make(identity: str, text: str, title: str = "A title", source: str | None = None, hours: float = 0):
    return write(identity, title, text, NOON + timedelta(hours=hours), source)


def _cut_tail(words: list[str], share: float) -> str:
    return " ".join(words[: round(len(words) * (1 - share))])


def _cut_head(words: list[str], share: float) -> str:
    return " ".join(words[round(len(words) * share) :])


def _edit(words: list[str], share: float, seed: int) -> str:
    """Other words in the place of some that are neither names nor numbers, here and there, as editors do it."""
    dice = random.Random(seed)
    plain = [at for at, word in enumerate(words) if word.isalpha() and word.islower()]
    for at in dice.sample(plain, round(len(words) * share)):
        words[at] = dice.choice(_OTHER_WORDS)
    return " ".join(words)


CHANGES: dict[str, Callable[[list[str]], str]] = {
    "the same": "\n\n".join,
    "tail cut by 30": lambda p: _cut_tail("\n\n ".join(p).split(" "), 0.3),
    "tail cut by 50": lambda p: _cut_tail("\n\n ".join(p).split(" "), 0.5),
    "tail cut by 70": lambda p: _cut_tail("\n\n ".join(p).split(" "), 0.7),
    "head cut by 30": lambda p: _cut_head("\n\n ".join(p).split(" "), 0.3),
    "head cut by 50": lambda p: _cut_head("\n\n ".join(p).split(" "), 0.5),
    "furniture before": lambda p: "\n\n".join([INTRO, *p]),
    "furniture behind": lambda p: "\n\n".join([*p, FOOT]),
    "furniture around": lambda p: "\n\n".join([INTRO, *p, FOOT]),
    "agency line": lambda p: "\n\n".join(["BRINEMOUTH, Dec 9 (Reuters) - " + p[0], *p[1:], "(Reporting by Ann Quay)"]),
    "another agency line": lambda p: "\n\n".join(["By ADA TERN, Associated Press", *p, "© 2015 The Associated Press"]),
    "words edited": lambda p: _edit("\n\n ".join(p).split(" "), 0.05, 7),
    "words edited otherwise": lambda p: _edit("\n\n ".join(p).split(" "), 0.05, 8),
    "a paragraph out of the middle": lambda p: "\n\n".join(p[: len(p) // 2] + p[len(p) // 2 + 1 :]),
    "paragraphs in another order": lambda p: "\n\n".join([p[0], *reversed(p[1:])]),
    "cut and introduced": lambda p: INTRO[:52] + "\n\n" + _cut_tail("\n\n ".join(p).split(" "), 0.4),
    "capitals": lambda p: "\n\n".join(p).upper(),
}  # fmt: skip
LEAST_WORDS = 30
"""What is cut to less is too short to tell."""


def copies() -> Iterator[Case]:
    """An article and its copy, under another headline and in another outlet, hours later."""
    for key, report in REPORTS.items():
        whole = "\n\n".join(report["paragraphs"])
        for name, change in CHANGES.items():
            text = change(list(report["paragraphs"]))
            if len(text.split()) >= LEAST_WORDS:
                one = make("a", whole, report["title"], "Example Tribune")
                yield Case(f"{key}, {name}", one, make("b", text, f"What else {key} news", "Placeholder Post", 3))


def splices() -> Iterator[Case]:
    """An article, and another that holds it before or behind a third."""
    keys = list(REPORTS)
    for key, beside in zip(keys, keys[1:] + keys[:1], strict=True):
        one, other = ("\n\n".join(REPORTS[name]["paragraphs"]) for name in (key, beside))
        title = REPORTS[key]["title"]
        yield Case(f"{key} before {beside}", make("a", one, title), make("b", f"{one}\n\n{other}", "The day at sea"))
        yield Case(f"{key} behind {beside}", make("a", one, title), make("b", f"{other}\n\n{one}", "The day at sea"))


RESULTS = (
    "{firm} said its {quarter} profit {turn} to {n1} million crowns from {n2} million a year before. Sales were {n3} "
    "million crowns against {n4} million. The company expects sales of {n5} million crowns for the whole year. Its "
    "shares closed at {n6} crowns in {town} on Monday. Chief executive {name} said that the order book was full and "
    "that the outlook for the rest of the year was good, though prices of raw materials remained a concern."
)
WEATHER = (
    "Forecast for {town} and the coast on {day}: {sky} in the morning, a high of {n1} degrees and a low of {n2}. Wind "
    "from the {wind} at {n3} kilometres an hour, gusting to {n4}. High water at {n5} and {n6}. The sun rises at {n7} "
    "and sets at {n8}. Small craft should listen to the harbour radio before they put to sea, and walkers are asked to "
    "keep off the breakwater while the red flag is flying over the lighthouse."
)
MARKET = (
    "Fish market at {town}, {day}. Cod {n1} crowns a kilo, haddock {n2}, plaice {n3}, herring {n4}, crab {n5}. Landed "
    "{n6} tonnes by {n7} boats. Buyers said that demand from the hotels was steady and that trade had been brisk from "
    "the first bell. The auction hall opens again tomorrow at six, and boats are asked to give notice of their "
    "landings by radio to the clerk, as is the rule under the order of the harbour board."
)
_FILL = {
    "firm": ["Marlin Ropes", "Tern Foods", "Gull Paper", "Kelp Motors"],
    "quarter": ["first-quarter", "second-quarter", "third-quarter", "fourth-quarter"],
    "turn": ["rose", "fell"],
    "town": ["Eastmere", "Brinemouth", "Saltland", "Arvin"],
    "name": ["Ida Moss", "Paul Reed", "Vera Lind", "Tom Birch"],
    "day": ["Monday", "Tuesday", "Wednesday", "Thursday"],
    "sky": ["fog", "rain", "sunshine", "snow"],
    "wind": ["north", "south", "east", "west"],
}


def forms() -> Iterator[Case]:
    """One form filled in twice, by one outlet or by two, on one day or on two."""
    dice = random.Random(11)
    for name, form in (("results", RESULTS), ("weather", WEATHER), ("market", MARKET)):
        for turn in range(12):
            texts = [
                form.format(
                    **{key: values[(turn + which) % len(values)] for key, values in _FILL.items()},
                    **{f"n{n}": dice.randint(1, 900) / 10 for n in range(1, 9)},
                )
                for which in range(2)
            ]
            one = make("a", texts[0], f"{name} today", "Example Tribune")
            other = make(
                "b", texts[1], f"{name} today", ("Example Tribune", "Placeholder Post")[turn % 2], 24 * (turn % 3)
            )
            yield Case(f"{name} {turn}", one, other)


def few_numbers() -> Iterator[Case]:
    """A long form of which only a few numbers are others, and the day."""
    for turn in range(6):
        texts = [
            RESULTS.format(
                **{key: values[0] for key, values in _FILL.items()}
                | {"n1": 12 + which, "n2": 30.5, "n3": 70 + which, "n4": 88, "n5": 4000, "n6": 17}
            )
            for which in (turn, turn + 1)
        ]
        yield Case(
            f"few numbers {turn}", make("a", texts[0], "Results"), make("b", texts[1], "Results", hours=24 * (turn % 2))
        )


NOTES = (
    "Marlin Ropes will close its mill at Velm in June with the loss of 140 jobs, the company said on Monday. The mill, "
    "opened in 1911, has made rope for trawlers and, more lately, for climbers. Chief executive Ida Moss blamed dear "
    "energy and cheap imports. The union said it would ask the province to buy the site.",
    "Customs officers at the port of Tarn seized 600 kilos of cocaine hidden among bananas on Saturday, the interior "
    "ministry said. The cargo had come by ship from Guayara. Four dockers were arrested. Minister Lena Voss called it "
    "the largest find in the port since 2009.",
)
ADDED = (
    "Follow us on Facebook and Twitter for more from Placeholder Post.",
    "© 2015 Placeholder Media Ltd. All rights reserved.",
    "This story was updated at 10:42 a.m. on 9 December.",
    "Last year 17 such cases were counted in the whole country.",
)
CREDITS = ("BRINEMOUTH, Dec 9 (Reuters) - ", "VELM (AP) — ", "From our correspondent in Astra: ")


def short_copies() -> Iterator[Case]:
    """A note of less than 60 words, and the same with its last sentence cut and a line added, or another credit."""
    for number, note in enumerate(NOTES):
        one = make("a", note, "What the wire says", "Sample Wire")
        cut = note[: note.rindex(". ") + 1]
        for line in ADDED:
            other = make("b", f"{cut}\n\n{line}", "Another headline", "Placeholder Post", 2)
            yield Case(f"note {number}, cut, and {line[:12]}", one, other)
        for credit, another in zip(CREDITS, CREDITS[1:] + CREDITS[:1], strict=True):
            credited = make("a", credit + note, "What the wire says", "Sample Wire")
            other = make("b", another + note, "Another headline", "Placeholder Post", 2)
            yield Case(f"note {number}, {another} for {credit}", credited, other)


def short_forms() -> Iterator[Case]:
    """Notes of one form by two outlets: a fact is another, whatever line was added."""
    form = (
        "A {age}-year-old man from {town} was sentenced to {months} months in prison on Tuesday for fraud. The "
        "district court found that he had acted alone. His lawyer, {name}, said that he would appeal."
    )
    facts = {"age": "41", "town": "Eastmere", "months": "18", "name": "Ida Moss"}
    for key, value in (("age", "52"), ("town", "Arvin"), ("months", "30")):
        for line in ("", ADDED[0]):
            other = make(
                "b", f"{form.format(**facts | {key: value})}\n\n{line}".strip(), "Another", "Placeholder Post", 2
            )
            yield Case(f"court {key} {line[:6]}", make("a", form.format(**facts), "Court", "Sample Wire"), other)
