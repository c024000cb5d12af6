"""The dictionary of Danish forms on disk: nothing is loaded, a look-up reads a few hundred bytes.

simplemma ships its 790,000 Danish forms packed; unpacking them takes the better part of a second and a
hundred megabytes in every process. So they are unpacked once, into one sorted file beside the installed
packages (or in the user's cache), which every process then maps.
"""

import json
import mmap
import os
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Mapping
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import Protocol

EVERY = 48
"""One line in so many has its place in the index."""


class Forms(Protocol):
    def find(self, form: str) -> str | None:
        """The lemma of a form, None when the form is unknown."""


class InMemory:
    """A dictionary where no file can be written, and in tests."""

    def __init__(self, lemmas: Mapping[str, str]) -> None:
        self._lemmas = lemmas

    def find(self, form: str) -> str | None:
        return self._lemmas.get(form)


class OnDisk:
    """The sorted lines `form TAB lemma` of a file, found by bisection; the file begins with its index."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            head = json.loads(file.readline())
            self._keys = [key.encode() for key in head["keys"]]
            self._offsets: list[int] = [*head["offsets"], head["size"]]
            self._base = file.tell()
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if len(self._lines) != self._base + head["size"]:
            raise ValueError(f"{path} is cut short")

    def find(self, form: str) -> str | None:
        wanted = form.encode()
        block = bisect_right(self._keys, wanted) - 1
        if block < 0:
            return None
        end = self._base + self._offsets[block + 1]
        at = self._lines.find(b"\n" + wanted + b"\t", self._base + self._offsets[block], end)
        if at < 0:
            return None
        start = at + len(wanted) + 2
        return self._lines[start : self._lines.find(b"\n", start)].decode()


def danish_forms() -> Forms:
    """The dictionary, unpacked on the machine's first use of it."""
    places = [place / f"danish-{_edition()}.forms" for place in _places()]
    for path in places:
        try:
            return OnDisk(path)
        except (OSError, ValueError, KeyError):
            continue
    lemmas = _unpacked()
    for path in places:
        try:
            write(path, lemmas)
            return OnDisk(path)
        except OSError:
            continue
    return InMemory(lemmas)


def write(path: Path, lemmas: Mapping[str, str]) -> None:
    """Write `lemmas` as the sorted file that `OnDisk` reads; in whole or not at all. Raises `OSError`."""
    pairs = sorted((form.encode(), lemma.encode()) for form, lemma in lemmas.items())
    lines = [b"\n%s\t%s" % pair for pair in pairs]
    ends = list(accumulate(map(len, lines)))
    keys = [form.decode() for form, _ in pairs[::EVERY]]
    offsets, size = [0, *ends[EVERY - 1 : -1 : EVERY]], ends[-1] + 1
    head = json.dumps({"keys": keys, "offsets": offsets, "size": size}, ensure_ascii=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".forms-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(head.encode() + b"\n")
            file.write(b"".join(lines) + b"\n")
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _places() -> list[Path]:
    cache = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return [Path(sys.prefix) / "share" / "raadhus", Path(cache) / "raadhus"]


def _edition() -> str:
    """What tells one release of the dictionary from another, without importing it."""
    spec = find_spec("simplemma")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("simplemma")
    packed = Path(spec.origin).parent / "strategies" / "dictionaries" / "data" / "da.plzma"
    return str(packed.stat().st_size)


def _unpacked() -> dict[str, str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    packed: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary("da")
    return {form: packed[form] for form in packed if "\t" not in form and "\n" not in form}
