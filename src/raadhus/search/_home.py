"""Where the index lies, who it is, and who may write it."""

import json
import shutil
import uuid
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from raadhus.core.locks import alone
from raadhus.search import _schema


@dataclass(frozen=True, slots=True)
class Identity:
    """Kept in the directory itself: delete the directory, and everything is indexed again."""

    id: str
    schema: int

    @property
    def consumer(self) -> str:
        return f"search:{self.id}"


def index_path() -> Path:
    return Path(settings.RAADHUS_HOME) / "index"


def identity_path(directory: Path) -> Path:
    return directory / "raadhus.json"


def identity_of(directory: Path) -> Identity | None:
    """Who the index in `directory` is; None when there is none, or none that can be read."""
    try:
        told = json.loads(identity_path(directory).read_text(encoding="utf-8"))
        return Identity(id=str(told["id"]), schema=int(told["schema"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def new_directory(directory: Path) -> Identity:
    """Make an empty `directory` with a new identity."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    identity = Identity(id=uuid.uuid4().hex, schema=_schema.VERSION)
    told = {"id": identity.id, "schema": identity.schema}
    identity_path(directory).write_text(json.dumps(told), encoding="utf-8")
    return identity


def sole_writer() -> AbstractContextManager[None]:
    """The right to write the index; another process waits for it."""
    return alone(Path(settings.RAADHUS_HOME) / "index.lock")
