"""Markdown of Hugo, Jekyll, Pelican, MyST and others: no sign of the generator is printed, and nothing else is lost."""

from __future__ import annotations

import re
from collections import Counter
from timeit import repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.model import Origin, RawArticle
from generator.record.body import render_body
from tests.extract.word_ledger import find_faults

LEAD = "The wall of the old harbour fell into the water on Thursday, and nobody was hurt."


def extract(text):
    raw = RawArticle(origin=Origin(path="a.md", sha256="ab"), form="markdown", markup="markdown", text=text)
    return extract_article(raw, ConvertConfig())


def read(text):
    """The body, without the lead that makes an article of it."""
    return extract(f"{LEAD}\n\n{text}").document.body.removeprefix(LEAD).lstrip("\n")


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ('{{< youtube "w7Ft2ymGmfc" >}}\n\nIt rained.', "It rained."),
        ("It {{< param town >}} rained {{ site.title }}.", "It rained."),
        ('{{% notice tip %}}\nBring a *coat*.\n{{% /notice %}}', "Bring a *coat*."),
        ('See [the plan]({{< ref "plan.md" >}}) now.', "See the plan now."),
        ("See [the plan]({% post_url 2024-03-05-plan %}) now.", "See the plan now."),
        ("See [the plan]({filename}plan.md) or [it]({static}/p.pdf).", "See the plan or it."),
        ("See [the plan](|filename|plan.md), [the top](#top), [us](/about/).", "See the plan, the top, us."),
        ("See [the *plan*][p] and [q].\n\n[p]: {filename}plan.md\n[q]: https://q.example", None),
        ("{% include figure.html src='a.jpg' %}\nIt rained.\n{: .note}", "It rained."),
        ("{% highlight ruby %}\nputs {{ 1 }}\n{% endhighlight %}", "```ruby\nputs {{ 1 }}\n```"),
        ('{{< highlight go "linenos=table" >}}\nx := 1\n{{< /highlight >}}', "```go\nx := 1\n```"),
        ("{% raw %}Write {{ x }}.{% endraw %} So.", "Write {{ x }}. So."),
        ("One.{% comment %} not two {% endcomment %}\n\n<!-- nor\nthree -->\n\nFour.", "One.\n\nFour."),
        ("{% if x %}\nIt rained.\n{% endif %}", "It rained."),
        ("## What next {#next .big}\n\n* TOC\n{:toc}\n\nRain.", "## What next\n\nRain."),
        ("[map](https://x.example){:target='_blank'} and [it](https://y.example){.b}", None),
        (":::{note} Mind\n:class: x\nThe tide.\n:::\n\nEnd.", "**Mind**\n\nThe tide.\n\nEnd."),
        ("::: warning\nThe tide.\n:::", "The tide."),
        (":::tip[Mind]\nThe tide.\n:::", "**Mind**\n\nThe tide."),
        ('!!! note "Mind"\n    The tide.\n\n    - a\n\nEnd.', "**Mind**\n\nThe tide.\n\n- a\n\nEnd."),
        ("> [!NOTE]\n> The tide.", "> The tide."),
        ("```{warning}\nThe tide.\n```", "The tide."),
        ("```{code-block} python\n:linenos:\nx = 1\n```", "```python\nx = 1\n```"),
        ("See {doc}`the plan <plan>` and {ref}`it`.", "See the plan and it."),
        ("It rained.\n- a\n- b", "It rained.\n\n- a\n- b"),
        ("1) a\n2) b", "1. a\n2. b"),
        ("In the year\n2) was said.", "In the year\n2) was said."),
        ("It ~~rained~~ `~~x~~`\\\nand so on", "It <del>rained</del> `~~x~~`  \nand so on"),
        ("Of the boats:\n| a | b |\n|---|---|\n| 1 | 2 |", "Of the boats:\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
        ("```\n{{ x }} {% y %} {: .z}\n:::note\n```", "```\n{{ x }} {% y %} {: .z}\n:::note\n```"),
        ("Type `{{ x }}` or `{% y %}`.", "Type `{{ x }}` or `{% y %}`."),
        ("See [[Harbour wall]], [[walls/north|the wall]], [[#Now]] and ![[wall.png|300]].",
         "See Harbour wall, the wall, Now and."),
        ("<details><summary>More</summary>\nIt rained.\n</details>", "**More**\n\nIt rained."),
        ("It is [[1]](https://x.example) and [[2]][b] here.", None),
        ("It rained %%so%% hard {>>mend<<} 5%% of 10%%. ^a1b2c3", "It rained hard 5%% of 10%%."),
        ("[Rain]{.smallcaps} fell, [x]{lang=fr} too.", "Rain fell, x too."),
        ('--8<-- "part.md"\n\nIt rained.', "It rained."),
        ('=== "One"\n\n    Rain.\n\n=== "Two"\n\n    Sun.\n', "**One**\n\nRain.\n\n**Two**\n\nSun."),
        ("<details>\n<summary>More</summary>\n\nIt *rained*.\n\n</details>\n\nEnd.",
         "**More**\n\nIt *rained*.\n\nEnd."),
        ('<div class="a">\n\n**Rain** <b>fell</b>.\n\n<div>\nSo.\n</div>\n</div>', "**Rain** <b>fell</b>.\n\nSo."),
        ("- [ ] rain\n- [x] sun\n\n```\n- [x] a\n```", "- ☐ rain\n- ☑ sun\n\n```\n- [x] a\n```"),
        ('#rain is back\n\nIt \\"rained\\" for 5\\$.', '\\#rain is back\n\nIt "rained" for 5$.'),
        ("A {brace} and {{ one that stays, 5 % {of} [it] (all) <b>b</b>: see!", None),
        ("A [link](https://x.example/a \"T\") and <https://y.example>.", None),
    ],
)  # fmt: skip
def test_each_sign(source, body):
    if body is not None:
        assert read(source) == body
    shown = render_body(read(source)).html
    assert "<a>" not in shown
    assert not find_faults(_without_addresses(f"{LEAD}\n\n{source}"), extract(f"{LEAD}\n\n{source}"))


def _without_addresses(text):
    """Addresses that lead somewhere are kept, but no text; nor are languages of code, or letters of tags."""
    text = re.sub(r"\]\(https[^\s)]*( \"T\")?\)", "]", text)
    text = re.sub(r"(?m)^\[q\]: https.*", "", text)
    return re.sub(r"</?b>", "", text)


def test_html_in_an_element_stays_html():
    source = "<div>\n    <p>It <b>rained</b>.</p>\n</div>"
    assert read(source) == source
    assert "<p>It <b>rained</b>.</p>" in render_body(source).html


def test_good_links_stay_as_they_are():
    source = 'A [link](https://x.example/a_(b) "T"), [one][q] and <https://y.example>.\n\n[q]: https://q.example'
    assert read(source) == source
    assert read("[a][p] and [b][q].\n\n[p]: {filename}p.md\n[q]: https://q.example") == (
        "a and [b][q].\n\n[q]: https://q.example"
    )


@pytest.mark.parametrize(
    "source",
    [
        'It fell. {{< figure src="a.jpg" caption="The wall at dawn" attr="Photo: Kim Lee" >}}',
        "{% include image.html src='a.jpg' caption='The wall at dawn' credit='Kim Lee' %}\n\nIt fell.",
        '![The wall](a.jpg "The wall at dawn. Photo: Kim Lee")\n\nIt fell.',
        "It fell.\n\n:::{figure} a.jpg\n:alt: wall\nThe wall at dawn. Photo: Kim Lee\n:::",
        "```{figure} a.jpg\n:alt: wall\n\nThe wall at dawn. Photo: Kim Lee\n```\n\nIt fell.",
    ],
)
def test_what_is_said_of_a_picture(source):
    document = extract(f"{LEAD}\n\n{source}").document
    assert document.body == f"{LEAD}\n\nIt fell."
    assert [caption.rstrip(".") for caption in document.captions] == ["The wall at dawn"]
    assert document.photo_credits == ("Kim Lee",)


def test_a_linked_picture_leaves_no_empty_link():
    assert read("[![wall](a.jpg)](https://x.example)\n\nIt fell.") == "It fell."
    assert read("[A ![wall](a.jpg)](https://x.example) fell.") == "[A ](https://x.example) fell."


def test_the_receipt_names_the_lines_of_the_file():
    removed = extract(
        f"\n\n# Wall falls\n\nBy Jo Reed\n\n{{{{< toc >}}}}\n\n{LEAD}\n\n:::note\nA.\n:::\n{{: .x}}"
    ).removed
    assert [(entry.line, entry.rule) for entry in removed] == [
        (3, "title"), (5, "stamp"), (7, "template"), (11, "box"), (13, "box"), (14, "template"),
    ]  # fmt: skip


pieces = st.sampled_from(
    (
        "{{< a >}}|{{% b %}}|{{ c }}|{% d %}|{: .e}|[f](g)|![h](i)|[j]({{ k }})|:::|:::note|\n|\n\n| |- l|  - m|`|```"
        "|\n```\n|<!--|-->|[|]|(|)|{|}|n|[o][p]|\n[p]: q\n|[^1]|\n[^1]: r\n|!!! note\n    s\n|{% raw %}|{% endraw %}"
        "|~~|\\"
    ).split("|")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, max_size=20).map("".join))
def test_any_mixture_is_read_and_every_word_accounted_for(text):
    extraction = extract(f"{LEAD}\n\n{text}")
    kept = extraction.document.body.removeprefix(LEAD) + "".join(entry.text for entry in extraction.removed)
    assert not Counter(c for c in text if c.isalpha()) - Counter(kept)
    render_body(extraction.document.body)


@pytest.mark.parametrize(
    "unit",
    [
        "{{< ", "{% raw %}", "[a", "[a](", "![a](b", "{{ x }}", "<!--", "[x]", ":::note\n", "!!! a\n", "[^a]", "`",
        "](", "{% highlight x %}\n", "[a]: b\n", "~~a", "- a\n  b\n", "{:", "[a](b) ", "\n    ", "{{<a>}}\n", "[\n",
    ],
)  # fmt: skip
def test_time_grows_with_length_alone(unit):
    small, large = (LEAD + "\n\n" + unit * (size // len(unit)) for size in (10_000, 100_000))
    small, large = ("\n".join(text.split("\n")[:50_000]) for text in (small, large))
    once, more = (min(repeat(lambda: extract(text), number=1, repeat=2)) for text in (small, large))  # noqa: B023
    assert more < 12 * once + 0.25
