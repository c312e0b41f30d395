from __future__ import annotations

import pytest
from click.testing import CliRunner
from conftest import read_tree, write_site
from web import serve

from generator.cli import main
from generator.record.known import Known, address_key

STORY = (
    "Ferry fares rise by a tenth\n\nBy Bo Lindgren\n10 December 2015\n\nFares on the Quaytown ferry will rise by a "
    "tenth from January, the harbour board said on Wednesday after a meeting that lasted most of the night.\n\n"
    "The board blamed the price of fuel, and the wages it has to pay since the summer.\n"
)
PAGE = """<!DOCTYPE html><html><head><title>Ferry fares rise by a tenth | Harbour Times</title>
<meta property="article:published_time" content="2015-12-10T08:00:00Z"></head><body><article>
<h1>Ferry fares rise by a tenth</h1><p>Fares on the Quaytown ferry will rise by a tenth from January, the harbour board
said on Wednesday after a meeting that lasted most of the night – and cost a friendship.</p><p>The board blamed the
price of fuel, and the wages it has to pay since the summer. Bo Söder, its chairman, voted against.</p></article>
</body></html>"""


@pytest.fixture
def site(tmp_path):
    return write_site(tmp_path / "site")


@pytest.fixture
def add(site):
    def run(*sources, pasted=None):
        arguments = ["add", "-f", str(site / "mkdocs.yml"), *map(str, sources)]
        return CliRunner().invoke(main, arguments, input=pasted)

    return run


@pytest.fixture
def web(request):
    with serve() as server:
        yield server


def inbox(site):
    return read_tree(site / "content" / "inbox")


def articles(site):
    return read_tree(site / "content" / "articles")


# --- files and pasted text -------------------------------------------------------------------------------------------


def test_a_file_goes_into_the_inbox_and_its_article_into_the_record(site, add, tmp_path):
    (tmp_path / "ferry.txt").write_text(STORY)
    done = add(tmp_path / "ferry.txt")
    assert done.exit_code == 0, done.output
    assert done.output.splitlines() == [
        "content/articles/2015/12/ferry-fares-rise-by-a-tenth.md",
        "  Ferry fares rise by a tenth · no source stated · 2015-12-10",
    ]
    assert inbox(site) == {"ferry.txt": STORY.encode()}
    assert b"path: ferry.txt" in articles(site)["2015/12/ferry-fares-rise-by-a-tenth.md"]


def test_what_was_added_is_converted_and_a_build_finds_nothing_new(site, add, tmp_path):
    (tmp_path / "ferry.txt").write_text(STORY)
    add(tmp_path / "ferry.txt")
    before = articles(site)
    done = CliRunner().invoke(main, ["convert", "-f", str(site / "mkdocs.yml")])
    assert "0 converted, 1 known already" in done.output
    assert articles(site) == before


def test_pasted_text_is_named_after_its_title(site, add):
    done = add("-", pasted=STORY)
    assert done.exit_code == 0, done.output
    assert list(inbox(site)) == ["ferry-fares-rise-by-a-tenth.txt"]


def test_pasted_markup_is_recognised_by_its_content(site, add):
    assert add("-", pasted=PAGE).exit_code == 0
    assert list(inbox(site)) == ["ferry-fares-rise-by-a-tenth.html"]


def test_the_same_article_pasted_again_is_known(site, add):
    add("-", pasted=STORY)
    before = read_tree(site)
    done = add("-", pasted=STORY.replace("\n\n", "\r\n\r\n").replace("ferry will", "ferry  will"))
    assert done.exit_code == 0
    assert done.output.startswith("Known already: content/articles/2015/12/ferry-fares-rise-by-a-tenth.md\n")
    assert read_tree(site) == before


def test_a_file_of_the_same_name_and_another_text_takes_another_name(site, add, tmp_path):
    for folder, text in (("a", STORY), ("b", STORY.replace("Ferry", "Bridge").replace("ferry", "bridge"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(text)
        assert add(tmp_path / folder / "story.txt").exit_code == 0
    assert list(inbox(site)) == ["story-2.txt", "story.txt"]
    assert len(articles(site)) == 2


def test_a_file_that_lies_in_the_inbox_is_converted_where_it_is(site, add):
    (site / "content" / "inbox" / "ferry.txt").write_text(STORY)
    assert add(site / "content" / "inbox" / "ferry.txt").exit_code == 0
    assert list(inbox(site)) == ["ferry.txt"]
    assert len(articles(site)) == 1


def test_of_a_mailbox_only_the_articles_that_are_new_are_written(site, add, tmp_path):
    mail = "From ada@h.example Tue Dec  8 19:40:00 2015\nFrom: Harbour Times <news@h.example>\nTo: a@b.example\n"
    mail += "Date: Tue, 8 Dec 2015 19:40:00 +0100\nSubject: {}\n\n{} is the news of the day at the quay.\n\n"
    first, second = mail.format("Ferry", "The ferry"), mail.format("Bridge", "The bridge")
    (tmp_path / "one.mbox").write_text(first)
    (tmp_path / "two.mbox").write_text(first + second)
    assert add(tmp_path / "one.mbox").exit_code == 0
    done = add(tmp_path / "two.mbox")
    assert [line.partition("content/")[0] for line in done.output.splitlines()[::2]] == ["Known already: ", ""]
    assert len(articles(site)) == 2


def test_what_holds_no_article_is_told_and_does_not_reach_the_inbox(site, add, tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "ferry.txt").write_text(STORY)
    done = add(tmp_path / "picture.png", tmp_path / "nothing.txt", "www.harbour.example/story", tmp_path / "ferry.txt")
    assert done.exit_code == 1
    assert "is a PNG image" in done.output
    assert "nothing.txt: there is no such file" in done.output
    assert "a web address begins with https://" in done.output
    assert list(inbox(site)) == ["ferry.txt"]


WALL = (
    b"<!doctype html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser before "
    b"accessing echo.example</h1><p>Your browser will go on to the page that you asked for shortly.</p></body></html>"
)
FRONT = b"<!doctype html><html><head><title>Echo</title></head><body><h1>Echo</h1>%s</body></html>" % b"".join(
    b"<div><h2><a href=/%d>Board meets the press for time %d</a></h2><p>The wall holds, it said on day %d.</p></div>"
    % (n, n, n)
    for n in range(12)
)


@pytest.mark.parametrize(
    ("page", "told"),
    [(WALL, "is a check of browsers, not an article; open"), (FRONT, "is a list of articles, not one")],
)
def test_a_page_that_is_no_article_is_refused_with_the_remedy(site, add, tmp_path, page, told):
    (tmp_path / "page.html").write_bytes(page)
    done = add(tmp_path / "page.html")
    assert done.exit_code == 1
    assert f"page.html: {told}" in done.output
    assert inbox(site) == {}


def test_a_bad_entry_among_good_ones_is_told_and_no_failure(site, add, tmp_path):
    feed = (
        '<rss version="2.0"><channel><title>Harbour Times</title><item><guid>a</guid><title>Ferry fares rise</title>'
        f"<description>{STORY}</description></item><item><guid>b</guid><title>Wall holds</title></item></channel></rss>"
    )
    (tmp_path / "feed.xml").write_text(feed)
    done = add(tmp_path / "feed.xml")
    assert "Problem: " in done.output
    assert done.exit_code == 0, done.output
    (site / "content" / "inbox" / "more.xml").write_text(feed.replace(">a<", ">c<").replace("rise", "fall"))
    converted = CliRunner().invoke(main, ["convert", "-f", str(site / "mkdocs.yml")])
    assert "Problem: " in converted.output
    assert converted.exit_code == 0, converted.output


def test_nothing_pasted_is_told(add):
    done = add("-", pasted="  \n")
    assert done.exit_code == 1
    assert "pasted text: is empty" in done.output
    assert "delete" not in done.output


def test_a_few_words_pasted_are_no_article(site, add):
    done = add("-", pasted="hello\n")
    assert done.exit_code == 1
    assert "pasted text: is too short for an article: 1 word; paste all of it" in done.output
    assert inbox(site) == articles(site) == {}


def test_a_short_report_with_a_headline_may_be_pasted(add):
    done = add("-", pasted="Ferry fares rise\n\nBy a tenth from January.\n")
    assert done.exit_code == 0, done.output


def test_of_a_folder_its_files_are_to_be_named(add, tmp_path):
    (tmp_path / "wire").mkdir()
    done = add(tmp_path / "wire")
    assert done.exit_code == 1
    assert f"wire: is a folder; name its files: {tmp_path / 'wire' / '*'}" in done.output


@pytest.mark.network
def test_an_address_of_numbers_is_named_once(add):
    done = add("http://127.0.0.1:9/story")
    assert done.exit_code == 1
    assert "127.0.0.1 is on this machine" in done.output


def test_a_draft_is_not_added(site, add, tmp_path):
    (tmp_path / "ferry.md").write_text(f"---\ntitle: Ferry\ndraft: true\n---\n\n{STORY}")
    done = add(tmp_path / "ferry.md")
    assert done.exit_code == 1
    assert "ferry.md: is a draft; take `draft: true` out of its front matter to publish it" in done.output
    assert inbox(site) == {}


def test_without_a_source_the_usage_is_wrong(add):
    assert add().exit_code == 2


# --- web addresses ---------------------------------------------------------------------------------------------------


@pytest.mark.network
def test_a_page_is_fetched_read_and_keeps_its_address(site, add, web):
    url = web.give("/ferry", PAGE.encode())
    done = add("--allow-private", url)
    assert done.exit_code == 0, done.output
    (text,) = articles(site).values()
    assert f"url: {url}".encode() in text
    assert "Ferry fares rise by a tenth · Harbour Times · 2015-12-10T08:00:00Z" in done.output
    (page,) = inbox(site).values()
    assert page.startswith(b"<!DOCTYPE html>\n<!-- saved from url=(")


@pytest.mark.network
def test_a_page_known_by_its_address_is_not_added_again(site, add, web):
    add("--allow-private", web.give("/ferry", PAGE.encode()))
    before = read_tree(site)
    done = add("--allow-private", web.give("/ferry/?utm_source=x", PAGE.replace("voted against", "voted for").encode()))
    assert done.output.startswith("Known already, in other words: content/articles/2015/12/")
    assert read_tree(site) == before


@pytest.mark.network
def test_a_canonical_address_is_surer_than_the_one_fetched(site, add, web):
    canonical = PAGE.replace("<head>", '<head><link rel="canonical" href="https://harbour.example/ferry">')
    add("--allow-private", web.give("/a", canonical.encode()))
    assert add("--allow-private", web.give("/b", canonical.encode())).output.startswith("Known already: ")


@pytest.mark.network
@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-16", "utf-8"])
def test_the_charset_the_server_declares_is_honoured(site, add, web, charset):
    page = PAGE.replace("–", "-")
    add("--allow-private", web.give("/ferry", page.encode(charset), f"text/html; charset={charset}"))
    (text,) = articles(site).values()
    assert "Bo Söder".encode() in text


@pytest.mark.network
def test_a_charset_that_only_the_server_knows_is_written_as_utf_8(site, add, web):
    page = PAGE.replace("Bo Söder", "Бо Сёдер").replace("–", "-")
    add("--allow-private", web.give("/ferry", page.encode("koi8-r"), "text/html; charset=koi8-r"))
    (raw,) = inbox(site).values()
    assert "Бо Сёдер" in raw.decode("utf-8")


@pytest.mark.network
def test_a_text_is_given_the_address_it_was_fetched_from(site, add, web):
    url = web.give("/ferry.txt", STORY.encode(), "text/plain")
    add("--allow-private", url)
    (text,) = articles(site).values()
    assert f"url: {url}".encode() in text


@pytest.mark.network
def test_an_address_of_this_machine_needs_leave(site, add, web):
    done = add(web.give("/ferry", PAGE.encode()))
    assert done.exit_code == 1
    assert "--allow-private" in done.output
    assert inbox(site) == {}


@pytest.mark.network
def test_a_page_that_is_not_there_or_no_article_is_told(site, add, web):
    done = add("--allow-private", f"{web.address}/gone", web.give("/empty", b"<html><body></body></html>"))
    assert done.exit_code == 1
    assert "404" in done.output
    assert "no article was found" in done.output
    assert inbox(site) == {}


# --- what is known ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        "http://www.harbour.example/ferry/",
        "https://harbour.example/ferry?utm_source=feed&fbclid=9",
        "https://Harbour.example/ferry#comments",
    ],
)
def test_addresses_of_one_page_are_one(other):
    assert address_key(other) == address_key("https://harbour.example/ferry")


def test_addresses_of_two_pages_are_two():
    assert address_key("https://harbour.example/story?id=1") != address_key("https://harbour.example/story?id=2")


def test_one_text_at_two_addresses_is_two_copies():
    from generator.model import Document

    known = Known({"articles/a.md": "---\nid: a1\nurl: https://one.example/a\n---\n\nThe same words.\n"})
    there = Document(id="b1", url="https://two.example/b", body="The same words.")
    assert known.find(there) is None
    assert known.find(Document(id="b1", body="*The same* words!")).path == "articles/a.md"
    assert known.find(Document(id="a1", body="Other words.")).same is False


def test_the_page_about_adding_shows_what_is_printed(site, add, tmp_path, repository):
    story = STORY.replace("10 December 2015\n", "Harbour Times\n10 December 2015 08:00 GMT\n")
    (tmp_path / "ferry.txt").write_text(story)
    shown = add(tmp_path / "ferry.txt").output
    assert shown in (repository / "docs" / "adding.md").read_text("utf-8")
