"""Bring new interface texts into the English catalogue, in the order of the code; drop those that are gone."""

import os
from pathlib import Path

from django.core.management.commands.makemessages import Command

HOUSE = Path(__file__).resolve().parents[1] / "src" / "raadhus"


class MakeMessages(Command):
    # A guess from a text that looks alike is worse than none: it reads as if somebody had translated it.
    msgmerge_options = [*(o for o in Command.msgmerge_options if o != "--previous"), "--no-fuzzy-matching"]


def main() -> None:
    os.chdir(HOUSE)
    MakeMessages().run_from_argv(
        ["django-admin", "makemessages", "--locale=en", "--no-obsolete", "--add-location=file", "--no-wrap"]
    )


if __name__ == "__main__":
    main()
