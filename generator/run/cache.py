"""Results kept between builds, by the content they were made of. Losing the file loses nothing but time."""

from __future__ import annotations

import hashlib
import pickle
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

_DIGEST = 16


@cache
def code_fingerprint() -> bytes:
    """A hash of this package's code and data and of the Python that runs it: part of every key."""
    state = hashlib.blake2b(repr(sys.version_info).encode(), digest_size=_DIGEST)
    for name, data in sorted(_files(resources.files("generator"), "")):
        state.update(name.encode() + b"\0" + data + b"\0")
    return state.digest()


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name not in ("__pycache__", "theme", "starter", "render"):
                yield from _files(entry, f"{prefix}{entry.name}/")
        elif not entry.name.endswith(".pyc"):
            yield f"{prefix}{entry.name}", entry.read_bytes()


def make_key(*parts: Any) -> bytes:
    """A key of the code and of every part's `repr`."""
    state = hashlib.blake2b(code_fingerprint(), digest_size=_DIGEST)
    for part in parts:
        state.update((part if isinstance(part, bytes) else repr(part).encode()) + b"\0")
    return state.digest()


class Cache:
    """Values by key. An entry that is damaged, or a file that is none of ours, is a miss."""

    def __init__(self, connection: sqlite3.Connection | None, kind: bytes = b"") -> None:
        self._connection, self._kind = connection, kind
        self._used: set[bytes] = set()

    def get(self, key: bytes) -> Any:
        """The value kept under `key`, or None."""
        self._used.add(key)
        row = self._query("SELECT value FROM kept WHERE key = ?", self._kind + key)
        if row is None or not isinstance(row[0], bytes):
            return None
        checksum, data = row[0][:_DIGEST], row[0][_DIGEST:]
        if hashlib.blake2b(key + data, digest_size=_DIGEST).digest() != checksum:
            return None
        return pickle.loads(zlib.decompress(data))  # noqa: S301  our own bytes: the checksum just matched

    def put(self, key: bytes, value: Any) -> None:
        """Keep a picklable value."""
        data = zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)
        checksum = hashlib.blake2b(key + data, digest_size=_DIGEST).digest()
        self._query("INSERT OR REPLACE INTO kept VALUES (?, ?)", self._kind + key, checksum + data)

    def keep(self, key: bytes) -> None:
        """Count an entry as used, without reading it."""
        self._used.add(key)

    def drop_unused(self) -> None:
        """Forget what, of its kind, was neither asked for nor put since opening."""
        if self._connection is None:
            return
        with suppress(sqlite3.Error):
            rows = self._connection.execute("SELECT key FROM kept")
            ours = len(self._kind) + _DIGEST
            keys = [key for (key,) in rows if len(key) == ours and key.startswith(self._kind)]
            unused = [(key,) for key in keys if key[len(self._kind) :] not in self._used]
            self._connection.executemany("DELETE FROM kept WHERE key = ?", unused)

    def _query(self, sql: str, *values: bytes) -> Any:
        if self._connection is None:
            return None
        try:
            return self._connection.execute(sql, values).fetchone()
        except sqlite3.Error:  # a damaged file; the work is done again
            self._connection = None
            return None


@contextmanager
def open_cache(path: Path, kind: bytes = b"") -> Iterator[Cache]:
    """Open the cache file for values of one kind; when it cannot be used, every look-up is a miss."""
    connection = _connect(path)
    try:
        yield Cache(connection, kind)
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.commit()
    finally:
        if connection is not None:
            connection.close()


def _connect(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=1)
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
            return connection
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):  # locked or not writable: go on without
                return None
            path.unlink(missing_ok=True)
        except OSError:
            return None
    return None
