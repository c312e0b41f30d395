"""What static-site generators put in Markdown that is no text: template tags, attributes, addresses they fill in.

The lines of an article come in; the same without them, what is said of pictures, and the receipt go out. What stands
between two tags stays; a listing between two tags becomes fenced code. Code is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence

from generator.dialect.fences import find_fences
from generator.extract.markdown.lines import Cut, Line, cut_out
from generator.extract.markdown.pictures import Said
from generator.model import Removed

_DESTINATION = (
    r"(?:<[^<>\n]{0,1000}>|(?>(?:\{\{[^{}\n]{0,300}\}\}|\{%[^{}\n]{0,300}%\}|\{[a-z]{1,20}\}|\([^()\s]{0,300}\)"
    r"|[^()\s{}<>]){0,1000}))"
)
_TITLE = r"(?:[ \t\n]{1,3}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?"
_SAID = r"(?:[^\[\]\n]|\n(?![ \t]{0,99}\n)){0,400}(?:\[[^\[\]\n]{0,200}\](?:[^\[\]\n]|\n(?![ \t]{0,99}\n)){0,400}){0,2}"
_TOKEN = re.compile(
    rf"""
    (?P<skip>\\.|`[^`\n]{{1,300}}`|``(?:[^`\n]|`(?!`)){{1,300}}``)
    |(?P<tag>\{{\{{[<%]|\{{%|\{{\{{|<!--)
    |(?P<contents>^[*+-][ ][^\n]{{0,80}}\n[ ]{{0,8}}\{{:\s?toc[^{{}}\n]{{0,80}}\}}
        |^\[\[?_?(?:toc|TOC)_?\]\]?[ \t]{{0,8}}$)
    |(?P<snippet>^[ \t]{{0,8}}-{{1,8}}8<-{{1,8}}(?:[ \t]{{1,4}}"[^"\n]{{1,300}}")?[ \t]{{0,8}}$
        |(?<=[ \t])\^[a-z0-9-]{{6,40}}[ \t]{{0,8}}$)
    |(?P<remark>(?<![\w%])%%(?!%)[^%\n]{{1,500}}%%(?![\w%])|\{{>>[^{{}}\n]{{0,500}}<<\}})
    |(?P<wiki>!?\[\[\#?(?P<page>[^\[\]|\n]{{1,200}})
        (?:\|(?P<shown>[^\[\]|\n]{{1,200}}))?(?:\|\d{{1,5}})?\]\](?![(\[:]))
    |(?P<span>\[(?P<spanned>[^\[\]\n]{{1,300}})\]\{{(?:[.\#]|[\w-]{{1,30}}=)[^{{}}\n]{{0,150}}\}})
    |(?P<attributes>\{{:[^{{}}\n]{{0,200}}\}}|(?<=[)\]*_`])\{{(?:[.\#]|[\w-]{{1,30}}=)[^{{}}\n]{{0,150}}\}})
    |(?P<id>(?<=[ \t])\{{[#.][\w .\#=:"'-]{{1,100}}\}}[ \t]{{0,8}}$)
    |(?P<role>\{{[a-z][a-z:_-]{{0,30}}\}}`(?P<roled>[^`\n]{{1,300}})`)
    |(?P<picture>!\[(?P<alt>{_SAID})\]\((?P<file>{_DESTINATION})(?P<caption>{_TITLE})\s?\))
    |(?P<link>\[(?P<said>{_SAID})\]\([ ]?(?P<to>{_DESTINATION}){_TITLE}[ ]?\))
    |(?P<definition>^[ ]{{0,3}}\[(?P<name>[^\[\]^\n][^\[\]\n]{{0,100}})\]:[ \t]{{0,4}}
        (?P<at>\{{\{{[^{{}}\n]{{0,300}}\}}\}}|\{{%[^{{}}\n]{{0,300}}%\}}|<[^<>\n]{{0,1000}}>|\S{{1,1000}})
        {_TITLE}[ \t]{{0,8}}$)
    |(?P<reference>!?\[(?P<words>[^\[\]\n]{{1,300}})\](?:\[(?P<label>[^\[\]\n]{{0,100}})\])?)
    """,
    re.VERBOSE | re.MULTILINE,
)
_CLOSERS = {"{{<": ">}}", "{{%": "%}}", "{%": "%}", "{{": "}}", "<!--": "-->"}
_LONGEST_TAG = 3000
_PARAMETER = re.compile(r"\b([a-z_-]{3,20})\s?=\s?(?:\"([^\"]{0,1500})\"|'([^']{0,1500})')", re.IGNORECASE)
_CAPTIONS = ("caption", "title", "description")
_CREDITS = ("attr", "credit", "credits", "attribution", "copyright", "photographer")
_PICTURES = re.compile(r"fig|image|img|picture|photo|gallery", re.IGNORECASE)
_WEB = ("http://", "https://", "mailto:")
# Tags whose text between is code, no text at all, or text as it stands.
_LISTINGS = ("highlight", "code-block", "codeblock")
_SILENT = ("comment",)
_LITERAL = ("raw", "verbatim")
_PAIRED = {
    name: re.compile(rf"\{{(?:\{{[<%]|%)-?\s{{0,5}}(?:/|end){name}\s{{0,5}}-?(?:[>%]\}}|%)\}}")
    for name in (*_LISTINGS, *_SILENT, *_LITERAL)
}
_LANGUAGE = re.compile(r"[\"']?([\w#+.-]{1,30})")
_PICTURE_ALONE = re.compile(rf"!\[{_SAID}\](?:\({_DESTINATION}{_TITLE}\s?\)|\[[^\[\]\n]{{0,100}}\])")


def take_templates(lines: Sequence[Line], pictures: Said) -> tuple[list[Line], list[Removed]]:
    """The lines without what only a generator reads, and the receipt; what tags say of pictures is added."""
    text = "\n".join(line.text for line in lines)
    return cut_out(lines, _Scan(text, _code_stretches(lines), pictures).read(0, len(text)))


def _code_stretches(lines: Sequence[Line]) -> dict[int, int]:
    """Where each fenced block begins and ends, in characters."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.text) + 1)
    return {starts[first]: starts[last + 1] - 1 for first, last in find_fences([line.text for line in lines])}


class _Scan:
    """One reading of a text, from its beginning to its end."""

    def __init__(self, text: str, code: dict[int, int], pictures: Said) -> None:
        self._pictures = pictures
        self._text = text
        self._code = sorted(code.items())
        self._next_code = 0
        self._found: dict[str, int] = {}
        found = (match for match in _TOKEN.finditer(text) if match["definition"]) if "]:" in text else ()
        self._labels = {_fold(match["name"]): _is_web(match["at"]) for match in found}

    def read(self, at: int, end: int) -> Iterator[Cut]:
        """The cuts between two places, in order."""
        while match := _TOKEN.search(self._text, at, end):
            if code_end := self._code_at(match.start()):
                at = min(code_end, end)
                continue
            at = match.end()
            if match["tag"]:
                at = yield from self._read_tag(match)
            elif match["picture"]:
                yield self._cut_picture(match)
            elif match["link"] or match["reference"]:
                at = yield from self._read_link(match)
            elif match["wiki"] or match["span"] or match["role"]:
                yield from self._read_wrapped(match)
            elif match["definition"]:
                if not _is_web(match["at"]):
                    yield Cut(match.start(), at, "link-address", match[0].strip())
            elif not match["skip"]:
                yield Cut(match.start(), at, "comment" if match["remark"] else "template", match[0].strip())

    def _read_wrapped(self, match: re.Match[str]) -> Iterator[Cut]:
        """What a link of a wiki, a role, or a span with attributes, shows; a file that a wiki embeds goes."""
        if match["role"]:
            said = match["roled"].partition(" <")[0]
            yield Cut(match.start(), match.start("roled"), "template", match[0].partition("`")[0])
            yield Cut(match.start("roled") + len(said), match.end(), "template", match["roled"][len(said) :].strip())
            return
        if match[0].startswith("!"):
            yield Cut(match.start(), match.end(), "image", match[0])
            return
        group = "spanned" if match["span"] else "shown" if match["shown"] else "page"
        rule = "template" if match["span"] else "link-address"
        (start, end), text = match.span(group), self._text
        yield Cut(match.start(), start, rule, text[match.start() : start].strip("[#"))
        yield Cut(end, match.end(), rule, text[end : match.end()].strip("]"))

    def _code_at(self, at: int) -> int | None:
        """The end of the fenced block that a place is in."""
        while self._next_code < len(self._code) and self._code[self._next_code][1] <= at:
            self._next_code += 1
        start, end = self._code[self._next_code] if self._next_code < len(self._code) else (at + 1, at)
        return end if start <= at else None

    def _find(self, closer: str, at: int) -> int:
        """The next place of a closing sign; -1 without one. Each stretch is searched once."""
        known = self._found.get(closer)
        if known is None or (known != -1 and known < at):
            known = self._found[closer] = self._text.find(closer, at)
        return known

    # --- tags --------------------------------------------------------------------------------------------------------

    def _read_tag(self, match: re.Match[str]) -> Generator[Cut, None, int]:
        start, opener = match.start(), match["tag"]
        closer = _CLOSERS[opener]
        inner_end = self._find(closer, match.end())
        if inner_end == -1 or (opener != "<!--" and inner_end - start > _LONGEST_TAG):
            return match.end()
        end = inner_end + len(closer)
        inner = self._text[match.end() : inner_end].strip(" \t\n-")
        name, _, rest = inner.partition(" ")
        if opener == "<!--":
            yield Cut(start, end, "comment", self._text[start:end])
            return end
        if opener != "{{" and name in _PAIRED and (last := self._find_last(name, end)):
            return (yield from self._read_pair(start, end, name, rest, last))
        if opener != "{{":
            self._read_picture(inner)
        yield Cut(start, end, "template", self._text[start:end])
        return end

    def _find_last(self, name: str, at: int) -> re.Match[str] | None:
        """The tag that closes one."""
        if self._found.get(name) == -1:
            return None
        last = _PAIRED[name].search(self._text, at)
        if last is None:
            self._found[name] = -1
        return last

    def _read_pair(self, start: int, end: int, name: str, rest: str, last: re.Match[str]) -> Generator[Cut, None, int]:
        if name in _SILENT:
            yield Cut(start, last.end(), "comment", self._text[start : last.end()])
            return last.end()
        opening = closing = ""
        if name in _LISTINGS:
            language = _LANGUAGE.match(rest)
            fence = "~~~~" if "```" in self._text[end : last.start()] else "```"
            opening = self._own_line(start, end, fence + (language[1] if language else ""))
            closing = self._own_line(last.start(), last.end(), fence)
        yield Cut(start, end, "template", self._text[start:end], opening)
        yield Cut(last.start(), last.end(), "template", last[0], closing)
        return last.end()

    def _own_line(self, start: int, end: int, fence: str) -> str:
        above = self._text[:start].rpartition("\n")[2] if start < _LONGEST_TAG else self._text[start - 1]
        return ("\n" if above.strip() else "") + fence + ("" if self._text[end : end + 1] in ("", "\n") else "\n")

    # --- pictures and links ------------------------------------------------------------------------------------------

    def _cut_picture(self, match: re.Match[str]) -> Cut:
        self._pictures.add_caption(match["caption"].strip(" \t\n\"'"))
        return Cut(match.start(), match.end(), "image", match[0])

    def _read_picture(self, inner: str) -> None:
        """Captions and credits that a tag gives as its parameters."""
        said = {name.lower(): one or other for name, one, other in _PARAMETER.findall(inner)}
        wanted = _CAPTIONS if _PICTURES.search(inner[:60]) else _CAPTIONS[:1]
        self._pictures.add_caption(next((said[name] for name in wanted if said.get(name)), ""))
        for name in _CREDITS if wanted == _CAPTIONS or "caption" in said else ():
            self._pictures.add_credit(said.get(name, ""))

    def _read_link(self, match: re.Match[str]) -> Generator[Cut, None, int]:
        """A link that leads nowhere on our page keeps its words alone; one around a picture goes with it."""
        group = "said" if match["link"] else "words"
        start, end = match.span(group)
        label = _fold(match["label"] or match["words"] or "")
        picture = match[0].startswith("!")
        if picture or (match["link"] and _PICTURE_ALONE.fullmatch(match["said"].strip())):
            if match["link"] or label in self._labels:
                yield Cut(match.start(), match.end(), "image", match[0])
                return match.end()
            return match.start() + 2
        if _is_web(match["to"]) if match["link"] else self._labels.get(label, True):
            return start
        yield Cut(match.start(), start, "link-address", "")
        yield from self.read(start, end)
        yield Cut(end, match.end(), "link-address", self._text[end + 1 : match.end()])
        return match.end()


def _is_web(address: str) -> bool:
    return address.lstrip("<").lower().startswith(_WEB) and "{" not in address


def _fold(label: str) -> str:
    return " ".join(label.split()).casefold()
