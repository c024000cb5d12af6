"""The parts a paper is made of, before anything is known of pages or file formats."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["title", "heading", "small", "text", "bold", "bullet", "number", "table", "gap", "break"]


@dataclass(frozen=True, slots=True)
class Block:
    """One part. A table's first row is its head; `widths` are shares of the column."""

    kind: BlockKind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()


def heading(text: str) -> Block:
    return Block("heading", text)


def text(paragraph: str) -> Block:
    return Block("text", paragraph)


def bullet(line: str) -> Block:
    return Block("bullet", line)


def table(*rows: tuple[str, ...], widths: tuple[float, ...]) -> Block:
    return Block("table", rows=rows, widths=widths)
