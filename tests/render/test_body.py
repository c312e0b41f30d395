from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.render.body import NameLink, name_tag, sentence_at, weave


def span_of(text: str, part: str, start: int = 0) -> Span:
    at = text.index(part, start)
    return Span(start=at, end=at + len(part))


def name(text: str, part: str, entity: str = "e", start: int = 0) -> NameLink:
    return NameLink(span=span_of(text, part, start), entity=entity, tag=name_tag("person", f"../people/{entity}/"))


class Unwoven(HTMLParser):
    """The html without what was woven in; `anchors` in order, `links` as their texts."""

    def __init__(self, woven: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html = ""
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.feed(str(woven))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        ours = (tag == "span" and "id" in values) or (tag == "a" and "entity" in (values.get("class") or ""))
        if tag == "span" and ours:
            self.anchors.append(values["id"] or "")
        if tag == "a" and ours:
            self.links.append("")
        if tag != "br":
            self.open.append((tag, ours))
        if not ours:
            self.html += self.get_starttag_text() or ""

    def handle_endtag(self, tag: str) -> None:
        name, ours = self.open.pop()
        assert name == tag, "tags cross"
        if not ours:
            self.html += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        self.html += data
        if ("a", True) in self.open:
            self.links[-1] += data

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")


def test_first_mention_is_linked_and_each_sentence_is_an_anchor() -> None:
    text = "Ada Quay came. She left; Ada Quay returned."
    html = f"<p>{text}</p>\n"
    woven = weave(
        html,
        text,
        (Span(start=0, end=14), Span(start=15, end=len(text))),
        (name(text, "Ada Quay"), name(text, "Ada Quay", start=20)),
    )
    assert woven == (
        '<p><span id="s0"><a class="entity person" href="../people/e/">Ada Quay</a> came.</span> '
        '<span id="s1">She left; Ada Quay returned.</span></p>\n'
    )


def test_a_name_in_a_heading_a_link_or_across_tags_waits_for_its_next_mention() -> None:
    text = "Quay\n\nQuay and Ada Quay and Quay."
    html = '<h2>Quay</h2><p><a href="https://x.example/">Quay</a> and Ada <em>Quay</em> and Quay.</p>'
    names = [
        name(text, "Quay"),
        name(text, "Quay", start=6),
        name(text, "Ada Quay"),
        name(text, "Quay", start=len(text) - 6),
    ]
    assert Unwoven(weave(html, text, (), names)).links == ["Quay"]
    assert weave(html, text, (), names).endswith('and <a class="entity person" href="../people/e/">Quay</a>.</p>')


def test_a_sentence_may_hold_whole_elements_and_line_breaks() -> None:
    text = "PORT — It & all\nrained. So."
    html = "<p><strong>PORT</strong> — It &amp; all<br>rained. So.</p>"
    woven = weave(html, text, (span_of(text, text[:23]), span_of(text, "So.")), (name(text, "all"),))
    assert woven == (
        '<p><span id="s0"><strong>PORT</strong> — It &amp; <a class="entity person" href="../people/e/">all</a>'
        '<br>rained.</span> <span id="s1">So.</span></p>'
    )


def test_a_sentence_across_tags_gets_an_empty_anchor_at_its_start() -> None:
    text = "One two. Three four."
    html = "<p>One <em>two. Three</em> four.</p>"
    woven = weave(html, text, (span_of(text, "One two."), span_of(text, "Three four.")), ())
    assert woven == '<p><span id="s0"></span>One <em>two. <span id="s1"></span>Three</em> four.</p>'


def test_html_that_does_not_hold_the_text_keeps_its_anchors() -> None:
    woven = weave("<p>Other words</p>", "Words", (Span(start=0, end=5),), ())
    assert woven == '<span id="s0"></span><p>Other words</p>'


def test_a_hostile_address_cannot_leave_its_attribute() -> None:
    assert name_tag("person", '"><script>') == '<a class="entity person" href="&#34;&gt;&lt;script&gt;">'


def test_sentence_at() -> None:
    sentences = (Span(start=2, end=5), Span(start=6, end=9))
    assert [sentence_at(sentences, at) for at in (0, 2, 5, 6, 20)] == [None, 0, 0, 1, 1]


def test_a_long_body_takes_linear_time() -> None:
    paragraph = "Ada Quay met <b>Ben</b> &amp; Pier. " * 4000
    text = re.sub("<[^>]*>", "", paragraph).replace("&amp;", "&")
    sentences = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(r"\S[^.]*\.", text))
    woven = weave(f"<p>{paragraph}</p>", text, sentences, [name(text, "Ada Quay")])
    assert woven.count("<span id=") == 4000


words = st.text("ab &<\"'é.", min_size=1, max_size=8).filter(str.strip)
inline = st.recursive(
    words.map(lambda t: ("", [t])),
    lambda inner: st.tuples(st.sampled_from(["em", "strong", "a"]), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=6,
)
blocks = st.lists(
    st.tuples(st.sampled_from(["p", "h2", "li"]), st.lists(inline, min_size=1, max_size=4)), min_size=1, max_size=4
)


def write(piece: tuple[str, list[object]]) -> tuple[str, str]:
    tag, inner = piece
    parts = [(escape(p, quote=False), p) if isinstance(p, str) else write(p) for p in inner]  # type: ignore[arg-type]
    html, text = "".join(p[0] for p in parts), "".join(p[1] for p in parts)
    return (f"<{tag}>{html}</{tag}>" if tag else html), text


@given(blocks, st.data())
def test_taking_the_tags_out_gives_the_html_back(body: list[tuple[str, list[object]]], data: st.DataObject) -> None:
    written = [write(block) for block in body]
    html = "\n".join(h for h, _ in written)
    text = "\n\n".join(t for _, t in written)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)) | {0, len(text)})
    sentences = [Span(start=a, end=b) for a, b in pairwise(cuts) if text[a:b].strip()]
    ends = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    names = [
        NameLink(span=Span(start=a, end=b), entity=f"e{a % 3}", tag=name_tag("place", "x"))
        for a, b in zip(ends[::2], ends[1::2], strict=False)
    ]
    unwoven = Unwoven(weave(html, text, sentences, names))
    assert unwoven.html == html
    assert sorted(unwoven.anchors) == sorted(f"s{n}" for n in range(len(sentences)))
    assert len(unwoven.links) <= 3
