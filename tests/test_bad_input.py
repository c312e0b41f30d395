"""Whatever is dropped into the inbox: told by name, or published harmless; the rest is built, nothing is lost."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import read_tree, write_site
from growth import cpu_seconds

from generator.cli import main

GOOD = b"""Rivers fall after the flood

Sample Wire, December 10, 2015

The rivers of the north fell on Thursday, a week after the flood.

Ends
"""


def build(folder, *options):
    return CliRunner().invoke(main, ["build", "-f", str(folder / "mkdocs.yml"), "--executor", "serial", *options])


def article_pages(folder):
    return list((folder / "site" / "articles").rglob("index.html"))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(100), "PNG"),
        ("report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
        ("zeros.bin", bytes(1000), "binary"),
        ("broken.md", b"---\ntitle: A\n  B: [\n---\n\nText.\n", "broken.md:3"),
        ("open.md", b"---\ntitle: A\n\nText without an end of the front matter.\n", "open.md:1"),
    ],
)
def test_a_file_that_is_no_article_is_named_and_the_rest_is_built(tmp_path, name, data, reason):
    write_site(tmp_path, {name: data, "good.txt": GOOD})
    done = build(tmp_path)
    assert done.exit_code == 0
    assert f"Problem: {name}" in done.output
    assert reason in done.output
    assert len(article_pages(tmp_path)) == 1
    assert (tmp_path / "content" / "inbox" / name).read_bytes() == data


def test_strict_fails_and_publishes_nothing(tmp_path):
    write_site(tmp_path, {"empty.txt": b"", "good.txt": GOOD})
    done = build(tmp_path, "--strict")
    assert done.exit_code == 1
    assert "empty.txt" in done.output
    assert not (tmp_path / "site").exists()


def test_a_text_of_50_megabytes_is_refused_by_name(tmp_path):
    write_site(tmp_path, {"huge.txt": b"All work and no play.\n" * 2_400_000, "good.txt": GOOD})
    done = build(tmp_path)
    assert done.exit_code == 0
    assert "huge.txt: larger than 10 MB" in done.output
    assert len(article_pages(tmp_path)) == 1


def test_a_large_text_below_the_limit_is_an_article(tmp_path):
    text = GOOD.replace(b"Ends", b"It rained on.\n\n" * 20_000 + b"Ends")
    write_site(tmp_path, {"large.txt": text})
    assert build(tmp_path).exit_code == 0
    assert len(article_pages(tmp_path)) == 1


def test_broken_utf8_is_read_as_best_it_can_be(tmp_path):
    write_site(tmp_path, {"broken.txt": GOOD.replace(b"Thursday", b"Thursday \xff\xfe\x80 caf\xe9")})
    done = build(tmp_path)
    assert done.exit_code == 0
    assert "The rivers of the north fell" in article_pages(tmp_path)[0].read_text("utf-8")


def test_two_files_of_one_title_are_two_articles(tmp_path):
    write_site(tmp_path, {"a.txt": GOOD, "b.txt": GOOD.replace(b"a week after", b"some nine days after")})
    assert build(tmp_path).exit_code == 0
    assert len(article_pages(tmp_path)) == 2


def test_a_title_of_500_characters_is_cut_in_the_address_only(tmp_path):
    title = " ".join(["Flood"] * 84)[:500]
    write_site(
        tmp_path, articles={"long.md": f"---\nid: long\ntitle: {title}\npublished: 2015-12-10\n---\n\nIt rained.\n"}
    )
    assert build(tmp_path).exit_code == 0
    assert title in article_pages(tmp_path)[0].read_text("utf-8")
    write_site(tmp_path / "raw", {"long.txt": title.encode() + b"\n\n" + GOOD.partition(b"\n\n")[2]})
    assert build(tmp_path / "raw").exit_code == 0
    assert max(len(name) for name in read_tree(tmp_path / "raw" / "site")) < 200


SCRIPT = "<script>alert('x')</script>"
HOSTILE_RAW = {
    "text.txt": f"Rivers {SCRIPT} fall\n\nBy Ada {SCRIPT} Moss\nSample {SCRIPT} Wire, December 10, 2015\n\n"
    f"The rivers fell {SCRIPT} on Thursday, said javascript:alert(1) and <img src=x onerror=alert(1)>.\n\n"
    'A second paragraph has [a link](javascript:alert(1)) and "><svg onload=alert(1)>.\n',
    "page.html": f"""<!doctype html><html><head><title>Rivers &lt;script&gt;alert(2)&lt;/script&gt; rise</title>
<link rel="canonical" href="javascript:alert(3)"><meta property="og:site_name" content='"><script>alert(4)</script>'>
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Rivers </scr" "ipt> rise"}}</script></head>
<body onload="alert(5)"><article><h1>Rivers rise {SCRIPT}</h1><p>The rivers rose on Friday, a day after they fell,
and the town <a href="javascript:alert(6)">watched</a> them from the bridge until the rain came back.</p>
<p onclick="alert(7)">Nobody slept that night, <b onmouseover="alert(8)">said the mayor</b>, and the pumps ran on.</p>
<iframe src="https://evil.example/"></iframe><img src=x onerror=alert(9)></article></body></html>""",
    "note.md": f'---\ntitle: "Note {SCRIPT}"\nauthor: "{SCRIPT}"\nurl: javascript:alert(1)\ndate: 2015-12-11\n---\n\n'
    f"The note {SCRIPT} says [this](javascript:alert(1)) and <a href='data:text/html,x'>that</a>.\n",
}


def test_scripts_end_harmless_wherever_they_stand(tmp_path):
    write_site(tmp_path, {name: text.encode() for name, text in HOSTILE_RAW.items()})
    assert build(tmp_path).exit_code == 0
    assert len(article_pages(tmp_path)) == 3
    for path, content in read_tree(tmp_path / "site").items():
        if not path.endswith((".html", ".xml")):
            continue
        page = content.decode("utf-8")
        without_data = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", page)
        ours = r'<script (?:type="module" (?:blocking="render" )?)?src="[./]*/?assets/\w+\.js">'
        without_ours = re.sub(ours, "", without_data)
        tags = re.findall(r"<[a-zA-Z/][^>\"]*(?:\"[^\"]*\"[^>\"]*)*>", without_ours)
        assert not [t for t in tags if t.lower().startswith(("<script", "<iframe", "<svg onload", "<img src=x"))], path
        assert not [t for t in tags if re.search(r"""[\s"']on\w+\s*=""", re.sub(r'"[^"]*"', '""', t))], path
        assert not [t for t in tags if re.search(r"""(?:href|src)=["']?\s*(?:javascript|data):""", t, re.I)], path


def test_an_edited_article_is_kept_when_its_raw_file_changes(tmp_path):
    write_site(tmp_path, {"a.txt": GOOD})
    build(tmp_path)
    (article,) = (tmp_path / "content" / "articles").rglob("*.md")
    edited = article.read_text("utf-8").replace("fell on Thursday", "fell late on Thursday")
    article.write_text(edited, "utf-8")
    (tmp_path / "content" / "inbox" / "a.txt").write_bytes(GOOD + b"\nMore.\n")
    done = build(tmp_path)
    assert "was edited by hand and is kept" in done.output
    assert article.read_text("utf-8") == edited
    assert "fell late on Thursday" in article_pages(tmp_path)[0].read_text("utf-8")


def test_an_untouched_article_follows_its_raw_file_under_the_same_id(tmp_path):
    write_site(tmp_path, {"a.txt": GOOD})
    build(tmp_path)
    (article,) = (tmp_path / "content" / "articles").rglob("*.md")
    first = re.search(r"^id: .*$", article.read_text("utf-8"), re.M)[0]
    (tmp_path / "content" / "inbox" / "a.txt").write_bytes(GOOD.replace(b"flood.", b"great flood."))
    assert build(tmp_path).exit_code == 0
    text = article.read_text("utf-8")
    assert "after the great flood." in text
    assert first in text


@pytest.mark.parametrize("command", ["build", "convert"])
def test_an_article_converted_anew_is_told_with_what_changed_in_it(tmp_path, command):
    write_site(tmp_path, {"a.txt": GOOD})
    build(tmp_path)
    (tmp_path / "content" / "inbox" / "a.txt").write_bytes(GOOD.replace(b"flood.", b"great flood."))
    done, again = (CliRunner().invoke(main, [command, "-f", str(tmp_path / "mkdocs.yml")]) for _ in range(2))
    assert done.exit_code == 0, done.output
    assert "was converted anew, for its raw file changed: 1 paragraph changed" in done.output
    assert "converted anew" not in again.output


def test_a_strict_build_tells_a_bad_entry_of_a_file_that_is_converted_already(tmp_path):
    table = "title,text,date\nFerry,The ferry sails again on Friday after repairs.,2015-12-10\nNo text,,2015-12-10\n"
    write_site(tmp_path, {"news.csv": table.encode()})
    run = ["build", "-f", str(tmp_path / "mkdocs.yml")]
    first = CliRunner().invoke(main, run)
    (told,) = [line for line in first.output.splitlines() if line.startswith("Problem: ")]
    assert "1 articles (1 new)" in first.output
    strict = CliRunner().invoke(main, [*run, "--strict"])
    assert strict.exit_code == 1
    assert told in strict.output


def test_a_file_named_twice_is_converted_once_without_a_word(tmp_path):
    write_site(tmp_path, {"a.txt": GOOD})
    file = str(tmp_path / "content" / "inbox" / "a.txt")
    done = CliRunner().invoke(main, ["convert", "-f", str(tmp_path / "mkdocs.yml"), file, file])
    assert done.exit_code == 0
    assert "1 converted, 0 known already" in done.output


def test_of_equal_files_of_one_name_from_two_folders_one_is_converted(tmp_path):
    write_site(tmp_path / "site")
    files = [tmp_path / folder / "a.txt" for folder in ("one", "two")]
    for file in files:
        file.parent.mkdir()
        file.write_bytes(GOOD)
    done = CliRunner().invoke(main, ["convert", "-f", str(tmp_path / "site" / "mkdocs.yml"), *map(str, files)])
    assert "1 converted" in done.output
    assert "../a.txt: the same file as ../a.txt" in done.output


def test_a_renamed_raw_file_is_known_and_a_twin_is_told(tmp_path):
    write_site(tmp_path, {"a.txt": GOOD})
    build(tmp_path)
    inbox = tmp_path / "content" / "inbox"
    (inbox / "a.txt").rename(inbox / "b.txt")
    assert "(0 new)" in build(tmp_path).output
    (inbox / "c.txt").write_bytes(GOOD)
    done = build(tmp_path)
    assert "c.txt: the same file as b.txt" in done.output
    assert len(article_pages(tmp_path)) == 1


def test_two_articles_of_one_id_are_both_published_and_told(tmp_path):
    text = "---\nid: same\ntitle: {}\npublished: 2015-12-10\n---\n\nIt rained in the {}.\n"
    write_site(tmp_path, articles={"a.md": text.format("North", "north"), "b.md": text.format("South", "south")})
    done = build(tmp_path)
    assert "articles/b.md: id: same is already that of articles/a.md" in done.output
    assert len(article_pages(tmp_path)) == 2


def test_malformed_front_matter_in_the_record_is_told_with_its_line(tmp_path):
    write_site(tmp_path, {"good.txt": GOOD}, {"bad.md": "---\nid: x\npublished: soon\n---\n\nText.\n"})
    done = build(tmp_path)
    assert done.exit_code == 0
    assert "articles/bad.md:3: published: 'soon' is not a date" in done.output
    assert len(article_pages(tmp_path)) == 1


def test_a_link_out_of_the_inbox_is_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_bytes(GOOD.replace(b"Rivers", b"Secrets"))
    write_site(tmp_path / "site", {"good.txt": GOOD})
    (tmp_path / "site" / "content" / "inbox" / "link.txt").symlink_to(secret)
    assert build(tmp_path / "site").exit_code == 0
    assert len(article_pages(tmp_path / "site")) == 1


def test_an_empty_site_is_built(tmp_path):
    write_site(tmp_path)
    assert build(tmp_path).exit_code == 0
    assert (tmp_path / "site" / "index.html").is_file()


# --- cases that once broke a build, or lost something ---------------------------------------------------------------


OTHER = GOOD.replace(b"Rivers fall after the flood", b"Harbour opens again").replace(b"rivers of the north", b"harbour")


def test_two_files_of_one_name_from_elsewhere_are_two_articles(tmp_path):
    write_site(tmp_path / "site")
    files = []
    for folder, data in (("a", GOOD), ("b", OTHER)):
        (tmp_path / folder).mkdir()
        files.append(tmp_path / folder / "x.txt")
        files[-1].write_bytes(data)
    config = str(tmp_path / "site" / "mkdocs.yml")
    together = CliRunner().invoke(main, ["convert", "-f", config, *map(str, files)])
    assert len(together.stdout.splitlines()) == 2
    (tmp_path / "site" / "content" / "inbox" / "x.txt").write_bytes(GOOD.replace(b"Rivers", b"Brooks"))
    build(tmp_path / "site")
    assert len(article_pages(tmp_path / "site")) == 3


def test_a_build_cut_short_does_not_bar_the_next(tmp_path, monkeypatch):
    write_site(tmp_path, {"good.txt": GOOD})
    write_site(tmp_path / "whole", {"good.txt": GOOD})
    replace, calls = Path.replace, []

    def interrupted(self, target):
        calls.append(target)
        if len(calls) == 15:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    assert build(tmp_path).exit_code == 130
    monkeypatch.undo()
    assert build(tmp_path).exit_code == 0
    build(tmp_path / "whole")
    assert read_tree(tmp_path / "site") == read_tree(tmp_path / "whole" / "site")
    assert not list((tmp_path / "site").rglob("*.part"))


def test_a_record_that_cannot_be_read_is_not_converted_again(tmp_path):
    write_site(tmp_path, {"a.txt": GOOD})
    build(tmp_path)
    (article,) = (tmp_path / "content" / "articles").rglob("*.md")
    article.write_text(re.sub(r"^title: .*$", "title: Update: more", article.read_text("utf-8"), flags=re.M), "utf-8")
    for _ in range(2):
        assert f"{article.name}:3" in build(tmp_path).output
    assert len(list((tmp_path / "content" / "articles").rglob("*.md"))) == 1


@pytest.mark.parametrize(
    "front", ["dateline: {place: V, date: soon}", "id: [a]", "authors: {a: {b: c}}", "labels: 5", "review: {a: b}"]
)
def test_a_value_that_does_not_fit_leaves_a_record_that_can_be_read(tmp_path, front):
    write_site(tmp_path, {"a.md": f"---\ntitle: Rain\n{front}\n---\n\nIt rained all day in the north.\n".encode()})
    for _ in range(2):
        assert build(tmp_path, "--strict").exit_code == 0
    assert len(list((tmp_path / "content" / "articles").rglob("*.md"))) == 1


def test_a_name_that_is_no_utf8_is_an_article_or_a_problem(tmp_path):
    write_site(tmp_path, {"good.txt": GOOD}, {"b.md": "---\ntitle: B\n---\n\nText.\n"})
    inbox, articles = (os.fsencode(tmp_path / "content" / folder) for folder in ("inbox", "articles"))
    Path(os.fsdecode(inbox + b"/caf\xe9.txt")).write_bytes(OTHER)
    Path(os.fsdecode(articles + b"/b.md")).rename(os.fsdecode(articles + b"/b\xe9.md"))
    done = build(tmp_path)
    assert done.exit_code == 0
    assert "its name is not UTF-8; rename the file" in done.output
    assert len(article_pages(tmp_path)) == 2


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:00-05:00"])
def test_a_date_of_no_likely_year_is_a_problem(tmp_path, date):
    text = f"---\nid: x\ntitle: Old\npublished: {date}\n---\n\nThey met on Thursday.\n"
    write_site(tmp_path, {"good.txt": GOOD}, {"old.md": text})
    done = build(tmp_path)
    assert done.exit_code == 0
    assert "old.md:4: published:" in done.output


def test_two_files_of_one_address_are_told(tmp_path):
    text = "---\ntitle: {}\n---\n\nIt rained in the {}.\n"
    write_site(tmp_path, articles={"a.md": text.format("A", "north"), "a/index.md": text.format("B", "south")})
    done = build(tmp_path)
    assert done.exit_code == 0
    assert "has the address of" in done.output


def test_ids_made_by_hand_never_share_a_storys_address(tmp_path):
    articles = {}
    for place, ids in (("1", ("!!!", "one")), ("2", ("???", "two"))):
        for n, identity in enumerate(ids):
            name = "x" if n == 0 else "y"
            body = (
                f"The harbour wall of Port {place * 4} fell into the sea and sank fourteen boats of the fleet {place}."
            )
            articles[f"{place}/{name}.md"] = (
                f"---\nid: '{identity}'\ntitle: Wall of Port {place * 4} falls {place}\n"
                f"published: 201{place}-12-0{n + 1}\n---\n\n{body}\n"
            )
    write_site(tmp_path, articles=articles)
    assert build(tmp_path, "--strict").exit_code == 0


def test_lists_nested_by_the_hundred_are_a_problem(tmp_path):
    nested = "".join(f"{'    ' * n}- a\n" for n in range(400))
    write_site(tmp_path, {"deep.md": nested.encode(), "good.txt": GOOD})
    done = build(tmp_path)
    assert done.exit_code == 0
    assert "deep.md" in done.output
    assert len(article_pages(tmp_path)) == 1


def test_brackets_by_the_thousand_do_not_hold_a_build_up(tmp_path):
    write_site(tmp_path, {"brackets.md": b"# Brackets\n\nText " + b"![a](" * 20_000 + b" and " + b"[" * 20_000})
    done = []
    assert cpu_seconds(lambda: done.append(build(tmp_path))) < 20
    assert done[0].exit_code == 0


def test_a_link_to_itself_and_a_pipe_in_the_inbox_are_passed_over(tmp_path):
    write_site(tmp_path, {"good.txt": GOOD})
    (tmp_path / "content" / "inbox" / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(tmp_path / "content" / "inbox" / "pipe.txt")
    done = build(tmp_path)
    assert done.exit_code == 0
    assert "pipe.txt: is no ordinary file" in done.output
    assert len(article_pages(tmp_path)) == 1


def test_the_git_folder_of_a_published_branch_is_left_alone(tmp_path):
    write_site(tmp_path, {"good.txt": GOOD})
    (tmp_path / "site" / ".git" / "refs" / "heads").mkdir(parents=True)
    assert build(tmp_path).exit_code == 0
    assert (tmp_path / "site" / ".git" / "refs" / "heads").is_dir()


def test_another_tools_site_is_not_emptied(tmp_path):
    write_site(tmp_path, {"good.txt": GOOD})
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "sitemap.xml").write_text("<urlset/>")
    (tmp_path / "www" / "index.html").write_text("<p>Mine.")
    done = build(tmp_path, "--site-dir", str(tmp_path / "www"))
    assert done.exit_code == 1
    assert "no site of ours" in done.output
    assert (tmp_path / "www" / "index.html").read_text() == "<p>Mine."


def test_a_hand_written_page_leads_to_articles_and_a_draft_is_not_linked(tmp_path):
    write_site(tmp_path, articles={"a.md": "---\nid: a\ntitle: A\npublished: 2015-12-10\n---\n\nIt rained.\n"})
    (tmp_path / "content" / "about.md").write_text("# About\n\nSee [the rain](articles/a.md#s0).\n")
    (tmp_path / "content" / "drafts").mkdir()
    (tmp_path / "content" / "drafts" / "x.md").write_text("# Draft\n\nNot yet.\n")
    config = tmp_path / "mkdocs.yml"
    config.write_text(config.read_text() + "exclude_docs: /drafts/\n")
    assert build(tmp_path).exit_code == 0
    assert 'href="../articles/a/#s0"' in (tmp_path / "site" / "about" / "index.html").read_text("utf-8")
    checked = CliRunner().invoke(main, ["check", "-f", str(config)])
    assert checked.exit_code == 0, checked.output


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- digest", "- digest: 5", "takes sections of options"),
        ("plugins:\n  - digest", "plugins: 5", "plugins: takes a list"),
        ("https://small.example/", "'http://[::1'", "is not an address"),
        ("site_name: Small", "site_name: Small\nsite_description: 2015-13-45", "not valid YAML"),
        ("site_name: Small", "site_name: Small\nINHERIT: mkdocs.yml", "inherits from this file"),
        ("site_name: Small", "site_name: Small\nuse_directory_urls: false", "use_directory_urls"),
        ("site_name: Small", "site_name: Small\nsite_dir: content/site", "lies within docs_dir"),
        ("name: digest", "name: readthedocs", "a digest's pages need our own"),
        ("- digest", "- digest: {convert: {articles: ''}}", "articles: '.' is not a folder"),
        ("- digest", "- digest: {convert: {articles: ../out}}", "is not a folder below docs_dir"),
        ("- digest", "- digest: {convert: {articles: inbox}}", "two folders, neither within the other"),
        ("- digest", "- digest: {build: {cache: content/about.md}}", "must end in .sqlite"),
        ("- digest", "- digest: {build: {now: '9999-12-31T23:00:00-05:00'}}", "is not an ISO 8601 date"),
        ("- digest", "- digest: {feeds: {entries: 0}}", "takes 1 or more"),
    ],
)
def test_a_wrong_option_is_told_by_its_key_and_nothing_is_written(tmp_path, old, new, message):
    write_site(tmp_path, {"good.txt": GOOD})
    config = tmp_path / "mkdocs.yml"
    config.write_text(config.read_text().replace(old, new, 1))
    done = build(tmp_path)
    assert done.exit_code == 1
    assert message in done.output
    assert not (tmp_path / "site").exists()


def test_a_broken_template_of_ones_own_is_told_by_its_line(tmp_path):
    write_site(tmp_path, {"good.txt": GOOD})
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "article.html").write_text("<p>\n{% if %}\n")
    config = tmp_path / "mkdocs.yml"
    config.write_text(config.read_text().replace("name: digest", "name: digest\n  custom_dir: mine", 1))
    done = build(tmp_path)
    assert done.exit_code == 1
    assert "article.html:2" in done.output
