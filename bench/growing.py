"""What does search cost as the town hall grows? Indexing, asking, catching up, and SQLite's FTS5 beside it."""

import os
import random
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

from bench.samples import set_up

SIZES = (10_000, 100_000, 1_000_000)
QUESTIONS = 100
MEDIAN_MS, P95_MS, TIMES_FTS5, A_SECOND, CATCH_UP_SECONDS = 25.0, 75.0, 20.0, 5000.0, 2.0


class Grown(TypedDict):
    passages: int
    index_seconds: float
    passages_a_second: float
    index_mb: float
    median_ms: float
    p95_ms: float
    without_facets_median_ms: float
    without_facets_p95_ms: float
    fts5_build_seconds: float
    fts5_median_ms: float
    fts5_fewer_words_median_ms: float
    times_fts5: float
    catch_up_seconds: float


def within(grown: Grown) -> bool:
    return (
        grown["median_ms"] < MEDIAN_MS
        and grown["p95_ms"] < P95_MS
        and grown["times_fts5"] >= TIMES_FTS5
        and grown["passages_a_second"] >= A_SECOND
        and grown["catch_up_seconds"] < CATCH_UP_SECONDS
    )


def measure_growing(folder: Path, size: int) -> Grown:
    """Call it in a process of its own: Django has one data directory in a process.

    Asked with a reader who may not see all, with marks and the closer look, with facets and without; FTS5 gives
    texts only, for the question as it was typed and for its words without the commonest.
    """
    home = folder / f"town-{size}"
    os.environ |= {"RAADHUS_HOME": str(home), "DJANGO_SETTINGS_MODULE": "raadhus.project.settings"}
    os.environ.pop("DATABASE_URL", None)
    set_up(home)
    import django

    django.setup()
    from bench.town import IN_PACKAGE, add_packages
    from raadhus.openness import Reader
    from raadhus.search import catch_up, search
    from raadhus.search.evaluation import every_word, fts5, plain_words, texts_for

    carla = Reader.anonymous()
    add_packages(size)
    indexed, index_seconds = _timed(catch_up)
    asked = questions()
    took = _milliseconds(lambda text: search(text, reader=carla, facets=True), asked)
    bare = _milliseconds(lambda text: search(text, reader=carla), asked)
    add_packages(IN_PACKAGE)
    _, catch_up_seconds = _timed(catch_up)
    started = time.perf_counter()
    with fts5(texts_for(carla), every_word) as find:
        build_seconds = time.perf_counter() - started
        beside = _milliseconds(find, asked)
        fewer = _milliseconds(find, [" ".join(plain_words(text)) for text in asked])
    index_mb = sum(f.stat().st_size for f in (home / "index").iterdir()) / 1e6
    shutil.rmtree(home)
    median, bare_median = statistics.median(took), statistics.median(bare)
    fts5_median = statistics.median(beside)
    return Grown(
        passages=indexed,
        index_seconds=round(index_seconds, 1),
        passages_a_second=round(indexed / index_seconds),
        index_mb=round(index_mb),
        median_ms=round(median, 1),
        p95_ms=round(statistics.quantiles(took, n=20)[-1], 1),
        without_facets_median_ms=round(bare_median, 1),
        without_facets_p95_ms=round(statistics.quantiles(bare, n=20)[-1], 1),
        fts5_build_seconds=round(build_seconds, 1),
        fts5_median_ms=round(fts5_median, 1),
        fts5_fewer_words_median_ms=round(statistics.median(fewer), 1),
        times_fts5=round(fts5_median / bare_median, 1),
        catch_up_seconds=round(catch_up_seconds, 2),
    )


def questions() -> list[str]:
    """Questions about the invented municipality, and one to five words of them: what people type."""
    from raadhus.search.evaluation import DEMO_QUESTIONS, questions_in

    dice = random.Random(1)
    whole = [question.text for question in questions_in(DEMO_QUESTIONS)]
    words = [word.strip("?,.") for text in whole for word in text.split()]
    short = [" ".join(dice.sample(words, dice.randint(1, 5))) for _ in range(QUESTIONS // 2)]
    return dice.sample(whole, QUESTIONS - len(short)) + short


def _timed(act: Callable[[], int]) -> tuple[int, float]:
    started = time.perf_counter()
    return act(), time.perf_counter() - started


def _milliseconds(find: Callable[[str], object], asked: list[str]) -> list[float]:
    """Each question once, after ten that are not counted."""
    for text in asked[:10]:
        find(text)
    took = []
    for text in asked:
        started = time.perf_counter()
        find(text)
        took.append((time.perf_counter() - started) * 1000)
    return took


def table(rows: list[Grown]) -> list[str]:
    """The lines of the table in docs/search.md."""
    heads = (
        ("passages", "passages"),
        ("index_seconds", "indexed in, s"),
        ("passages_a_second", "passages/s"),
        ("index_mb", "index, MB"),
        ("median_ms", "median, ms"),
        ("p95_ms", "95 %, ms"),
        ("without_facets_median_ms", "no facets: median"),
        ("without_facets_p95_ms", "95 %"),
        ("fts5_median_ms", "FTS5 median, ms"),
        ("fts5_fewer_words_median_ms", "fewer words"),
        ("times_fts5", "times faster"),
        ("catch_up_seconds", "one meeting, s"),
    )
    lines = ["| " + " | ".join(head for _, head in heads) + " |", "|" + "---:|" * len(heads)]
    told: list[dict[str, object]] = [dict(row) for row in rows]
    return lines + ["| " + " | ".join(str(row[key]) for key, _ in heads) + " |" for row in told]
