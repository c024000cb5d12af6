"""Do the originals lie there as they came in, and do pages and passages hang together?"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db.models import Count, F, Max
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from raadhus.core.faults import Fault, Progress
from raadhus.documents import storage
from raadhus.documents.models import Passage, Version


def faults(progress: Progress) -> Iterator[Fault]:
    """Every fault of files, pages and passages. Reads all originals: it takes as long as the disk does."""
    for version in Version.objects.order_by("pk").iterator(chunk_size=500):
        yield from _of_original(version)
        progress(1)
    yield from _strays()
    yield from _pages_missing()
    yield from _passages_outside()


def _of_original(version: Version) -> Iterator[Fault]:
    place, names = f"documents.version {version.pk}", {"file": version.file_name}
    try:
        with storage.path_of(version.sha256).open("rb") as original:
            found = hashlib.file_digest(original, "sha256").hexdigest()
    except FileNotFoundError:
        yield Fault("file-missing", place, _("Originalen mangler: %(file)s. Indlæs filen igen.") % names)
    except OSError as error:
        told = _("Originalen kan ikke læses (%(why)s): %(file)s")
        yield Fault("file-unreadable", place, told % {**names, "why": error.strerror or error})
    else:
        if found != version.sha256:
            yield Fault(
                "file-changed", place, _("Originalen er ikke den fil, der blev indlæst: %(file)s") % names
            )


def _strays() -> Iterator[Fault]:
    """Originals that nothing points at. They are left where they are: a restored database may lack their rows."""
    known = set(Version.objects.values_list("sha256", flat=True))
    for original in sorted((Path(settings.RAADHUS_HOME) / "files").glob("[0-9a-f][0-9a-f]/*")):
        if original.name not in known:
            yield Fault(
                "file-unknown",
                f"files/{original.parent.name}/{original.name}",
                _("Ingen udgave hører til denne fil. Den bliver liggende."),
            )


def _pages_missing() -> Iterator[Fault]:
    counted = Version.objects.annotate(stored=Count("pages"), last=Max("pages__number"))
    short = counted.exclude(stored=F("page_count"), last=F("page_count")).exclude(page_count=0)
    for pk, name, wanted, stored in short.values_list("pk", "file_name", "page_count", "stored"):
        yield Fault(
            "pages-missing",
            f"documents.version {pk}",
            _("%(file)s har %(all)s sider, men %(stored)s er gemt.")
            % {"file": name, "all": wanted, "stored": stored},
        )


def _passages_outside() -> Iterator[Fault]:
    for pk in Passage.objects.filter(end__gt=Length("page__text")).values_list("pk", flat=True):
        yield Fault("passage-outside", f"documents.passage {pk}", _("Passagen går ud over sin side."))
