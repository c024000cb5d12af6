"""What the commands that use the data directory share: a ready database and the reader asked for."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from raadhus.cli._output import Failure
from raadhus.core.locks import alone
from raadhus.meetings.actions import NotPossible
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.readers import UnknownUser, reader_named


def reader_from(name: str | None) -> Reader:
    """The reader that `--as` names; the operator when it is not given."""
    if name is None:
        return Reader.operator()
    try:
        return reader_named(name, on=timezone.localdate())
    except UnknownUser:
        raise Failure(f"Der er ingen bruger ved navn {name}.", status=2) from None


def migrate() -> None:
    """Bring the database up to date; nothing happens when it is. Two commands at once take turns."""
    if not _is_behind():
        return
    with alone(Path(settings.RAADHUS_HOME) / "migrate.lock"):
        if _is_behind():
            call_command("migrate", verbosity=0, interactive=False)


def _is_behind() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def with_database(run: Callable[..., int]) -> Callable[..., int]:
    """Run the command on an up-to-date database; what is refused, and what fails, becomes a sentence."""

    @wraps(run)
    def guarded(*args: object, **kwargs: object) -> int:
        try:
            migrate()
            return run(*args, **kwargs)
        except NotAllowed as refused:
            raise Failure(f"{refused.reader.username} har ikke lov til det.", status=2) from refused
        except NotPossible as refused:
            raise Failure(str(refused), status=2) from refused
        except DatabaseError as error:
            raise Failure(f"Databasen kan ikke bruges: {error}") from error
        except BrokenPipeError:
            raise  # the one who reads our output has had enough: no failure
        except OSError as error:
            where = f" ({error.filename})" if error.filename else ""
            raise Failure(f"Der kan ikke skrives eller læses{where}: {error.strerror or error}") from error

    return guarded
