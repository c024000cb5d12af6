"""What a check of the house may find wrong. No Django here."""

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[int], None]
"""Called now and then with the number of rows or files looked at since the last call."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`place` names the row or file for the one who mends it; `message` is a sentence for people."""

    code: str
    place: str
    message: str
