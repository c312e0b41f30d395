from __future__ import annotations

from generator.render.listing import cut_list, numbered_title


def test_a_short_list_is_one_page_without_a_pager() -> None:
    (part,) = cut_list(["a", "b"], "topics/x/", 2)
    assert (part.address, list(part.members), part.pager) == ("topics/x/", ["a", "b"], None)


def test_an_empty_list_is_one_empty_page() -> None:
    (part,) = cut_list([], "topics/x/", 2)
    assert part.is_first
    assert not part.members


def test_a_long_list_is_cut_and_its_pages_name_one_another() -> None:
    parts = list(cut_list(list("abcde"), "topics/x/", 2))
    assert [p.address for p in parts] == ["topics/x/", "topics/x/page/2/", "topics/x/page/3/"]
    assert "".join(m for p in parts for m in p.members) == "abcde"
    middle = parts[1].pager
    assert middle is not None
    assert middle.previous is not None
    assert middle.next is not None
    assert (middle.previous.address, middle.next.address) == ("topics/x/", "topics/x/page/3/")
    assert numbered_title("X", middle) == "X, page 2"


def test_no_limit() -> None:
    assert len(list(cut_list(list("abcde"), "x/", 0))) == 1
