from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from generator.run.cache import make_key, open_cache


def test_what_was_put_is_got(tmp_path):
    with open_cache(tmp_path / "c" / "cache.sqlite") as cache:
        cache.put(make_key("a"), ("value", 1))
    with open_cache(tmp_path / "c" / "cache.sqlite") as cache:
        assert cache.get(make_key("a")) == ("value", 1)
        assert cache.get(make_key("b")) is None


def test_what_is_no_longer_asked_for_goes(tmp_path):
    path = tmp_path / "cache.sqlite"
    with open_cache(path) as cache:
        cache.put(make_key("old"), 1)
        cache.put(make_key("kept"), 2)
    with open_cache(path) as cache:
        cache.get(make_key("kept"))
        cache.drop_unused()
    with open_cache(path) as cache:
        assert (cache.get(make_key("old")), cache.get(make_key("kept"))) == (None, 2)


@given(st.data())
def test_damage_is_a_miss_never_a_wrong_value(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("cache") / "cache.sqlite"
    with open_cache(path) as cache:
        cache.put(make_key("a"), "right")
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))
    with open_cache(path) as cache:
        assert cache.get(make_key("a")) in (None, "right")
        cache.put(make_key("b"), "new")
        assert cache.get(make_key("b")) in (None, "new")


def test_a_value_under_another_key_is_a_miss(tmp_path):
    path = tmp_path / "cache.sqlite"
    with open_cache(path) as cache:
        cache.put(make_key("a"), 1)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE kept SET key = ?", (make_key("b"),))
    connection.commit()
    connection.close()
    with open_cache(path) as cache:
        assert cache.get(make_key("b")) is None


def test_a_place_that_cannot_be_used_is_no_cache(tmp_path):
    (tmp_path / "file").write_text("x")
    with open_cache(tmp_path / "file" / "cache.sqlite") as cache:
        cache.put(make_key("a"), 1)
        assert cache.get(make_key("a")) is None
