"""An article on a terminal: its body as its Markdown reads, what was understood, colours where they are wanted."""

from __future__ import annotations

import io
import re

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from generator.model import (
    DateMention,
    Document,
    EnrichedArticle,
    Entity,
    Mention,
    Name,
    Quote,
    Removed,
    Span,
    Summary,
    Topic,
)
from generator.pipeline import Shown
from generator.record.article import make_article
from generator.show.body import body_lines
from generator.show.styles import Styles
from generator.show.terminal import make_console, print_shown

BODY = """\
Mayor Ann Field of Quaytown resigned on Thursday after a *report* on the harbour contract.

## What the report says

- It was signed in May, on a wet day at the quay, while nobody was looking on.
- It is for ten years
    - and may go on
- Nobody read it

3. First this
4. Then that

> "I regret it," Field said.
>
> "I shall go," she said.

| Year | Cost | Who |
| --- | ---: | --- |
| 2013 | 10 million | Portsea |
| 2014 | | Westhaven |

    as it was
      set

* * *

A last paragraph,<br>broken.
"""


def article(body=BODY, **fields):
    document = Document(id="a1", title="Mayor resigns", body=body, **fields)
    return make_article(document, "articles/2015/12/mayor.md")


def lines(body, width=60):
    console = Console(file=io.StringIO(), width=width)
    return [line.plain for line in body_lines(article(body), Styles(), console, width)]


def understood():
    whole = article(deck="A deck of the story.", source="Harbour Times", review=("published",))
    at = whole.text.index

    def span(words):
        return Span(start=at(words), end=at(words) + len(words))

    enriched = EnrichedArticle(
        article=whole,
        mentions=(Mention(span=span("Ann Field"), kind="person", entity="person/ann-field"),),
        entities=(
            Entity(
                id="person/ann-field",
                kind="person",
                name="Ann Field",
                names=(Name(text="Ann Field", count=1), Name(text="Field", count=1)),
                roles=("Mayor",),
            ),
        ),
        topics=(
            Topic(id="medtop:11000000", label="politics", score=0.91, origin="rules", evidence=(span("Mayor"),) * 2),
            Topic(id="x", label="harbours", score=1.0, origin="given"),
        ),
        dates=(DateMention(span=span("Thursday"), type="DATE", value="2015-12-10"),),
        quotes=(Quote(span=span('"I regret it,"'), speaker="Ann Field", cue="said"),),
        summary=Summary(text="A deck of the story."),
    )
    return Shown(article=enriched, form="text", removed=(Removed(line=9, text="Share this", rule="share-links"),))


def printed(width=60, **options):
    out = io.StringIO()
    print_shown(understood(), "inbox/mayor.txt", Console(file=out, width=width, highlight=False, **options))
    return out.getvalue()


def test_the_body_reads_as_its_markdown():
    assert lines(BODY, 40) == [
        "Mayor Ann Field of Quaytown resigned on",
        "Thursday after a report on the harbour",
        "contract.",
        "",
        "## What the report says",
        "",
        "- It was signed in May, on a wet day at",
        "  the quay, while nobody was looking on.",
        "- It is for ten years",
        "  - and may go on",
        "- Nobody read it",
        "",
        "3. First this",
        "4. Then that",
        "",
        '> "I regret it," Field said.',
        ">",
        '> "I shall go," she said.',
        "",
        "Year  Cost        Who",
        "----  ----------  ---------",
        "2013  10 million  Portsea",
        "2014              Westhaven",
        "",
        "    as it was",
        "      set",
        "",
        "---",
        "",
        "A last paragraph,",
        "broken.",
    ]


def test_items_of_several_paragraphs_are_set_in_and_parted():
    assert lines("- One\n\n    more of one\n\n- Two\n\n> - Three\n> - Four\n") == [
        "- One", "", "  more of one", "", "- Two", "", "> - Three", "> - Four",
    ]  # fmt: skip


def test_a_wide_table_is_broken_in_its_widest_column():
    body = "| A | B |\n| --- | --- |\n| one | a long cell with many words in it that does not fit |\n"
    assert lines(body, 30) == [
        "A    B",
        "---  -------------------------",
        "one  a long cell with many",
        "     words in it that does not",
        "     fit",
    ]


def test_everything_understood_is_told_beside_its_label():
    told = printed()
    assert told.startswith("── inbox/mayor.txt ─")
    for line in (
        "       source  Harbour Times",
        " please check  published",
        "       topics  politics  0.91  Mayor ×2",
        "               harbours  given",
        "       people  Ann Field (Mayor; also Field)",
        "        dates  2015-12-10  Thursday",
        '       quotes  Ann Field said: "I regret it,"',
        "      summary  A deck of the story.",
        "       9  Share this",
    ):
        assert line in told.splitlines()


def test_colours_are_for_terminals_alone():
    assert "\x1b" not in printed()
    coloured = printed(force_terminal=True, color_system="standard")
    assert re.search(r"\x1b\[36mAnn Field\x1b\[0m of Quaytown", coloured)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == printed()
    assert "\x1b[2m      summary  \x1b[0mA deck of the story.\n" in coloured, "the label is dim, the value is not"


def test_no_color_leaves_every_style_out():
    assert make_console({"NO_COLOR": "1"}).color_system is None


@given(st.integers(min_value=40, max_value=140))
def test_no_line_is_wider_than_the_terminal(width):
    assert max(map(len, printed(width).splitlines())) <= max(width, len("inbox/mayor.txt") + 4)


WORDS = st.text(alphabet="ab >-#*1.|\n`_[]()<&", max_size=80)


@given(WORDS)
def test_every_word_of_any_body_is_printed(body):
    whole = article(f"A\n\n{body}\n\nZ")
    console = Console(file=io.StringIO(), width=60)
    shown = "".join(line.plain for line in body_lines(whole, Styles(), console, 60))
    letters = [sign for sign in whole.text if sign in "abAZ"]
    assert [sign for sign in shown if sign in "abAZ"] == letters
