"""The neighbours' file: all vectors of one model, ready to be compared. Made from the rows, at any time again."""

import json
import shutil
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from django.db.models import Count, F, Max
from numpy.typing import NDArray

from raadhus.documents.models import Vector
from raadhus.search.meaning._rows import dimension_of
from raadhus.search.meaning._setting import Setting, home

EXACT_UP_TO = 200_000
"""With more vectors only the likeliest cells are gone through."""
CELL, LOOKED_INTO = 250, 1 / 32
"""Vectors in a cell, and the share of cells a question looks into."""
TRAINED_WITH = 100_000
AT_ONCE = 20_000
SAMPLE = 1000
"""So many public passages tell how alike a question and any passage are."""
SHARE = 20
"""A file that takes a second to write is written every twentieth second at most."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What stands in `now.json`: the folder in use, and which rows it was made of."""

    id: str
    model: str
    rows: int
    newest: int
    made: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Shelf:
    """The open file. Row n of each array is vector n; `public_from` in seconds, 0 for never, `owners` -1 for none."""

    identity: Identity
    index: Any
    passages: NDArray[np.int64]
    owners: NDArray[np.int64]
    public_from: NDArray[np.int64]
    sample: NDArray[np.float32]


def refresh(setting: Setting, *, at_once: bool = False) -> bool:
    """Write the file anew if the rows have changed; return whether it was written. Call it with the lock held.

    Processes that have the old one open keep it until they look again. Raises `OSError`.
    """
    there = identity()
    rows = Vector.objects.filter(model=setting.model).aggregate(rows=Count("pk"), newest=Max("pk"))
    state = (setting.model, rows["rows"], rows["newest"] or 0)
    if there is not None and (there.model, there.rows, there.newest) == state and _usable(there):
        return False
    same = there is not None and there.model == setting.model
    if there and same and not at_once and _usable(there) and time.time() - there.made < SHARE * there.seconds:
        return False
    began = time.monotonic()
    fresh = home() / uuid.uuid4().hex
    fresh.mkdir(parents=True)
    _write(fresh, setting)
    told = Identity(fresh.name, *state, made=time.time(), seconds=time.monotonic() - began)
    aside = fresh / "now.json"
    aside.write_text(json.dumps(asdict(told)), encoding="utf-8")
    aside.replace(home() / "now.json")
    for folder in home().iterdir():
        if folder.is_dir() and folder.name != fresh.name:
            shutil.rmtree(folder, ignore_errors=True)
    return True


def identity() -> Identity | None:
    """Which file is in use; None where there is none, or none that can be read."""
    try:
        return Identity(**json.loads((home() / "now.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _usable(there: Identity) -> bool:
    """Whether its files are there and can be opened."""
    found = _shelves.take()
    folder = home() / there.id
    whole = (folder / "vectors").is_file() and (folder / "rows.npz").is_file()
    return whole and found is not None and found.identity == there


def _write(folder: Path, setting: Setting) -> None:
    rows = Vector.objects.filter(model=setting.model).exclude(values=b"").order_by("pk")
    number, dimension = rows.count(), dimension_of(setting) or 1
    about = np.zeros((3, number), dtype=np.int64)
    index = _empty(number, dimension)
    if not index.is_trained:
        some = rows.annotate(turn=F("pk") % max(1, number // TRAINED_WITH)).filter(turn=0)
        index.train(np.concatenate([vectors for *_, vectors in _portions(some, dimension)]))
    every = max(1, number // SAMPLE)
    sample, at = [], 0
    for passages, owners, public_from, vectors in _portions(rows, dimension):
        vectors, end = vectors[: number - at], min(at + len(vectors), number)
        index.add(vectors)
        about[:, at:end] = (passages[: end - at], owners[: end - at], public_from[: end - at])
        here = about[2, at:end]
        sample.append(vectors[(here > 0) & (np.arange(at, end) % every == 0)])
        at = end
    faiss.write_index(index, str(folder / "vectors"))
    told = np.concatenate(sample) if sample else np.zeros((0, dimension), dtype=np.float32)
    np.savez(folder / "rows.npz", about=about[:, :at], sample=told.astype(np.float32))


def _empty(number: int, dimension: int) -> Any:
    kind = faiss.ScalarQuantizer.QT_fp16
    if number <= EXACT_UP_TO:
        return faiss.IndexScalarQuantizer(dimension, kind, faiss.METRIC_INNER_PRODUCT)
    return faiss.index_factory(dimension, f"IVF{number // CELL},SQfp16", faiss.METRIC_INNER_PRODUCT)


def _portions(
    rows: Any, dimension: int
) -> Iterator[tuple[list[int], list[int], list[int], NDArray[np.float32]]]:
    columns = ("passage_id", "owner_id", "public_from", "values")
    found = rows.values_list(*columns).iterator(chunk_size=AT_ONCE)
    while told := list(islice(found, AT_ONCE)):
        joined = b"".join(bytes(values) for *_, values in told)
        vectors = np.frombuffer(joined, dtype="<f2").reshape(len(told), dimension).astype(np.float32)
        owners = [-1 if owner is None else owner for _, owner, _, _ in told]
        public = [int(when.timestamp()) if when else 0 for _, _, when, _ in told]
        yield [passage for passage, *_ in told], owners, public, vectors


class _Shelves:
    """The open file of this process; opened again when another has put a new one in its place."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: tuple[object, ...] = ()
        self._shelf: Shelf | None = None

    def take(self) -> Shelf | None:
        try:
            told = (home() / "now.json").stat()
            state: tuple[object, ...] = (str(home()), told.st_ino, told.st_mtime_ns)
        except OSError:
            return None
        with self._lock:
            if state != self._seen:
                self._shelf, self._seen = _opened(), state
            return self._shelf


def _opened() -> Shelf | None:
    told = identity()
    if told is None:
        return None
    folder = home() / told.id
    try:
        index = faiss.read_index(str(folder / "vectors"), faiss.IO_FLAG_MMAP_IFC)
        with np.load(folder / "rows.npz") as rows:
            about, sample = rows["about"], rows["sample"]
    except (OSError, RuntimeError, ValueError, KeyError):
        return None
    if index.ntotal != about.shape[1]:
        return None
    return Shelf(told, index, about[0], about[1], about[2], sample)


_shelves = _Shelves()


def shelf(model: str) -> Shelf | None:
    """The file of `model`; None while there is none: the vectors of another are never asked."""
    found = _shelves.take()
    return found if found is not None and found.identity.model == model else None
