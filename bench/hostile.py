"""Questions that cost the most: common words, endless ones, deep pages. None may take seconds."""

import time
from typing import Any

from bench.invented import Inventor

LIMIT_MS = 1000.0
PER_PAGE = 10


def hostile_questions() -> dict[str, tuple[str, dict[str, Any]]]:
    """By name: what is typed, and the arguments that stand in the address."""
    inventor = Inventor(seed=7)
    words = " ".join(inventor.text() for _ in range(40)).split()
    common = "og i at er det til af en den på for med der de har som"
    return {
        "one letter": ("i", {}),
        "the sixteen commonest words": (common, {}),
        "the same, the newest first": (common, {"sort": "date"}),
        "fifty words": (" ".join(words[:50]), {}),
        "two thousand letters": (" ".join(words)[:2000], {}),
        "twenty long words": (" ".join(sorted(set(words), key=len)[-20:]), {}),
        "letters at random": (" ".join(f"x{n}kq{n * 7919 % 997}zv" for n in range(150)), {}),
        "phrases of common words": ('"i den" "det er"', {}),
        "NEAR over common words": ("i NEAR/20 og", {}),
        "NEAR over many": ("(og i at er det) NEAR/90 (til af en den)", {}),
        "wildcards": ("* a* %", {}),
        "forty words with OR": (" OR ".join(words[:40]), {}),
        "only what is not wanted": ("-byrådet -kommune -skole", {}),
        "page 100": ("kommune", {"offset": 99 * PER_PAGE}),
        "page 100 of a question": ("hvad koster en ny skole i kommunen", {"offset": 99 * PER_PAGE}),
        "filters alone, page 100": ("", {"organization": "Byrådet", "offset": 99 * PER_PAGE}),
    }


def slowest() -> tuple[str, float, dict[str, float]]:
    """The dearest question, its milliseconds, and those of each, as the pages ask; the best of two goes."""
    from raadhus.openness import Reader
    from raadhus.search import corrected, search

    carla = Reader.anonymous()

    def ask(text: str, told: dict[str, Any]) -> float:
        started = time.perf_counter()
        search(text, reader=carla, limit=PER_PAGE, facets=True, grouped=True, **told)
        corrected(text, reader=carla)
        return round((time.perf_counter() - started) * 1000, 1)

    each = {
        name: min(ask(text, told) for _ in range(2)) for name, (text, told) in hostile_questions().items()
    }
    name = max(each, key=lambda name: each[name])
    return name, each[name], each
