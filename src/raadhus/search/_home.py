"""Where the index lies: a directory for each generation of it, and who may write, read and remove them."""

import fcntl
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings

from raadhus.core.locks import alone
from raadhus.core.models import JournalMark
from raadhus.search import _schema

_NAME = re.compile(r"(\d{6})-v(\d+)-([0-9a-f]{32})(\.new)?")


@dataclass(frozen=True, slots=True, order=True)
class Generation:
    """One index, whole or still being built. All there is to know of it stands in its directory's name.

    Those of a later schema, and of these the later ones, come last in order.
    """

    schema: int
    number: int
    id: str
    whole: bool

    @property
    def consumer(self) -> str:
        """The name of its marks in the journal."""
        return f"search:{self.id}"

    @property
    def directory(self) -> Path:
        return index_path() / f"{self.number:06}-v{self.schema}-{self.id}{'' if self.whole else '.new'}"


def index_path() -> Path:
    return Path(settings.RAADHUS_HOME) / "index"


def generations() -> list[Generation]:
    """Every generation on the disk, in order."""
    try:
        names = [path.name for path in index_path().iterdir()]
    except OSError:
        return []
    told = filter(None, map(_NAME.fullmatch, names))
    return sorted(Generation(int(t[2]), int(t[1]), t[3], whole=not t[4]) for t in told)


def current() -> Generation | None:
    """The one that is kept up to date: the last whole one of this version of the program."""
    return next((g for g in reversed(generations()) if g.whole and g.schema == _schema.VERSION), None)


def begun() -> Generation | None:
    """The one that somebody began to build and did not finish."""
    return next((g for g in reversed(generations()) if not g.whole and g.schema == _schema.VERSION), None)


def new_generation() -> Generation:
    """Make an empty directory for the next one."""
    number = max((g.number for g in generations()), default=0) + 1
    made = Generation(_schema.VERSION, number, uuid.uuid4().hex, whole=False)
    made.directory.mkdir(parents=True)
    return made


def made_whole(built: Generation) -> Generation:
    """From now on `built` serves: one renaming, so there is no moment without an index."""
    whole = replace(built, whole=True)
    built.directory.rename(whole.directory)
    return whole


def sole_writer() -> AbstractContextManager[None]:
    """The right to write the index that serves; another process waits for it."""
    return alone(Path(settings.RAADHUS_HOME) / "index.lock")


def sole_builder() -> AbstractContextManager[None]:
    """The right to build a new generation. Who has it may ask to be the sole writer, never the other way round."""
    return alone(Path(settings.RAADHUS_HOME) / "index-build.lock")


def in_use(generation: Generation) -> int | None:
    """Keep `generation` from being removed; return what `os.close` gives it free, None when it is gone.

    The system frees it too when the process ends, however it ends.
    """
    try:
        file = os.open(generation.directory, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        return None
    return file


@contextmanager
def using(generation: Generation) -> Iterator[None]:
    """Keep `generation` meanwhile."""
    file = in_use(generation)
    try:
        yield
    finally:
        if file is not None:
            os.close(file)


def sweep() -> None:
    """Remove what is worn out and nobody uses; what somebody still uses goes the next time. For the sole writer.

    Worn out is what this version of the program, or an older one, has a better whole one for. A later version's
    generations are left alone: they are for the program that knows them.
    """
    serving = current()
    if serving is None:
        return
    for other in generations():
        if other < serving and other != begun():
            _remove(other)
    for stray in index_path().iterdir():
        if stray.is_file():  # from before there were generations
            stray.unlink(missing_ok=True)


def _remove(worn: Generation) -> None:
    try:
        file = os.open(worn.directory, os.O_RDONLY)
    except OSError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        discard(worn)
    except BlockingIOError:
        pass
    finally:
        os.close(file)


def discard(generation: Generation) -> None:
    """Remove it from the disk and its marks from the journal. Cut short, it can be done again."""
    JournalMark.objects.filter(consumer=generation.consumer).delete()
    shutil.rmtree(generation.directory, ignore_errors=True)
