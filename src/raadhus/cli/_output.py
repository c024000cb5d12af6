"""Printing: results to standard output, everything else to standard error."""

import json
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

from tqdm import tqdm


class Failure(Exception):
    """The command cannot go on; the message is a sentence for people."""

    def __init__(self, message: str, *, status: int = 1) -> None:
        self.status = status
        super().__init__(message)


def say(line: str) -> None:
    """A message to the person at the terminal."""
    print(line, file=sys.stderr, flush=True)


def print_json(document: Mapping[str, Any]) -> None:
    """Write the document to standard output, always as valid UTF-8, whatever the terminal's own encoding is."""
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def indexing_bar() -> "tqdm[NoReturn]":
    """How far indexing is, where somebody looks; its `update` is the `progress` of `catch_up` and `rebuild`."""
    return tqdm(unit=" passager", desc="Indekserer", file=sys.stderr, disable=None, leave=False)
