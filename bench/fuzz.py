"""Try the readers on broken files for some minutes: `make stress`, or `python bench/fuzz.py --minutes 10 rss.xml …`.

Files are the sample inbox and a small one of every form (tests/read/form_seeds.py), cut, spliced, repeated and flooded.
Wanted of each below 1 MB: no error but one that says what is wrong with the file, 2 seconds of processor time, 500 MB.
Work runs in a child process, so that a hang or a crash of a library is found too. What fails is written to `--into`
under the next number; put it into tests/read/cases, where a test runs it from then on.
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOME), str(HOME / "tests" / "read"), str(HOME / "tests" / "extract")]

from form_seeds import SEEDS, make_seed  # noqa: E402  the checkout's own files come first
from hard_texts import HARD_TEXTS  # noqa: E402

from generator.config import ConvertConfig  # noqa: E402
from generator.exceptions import GeneratorError  # noqa: E402
from generator.extract.article import extract_article  # noqa: E402
from generator.model import RawArticle  # noqa: E402
from generator.read.sources import read_source  # noqa: E402

MOST_SECONDS = 2.0
MOST_BYTES = 500_000_000
LARGEST = 999_000
PATIENCE = 90
"""Wall seconds after which a child that says nothing hangs in a library; a busy machine needs its time."""
TOKENS = (
    b"\0", b"\x01", b"\x02", b"\x03", b"\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"<", b">",
    b"&", b'"', b"'", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<!DOCTYPE a [", b"<!ENTITY a 'b'>", b"&a;", b"&#0;",
    b"&#x110000;", b"&amp;amp;", b"---\n", b"\n\n", b"\r", b"\t", b"    ", b"# ", b"> ", b"- ", b"1. ", b"```\n",
    b"[a](", b"](", b"![", b"{", b"}", b"[", b"]", b"\\", b"\\u0000", b"1e999", b"NaN", b"null", b"true", b"-1",
    b"99999999999999999999", b"--b1", b"--b1--", b"=?utf-8?q?", b"?=",
    b"Content-Type: multipart/mixed; boundary=b1\n", b"Content-Transfer-Encoding: base64\n", b"From: ", b"By ",
    b" and ", b", ", b"10 Dec 2015", b"31/02/2015", b"25:61", b"0000-00-00", b"9999-12-31T23:59:59+23:59",
    b"Updated: ", b"Published ", b"(Reuters) - ", b"LONDON, ", b"``", b"''", b"\xe2\x80\x9c", b"@highlight\n",
    b"Related stories\n", b"EMBARGOED UNTIL ", b"KILL", b"UPDATE 2-", b"http://", b"https://[::1]/", b"//",
    b"charset=", b"\xe2\x80\xae", b"\xf0\x9f\x92\xa9",
)  # fmt: skip

Mutation = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


def cut(data: bytes, rng: random.Random, seeds: Sequence[bytes]) -> bytes:
    start, end = sorted(rng.randint(0, len(data)) for _ in range(2))
    return data[:start] + data[end:] if rng.random() < 0.7 else data[:start]


def put(data: bytes, rng: random.Random, seeds: Sequence[bytes]) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.choice(TOKENS) * rng.choice((1, 1, 1, 2, 30)) + data[at:]


def flip(data: bytes, rng: random.Random, seeds: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 4, 30)) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def repeat(data: bytes, rng: random.Random, seeds: Sequence[bytes]) -> bytes:
    start = rng.randint(0, len(data))
    end = min(len(data), start + rng.choice((1, 5, 40, 400)))
    times = rng.choice((2, 10, 100, 5000))
    return data[:start] + data[start:end] * min(times, LARGEST // max(1, end - start)) + data[end:]


def splice(data: bytes, rng: random.Random, seeds: Sequence[bytes]) -> bytes:
    other = rng.choice(seeds)
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


def swap_lines(data: bytes, rng: random.Random, seeds: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


def flood(data: bytes, rng: random.Random, seeds: Sequence[bytes]) -> bytes:
    at = rng.randint(0, len(data))
    size = rng.choice((2_000, 50_000, 400_000))
    if rng.random() < 0.5:
        token = rng.choice(TOKENS)
        return data[:at] + token * (size // len(token)) + data[at:]
    return data[:at] + HARD_TEXTS[rng.choice(list(HARD_TEXTS))](size).encode() + data[at:]


MUTATIONS: tuple[Mutation, ...] = (cut, put, put, flip, repeat, splice, swap_lines, flood)


def make_case(number: int, files: Sequence[tuple[str, bytes]]) -> tuple[str, bytes]:
    """The file of this number: always the same one, for the same files."""
    rng = random.Random(number)
    name, data = rng.choice(files)
    if rng.random() < 0.15:
        name = rng.choice([name for name, _ in files if name in SEEDS])
        data = make_seed(name, HARD_TEXTS[rng.choice(list(HARD_TEXTS))](rng.choice((1_000, 30_000, 300_000))))
    seeds = [other for _, other in files]
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        data = rng.choice(MUTATIONS)(data, rng, seeds)[:LARGEST]
    if rng.random() < 0.1:
        name = rng.choice(files)[0]
    return name, data


def convert(name: str, data: bytes) -> None:
    """Read and extract as `digest convert` does."""
    with contextlib.suppress(GeneratorError):
        for reading in read_source(name, data, ConvertConfig()):
            if isinstance(reading, RawArticle):
                with contextlib.suppress(GeneratorError):
                    extract_article(reading, ConvertConfig())


class TooSlowError(Exception):
    """Raised by the timer of a child."""


def _ring(signum: int, frame: object) -> None:
    raise TooSlowError


def _place(error: BaseException) -> str:
    """The last line of ours that an error came through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if f"{HOME}/generator" in frame.filename] or frames
    return f"{Path(ours[-1].filename).relative_to(HOME)}:{ours[-1].lineno}"


def run_child(first: int, files: Sequence[tuple[str, bytes]], pipe: Connection) -> None:
    """Say each case's number before it begins, and what went wrong with it."""
    signal.signal(signal.SIGVTALRM, _ring)
    for name in SEEDS:
        convert(name, make_seed(name))  # word lists are read once, and are not the case's
    used = (
        int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() if sys.platform == "linux" else 0
    )
    resource.setrlimit(resource.RLIMIT_AS, (used + MOST_BYTES, used + MOST_BYTES) if used else (-1, -1))
    number = first
    while True:
        name, data = make_case(number, files)
        pipe.send((number, None))
        signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
        try:
            convert(name, data)
        except TooSlowError as error:
            pipe.send((number, f"takes more than {MOST_SECONDS:.0f} s at {_place(error)}"))
        except MemoryError as error:
            pipe.send((number, f"takes more than {MOST_BYTES // 1_000_000} MB at {_place(error)}"))
        except Exception as error:
            pipe.send((number, f"{repr(error)[:200]} at {_place(error)}"))
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        number += 1


def gather_files(names: Sequence[str]) -> list[tuple[str, bytes]]:
    """The small files of these names, or all of them with the sample inbox."""
    if names:
        return [(name, make_seed(name)) for name in names]
    inbox = [
        (path.name, path.read_bytes()) for path in sorted((HOME / "content" / "inbox").iterdir()) if path.is_file()
    ]
    return inbox + [(name, make_seed(name)) for name in SEEDS] * 3


def fuzz(files: Sequence[tuple[str, bytes]], minutes: float, first: int, into: Path) -> int:
    """Run until the time is up; the number of failures, one for each place in the code."""
    until, number, places = time.monotonic() + minutes * 60, first, set()
    while time.monotonic() < until:
        ours, theirs = multiprocessing.Pipe(duplex=False)
        child = multiprocessing.get_context("fork").Process(target=run_child, args=(number, files, theirs), daemon=True)
        child.start()
        theirs.close()
        while time.monotonic() < until:
            try:
                fault = "hangs in a library" if not ours.poll(PATIENCE) else None
                number, fault = (number, fault) if fault else ours.recv()
            except EOFError:
                fault = f"ended the process ({child.exitcode})"
            if fault is None:
                continue
            place = fault.rpartition(" ")[2]
            if place not in places:
                places.add(place)
                print(f"case {number}: {fault}\n  kept as {keep(number, files, into)}", flush=True)
            if "process" in fault or "hangs" in fault:
                break
        child.kill()
        child.join()
        number += 1
    print(f"{number - first:,} files tried, {len(places)} failures")
    return len(places)


def keep(number: int, files: Sequence[tuple[str, bytes]], into: Path) -> Path:
    """Write the case under the next free number."""
    name, data = make_case(number, files)
    into.mkdir(parents=True, exist_ok=True)
    taken = [int(path.name[:3]) for path in into.iterdir() if path.name[:3].isdigit()]
    path = into / f"{max(taken, default=0) + 1:03}.{name.replace(' ', '-')}"
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only files of this form: {', '.join(SEEDS)}")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--first", type=int, default=1, help="the number of the first case: another one, other files")
    parser.add_argument("--into", type=Path, default=HOME / ".cache" / "fuzz")
    asked = parser.parse_args()
    if unknown := sorted(set(asked.names) - set(SEEDS)):
        parser.error(f"no form is called {', '.join(unknown)}")
    sys.exit(1 if fuzz(gather_files(asked.names), asked.minutes, asked.first, asked.into) else 0)
