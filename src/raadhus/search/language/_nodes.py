"""What an expression is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Field = Literal["case", "type", "outcome", "department", "year", "person", "of_case", "organization"]


@dataclass(frozen=True, slots=True)
class Words:
    """A word in any of its forms (or several, each of which must stand there)."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side, just as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Both sides, in either order, with at most `distance` words between them."""

    left: str
    right: str
    distance: int


@dataclass(frozen=True, slots=True)
class Organ:
    """Papers of an organization, by any of its names."""

    name: str


@dataclass(frozen=True, slots=True)
class Terms:
    """A field of the index with one of these values."""

    field: Field
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both with; None is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Without:
    part: Node


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple[Node, ...]


Node = Words | Phrase | Near | Organ | Terms | Days | Without | Either | AllOf


def positive_texts(node: Node) -> Iterator[str]:
    """The words of `node` that are looked for, not kept out: they are marked where they stand."""
    if isinstance(node, Words | Phrase):
        yield node.text
    elif isinstance(node, Near):
        yield from (node.left, node.right)
    elif isinstance(node, Either | AllOf):
        for part in node.parts:
            yield from positive_texts(part)
