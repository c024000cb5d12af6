"""Arguments in Danish: argparse's own sentences, and what a number, a day and a port may be."""

import argparse
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NoReturn

from raadhus.cli._output import Failure, say

_SENTENCES = (
    (r"the following arguments are required: (.+)", r"der mangler: \1"),
    (r"unrecognized arguments: (.+)", r"kendes ikke: \1"),
    (r"invalid choice: (.+) \(choose from (.+)\)", r"\1 kan ikke vælges; vælg mellem \2"),
    (r"expected one argument", "skal have en værdi"),
    (r"expected at least one argument", "skal have mindst én værdi"),
    (r"expected at most one argument", "kan kun have én værdi"),
    (r"ignored explicit argument (.+)", r"kan ikke have en værdi (\1)"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 kan betyde flere: \2"),
    (r"not allowed with argument (.+)", r"kan ikke bruges sammen med \1"),
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Danish; wrong use is a `Failure` with status 2."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(add_help=False, **kwargs)
        self._positionals.title = "argumenter"
        self._optionals.title = "valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "brug: ", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "brug: ", 1)

    def error(self, message: str) -> NoReturn:
        say(self.format_usage().rstrip())
        raise Failure(f"{self.prog}: {in_danish(message)}", status=2)


def in_danish(message: str) -> str:
    """argparse's sentence in Danish."""
    message = message.removeprefix("argument ")
    for pattern, danish in _SENTENCES:
        message = re.sub(pattern, danish, message)
    return message


def number_within(least: int, most: int) -> Callable[[str], int]:
    """What reads a whole number from `least` to `most`."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} er ikke et helt tal") from None
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"skal være fra {least} til {most}")
        return number

    return read


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} er ikke en dato; skriv den som 2026-03-31") from None


def moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} er ikke et tidspunkt; skriv det som 2026-03-31T12:00"
        ) from None
