"""What does search cost as the town hall grows? Indexing, asking, catching up, and SQLite's FTS5 beside it."""

import json
import os
import platform
import random
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

from bench import asking, hostile
from bench.samples import set_up

SIZES = (10_000, 100_000, 1_000_000)
QUICK_SIZES = (10_000, 100_000)
QUESTIONS = 100
MEDIAN_MS, P95_MS, TIMES_FTS5, A_SECOND, CATCH_UP_SECONDS = 25.0, 75.0, 20.0, 5000.0, 2.0


class Built(TypedDict):
    passages: int
    index_seconds: float
    passages_a_second: float
    index_mb: float
    load_before_indexing: float


class Asked(TypedDict):
    """Milliseconds. The first two are as the pages ask: facets, grouped, snippets with marks, the closer look."""

    median_ms: float
    p95_ms: float
    without_facets_median_ms: float
    without_facets_p95_ms: float
    bare_median_ms: float
    bare_p95_ms: float
    answer_median_ms: float
    answer_p95_ms: float
    hostile_ms: float
    hostile_question: str
    hostile_each: dict[str, float]
    fts5_build_seconds: float
    fts5_median_ms: float
    fts5_fewer_words_median_ms: float
    times_fts5: float
    times_fts5_fewer_words: float
    catch_up_seconds: float
    load_before_asking: float
    machine: str


class Grown(Built, Asked):
    """Everything about one size."""


def within(grown: Grown) -> bool:
    """At a million passages all the goals. Fewer are not held to FTS5, nor to a pace that starting up spoils."""
    quick = (
        grown["median_ms"] < MEDIAN_MS
        and grown["p95_ms"] < P95_MS
        and grown["answer_median_ms"] < asking.LIMIT_MS
        and grown["hostile_ms"] < hostile.LIMIT_MS
        and grown["catch_up_seconds"] < CATCH_UP_SECONDS
    )
    steady = grown["passages_a_second"] >= A_SECOND and grown["times_fts5"] >= TIMES_FTS5
    return quick and (steady or grown["passages"] < SIZES[-1])


def measure_growing(folder: Path, size: int, *, kept: bool = False) -> Grown:
    """Call it in a process of its own: Django has one data directory in a process.

    Asked as a reader who may not see all; FTS5 gives texts only, for the question as it was typed and for its words
    without the commonest. A town that is `kept` is there the next time, and only asked.
    """
    home = folder / f"town-{size}"
    os.environ |= {"RAADHUS_HOME": str(home), "DJANGO_SETTINGS_MODULE": "raadhus.project.settings"}
    os.environ.pop("DATABASE_URL", None)
    built = _built(home, size)
    asked = _asked()
    if not kept:
        shutil.rmtree(home)
    return Grown(**built, **asked)


def _built(home: Path, size: int) -> Built:
    """The town, grown and indexed unless it stands there already; what that took. Without `built.json` it is
    indexed anew, without `grown` it is grown first."""
    grown, told = home / "grown", home / "built.json"
    if not grown.exists():
        set_up(home)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)  # setting up would index anew, unmeasured
    if told.exists():
        before: Built = json.loads(told.read_text())
        return before
    from bench.town import add_packages
    from raadhus.search import rebuild

    if not grown.exists():
        add_packages(size)
        grown.touch()
    load = os.getloadavg()[0]
    indexed, seconds = _timed(rebuild)
    built = Built(
        passages=indexed,
        index_seconds=round(seconds, 1),
        passages_a_second=round(indexed / seconds),
        index_mb=round(_index_size(home) / 1e6),
        load_before_indexing=round(load, 2),
    )
    told.write_text(json.dumps(built))
    return built


def _asked() -> Asked:
    from bench.town import IN_PACKAGE, add_packages
    from raadhus.openness import Reader
    from raadhus.search import catch_up, search
    from raadhus.search.evaluation import every_word, fts5, plain_words, texts_for

    carla = Reader.anonymous()
    catch_up()
    load = os.getloadavg()[0]
    asked = questions()
    page = _milliseconds(lambda text: search(text, reader=carla, facets=True, grouped=True), asked)
    grouped = _milliseconds(lambda text: search(text, reader=carla, grouped=True), asked)
    bare = _milliseconds(lambda text: search(text, reader=carla), asked)
    answered = asking.measure_asking(asked)
    name, hostile_ms, each = hostile.slowest()
    add_packages(IN_PACKAGE)
    _, catch_up_seconds = _timed(catch_up)
    started = time.perf_counter()
    with fts5(texts_for(carla), every_word) as find:
        build_seconds = time.perf_counter() - started
        beside = _milliseconds(find, asked)
        fewer = _milliseconds(find, [" ".join(plain_words(text)) for text in asked])
    ours, theirs, theirs_fewer = (statistics.median(took) for took in (bare, beside, fewer))
    return Asked(
        median_ms=round(statistics.median(page), 1),
        p95_ms=_p95(page),
        without_facets_median_ms=round(statistics.median(grouped), 1),
        without_facets_p95_ms=_p95(grouped),
        bare_median_ms=round(ours, 1),
        bare_p95_ms=_p95(bare),
        answer_median_ms=answered["median_ms"],
        answer_p95_ms=answered["p95_ms"],
        hostile_ms=hostile_ms,
        hostile_question=name,
        hostile_each=each,
        fts5_build_seconds=round(build_seconds, 1),
        fts5_median_ms=round(theirs, 1),
        fts5_fewer_words_median_ms=round(theirs_fewer, 1),
        times_fts5=round(theirs / ours, 1),
        times_fts5_fewer_words=round(theirs_fewer / ours, 1),
        catch_up_seconds=round(catch_up_seconds, 2),
        load_before_asking=round(load, 2),
        machine=machine(),
    )


def _index_size(home: Path) -> int:
    """In bytes, of the generation that serves."""
    last = max(path for path in (home / "index").iterdir() if path.suffix != ".new")
    return sum(file.stat().st_size for file in last.iterdir())


def machine() -> str:
    """Processors and memory, as the kernel tells them; what it does not tell is left out."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} x {model or platform.machine()}, {memory:.0f} GB"


def _p95(took: list[float]) -> float:
    return round(statistics.quantiles(took, n=20)[-1], 1)


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
        ("passages_a_second", "indexed, passages/s"),
        ("index_mb", "index, MB"),
        ("median_ms", "page: median, ms"),
        ("p95_ms", "95 %"),
        ("bare_median_ms", "hits alone: median"),
        ("bare_p95_ms", "95 %"),
        ("answer_median_ms", "answer: median, ms"),
        ("answer_p95_ms", "95 %"),
        ("hostile_ms", "dearest question, ms"),
        ("fts5_median_ms", "FTS5, as typed: median"),
        ("times_fts5", "times ours"),
        ("fts5_fewer_words_median_ms", "FTS5, fewer words"),
        ("times_fts5_fewer_words", "times ours"),
        ("catch_up_seconds", "one meeting, s"),
        ("load_before_indexing", "load: indexing"),
        ("load_before_asking", "asking"),
        ("machine", "machine"),
    )
    lines = ["| " + " | ".join(head for _, head in heads) + " |", "|" + "---:|" * len(heads)]
    told: list[dict[str, object]] = [dict(row) for row in rows]
    return lines + ["| " + " | ".join(str(row[key]) for key, _ in heads) + " |" for row in told]
