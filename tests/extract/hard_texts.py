"""Texts that a careless pattern goes back and forth over, of any size: one line, many lines, floods of one sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping

WORDS = "The wall fell by 10 Dec 2015 (Reuters) - `x` *y* photo [a] said Jo Reed, and the town `` went '' on.".split()
SENTENCE = " ".join(WORDS)
_STORY = """Engineers closed the tidal barrage on Tuesday after the highest water in years, the port said.

"We had about twenty minutes to bring everybody home," said Bo Lindgren, who runs the control room.

The council will meet on Thursday to decide whether the lower gates of the barrage need to be replaced."""
_MIXED = ("By ", "(", "“", "<b>", "&amp;", "- ", "10 Dec ", "\n", "…")


def repeat(part: str) -> Callable[[int], str]:
    """One line of nothing but `part`."""
    return lambda size: part * (size // len(part))


def lines(part: str, gap: str = "\n") -> Callable[[int], str]:
    """Lines of `part`; a `{n}` in it is their number."""
    numbered = "{n}" in part

    def make(size: int) -> str:
        count = size // (len(part) + len(gap))
        return gap.join(part.replace("{n}", str(n)) if numbered else part for n in range(count))

    return make


def within(part: str, gap: str = "\n") -> Callable[[int], str]:
    """A story that begins, has lines of `part` in it, and goes on for longer."""
    make = lines(part, gap)
    return lambda size: (
        f"Harbour wall falls into the sea at Portsea\n\nThe harbour wall fell at six.\n\n{make(size)}\n\n{_STORY}"
    )


HARD_TEXTS: Mapping[str, Callable[[int], str]] = {
    # one line
    "one line": repeat(f"{SENTENCE} "),
    "one word": repeat("x"),
    "one word in capitals": repeat("A"),
    "spaces": lambda size: "a" + " " * size + "b",
    "spaces in a heading": lambda size: "# a" + " " * size + "b",
    "tabs and spaces": lambda size: "a" + "\t \xa0" * (size // 3) + "b",
    "digits": repeat("1"),
    "digits and spaces": repeat("1 "),
    "dots": repeat("."),
    "dots and spaces": repeat(". "),
    "dashes": repeat("-"),
    "dashes and spaces": repeat("- "),
    "equals": repeat("="),
    "stars": repeat("*"),
    "underscores": repeat("_"),
    "hashes": repeat("#"),
    "commas": repeat(","),
    "colons": repeat(": "),
    "pipes": repeat("| "),
    "slashes": repeat("/"),
    "at signs": repeat("a@"),
    "backslashes": repeat("\\"),
    "opening brackets": repeat("("),
    "closing brackets": repeat(")"),
    "square brackets": repeat("["),
    "curly brackets": repeat("{"),
    "brackets in pairs": repeat("(a) "),
    "links": repeat("[a](b) "),
    "quotation marks": repeat('"'),
    "apostrophes": repeat("'"),
    "back quotes": repeat("``a "),
    "curly quotes": repeat("“a” "),
    "less-than": repeat("<"),
    "greater-than": repeat(">"),
    "ampersands": repeat("&"),
    "entities": repeat("&amp;"),
    "broken entities": repeat("&#1"),
    "open tags": repeat("<p"),
    "open comments": repeat("<!--"),
    "open sections": repeat("<![CDATA["),
    "tags": repeat("<b>"),
    "addresses": repeat("http://a.b/"),
    "by by by": repeat("by "),
    "updated updated": repeat("updated "),
    "published on": repeat("published on "),
    "initials": repeat("A. "),
    "names": repeat("Jo Reed, "),
    "names and": repeat("Jo Reed and "),
    "days": repeat("10 Dec 2015 "),
    "times": repeat("10:15 "),
    "copyright": repeat("© 2015 "),
    "photo photo": repeat("photo: "),
    "source source": repeat("source: "),
    "capitals": repeat("PORTSEA, "),
    "signs": repeat("[(*_`-. "),
    "combining marks": repeat("e\u0301"),
    "unspaced script": repeat("墙倒了。"),
    "right to left": repeat("سقط الجدار "),
    "zero width": repeat("\u200b"),
    # many lines
    "paragraphs": lines(SENTENCE, "\n\n"),
    "close paragraphs": lines(SENTENCE),
    "wrapped": lines(" ".join(WORDS[:14])),
    "blank lines": repeat("\n"),
    "lines of one letter": lines("a"),
    "short lines": lines("By {n}"),
    "stamps": lines("By Jo Reed | Dec. 10, 2015 at {n}:15"),
    "gallery": lines("Photos: A wall {n}"),
    "menu": lines("* Menu {n}"),
    "menu in a story": within("* Menu {n}"),
    "numbered": lines("{n}. Item"),
    "headings": lines("# Heading {n}"),
    "rules": lines("---"),
    "fences": lines("```"),
    "quoted lines": lines("> {n} words of a reply"),
    "deep quotes": lambda size: "\n".join(">" * (n % 500) + " a" for n in range(size // 252)),
    "deep lists": lambda size: "\n".join(" " * (n % 400) + "- a" for n in range(size // 203)),
    "table rows": lines("| a{n} | b |"),
    "keys": lines("key{n}: value"),
    "boxes": lines("Related stories\n* Link {n}"),
    "labels": lines("UPDATE {n}-Wall falls (Adds quotes)"),
    "notes": lines("(Adds quotes {n}"),
    "highlights": lines("@highlight\n\nWall {n}"),
    "credits": lines("Photo by Ann Field / Reuters {n}"),
    "sign-offs": lines("(Reporting by Jo Reed {n}; Editing by Xi Wu)"),
    "datelines": lines("PORTSEA, Dec 10 (Reuters) - Wall {n} fell."),
    "headers": lines("Subject: wall {n}"),
    "separators": lines("From: a@b.example"),
    "rows": lines('"wall {n}","fell",10'),
    "objects": lines('{"title": "wall {n}"'),
    "open objects": repeat('{"a":'),
    "open lists": repeat("["),
    "wire codes": lines("^bc-wall-{n}< ^By JO REED="),
    "mixed": lambda size: "\n".join(f"{_MIXED[n % len(_MIXED)]}{n}" for n in range(size // 9)),
}
