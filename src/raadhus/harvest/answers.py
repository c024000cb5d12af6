"""What comes of asking: a file and what the server said of it, or why there is none. Plain Python."""

import json
from dataclasses import dataclass
from pathlib import Path


class NotFetched(Exception):
    """This one thing could not be had; the message is a sentence for people."""


class NotNow(Exception):
    """The host wants to be left alone, or is not there: the round is over. `seconds` it asked for, where it did."""

    def __init__(self, message: str, seconds: float | None = None) -> None:
        self.seconds = seconds
        super().__init__(message)


class NotThere(Exception):
    """The host says that there is no such thing (404, 410)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said of a file besides the file. `unchanged`: it sent none, ours is still right.

    `size` is that of our own file, in bytes: where the server says nothing else, one as long is taken for the same.
    """

    etag: str = ""
    modified: str = ""
    size: int | None = None
    unchanged: bool = False


def said_of(file: Path) -> Answer | None:
    """What was said of a file that was fetched earlier; None where it is not there whole."""
    try:
        return Answer(**json.loads(note_of(file).read_text("utf-8"))) if file.is_file() else None
    except (OSError, ValueError, TypeError):
        return None


def note_of(file: Path) -> Path:
    return file.with_name(f".{file.name}.said")
