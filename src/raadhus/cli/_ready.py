"""Make an installation ready: dictionary, translations and static files; quick when nothing has changed."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command

from raadhus.core.danish import prepare


def make_ready() -> Iterator[str]:
    """Do what is left to do, and yield a sentence after each part. The database is ready by then."""
    prepare()
    yield "Den danske ordbog er klar."
    yield f"Oversættelser er klar ({compile_translations()} fornyet)."
    call_command("collectstatic", interactive=False, verbosity=0)
    yield "Statiske filer er klar."


def compile_translations() -> int:
    """Compile each catalogue that is newer than what was made of it; return how many were."""
    compiled = 0
    for root in settings.LOCALE_PATHS:
        for source in sorted(Path(root).glob("*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
                continue
            with source.open("rb") as po:
                catalogue = read_po(po)
            aside = target.with_suffix(".mo.new")
            with aside.open("wb") as mo:
                write_mo(mo, catalogue)
            aside.replace(target)
            compiled += 1
    return compiled
