"""Two figures: how many honest sentences are dropped, and how many lies get through."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from raadhus.assistant.wording.checks import Claim, Reason, verify
from raadhus.assistant.wording.measuring._lies import Lie, lies_of
from raadhus.assistant.wording.measuring.material import SOURCES

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Measured:
    """`dropped` are the honest sentences that were lost, with the reason; `missed` the lies that passed, by kind."""

    honest: int
    dropped: tuple[tuple[Claim, Reason], ...]
    lies: Counter[str]
    missed: tuple[Lie, ...]

    @property
    def false_drops(self) -> float:
        return len(self.dropped) / self.honest

    @property
    def misses(self) -> float:
        return len(self.missed) / self.lies.total()


def measured() -> Measured:
    honest = list(_honest())
    lies = [*_written_lies(), *(lie for claim in honest for lie in lies_of(claim))]
    verdicts = [(claim, verify(claim, SOURCES).reason) for claim in honest]
    return Measured(
        honest=len(honest),
        dropped=tuple((claim, reason) for claim, reason in verdicts if reason),
        lies=Counter(kind for kind, _ in lies),
        missed=tuple(lie for lie in lies if verify(lie[1], SOURCES).reason is None),
    )


def _honest() -> Iterator[Claim]:
    for cited, text in _rows("honest.tsv"):
        yield _claim(cited, text)


def _written_lies() -> Iterator[Lie]:
    for kind, cited, text in _rows("lies.tsv"):
        yield kind, _claim(cited, text)


def _rows(name: str) -> Iterator[list[str]]:
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def _claim(cited: str, text: str) -> Claim:
    return Claim(text, tuple(int(number) for number in cited.split(",") if number))
