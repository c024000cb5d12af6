"""`raadhus demo`: load the invented municipality, and say how to log in."""

import argparse
import sys

from django.utils import timezone
from tqdm import tqdm

from raadhus.cli._home import with_database
from raadhus.cli._output import Failure, say
from raadhus.demo import LOGINS, load
from raadhus.ingest.models import IngestRun
from raadhus.organisation.models import User


@with_database
def run(arguments: argparse.Namespace) -> int:
    own = _has_own_material() and not arguments.beside_own_material
    if own and not arguments.if_empty:
        raise Failure(
            "Her ligger rigtigt materiale, og den opfundne kommune ville blande sig med det. "
            "Brug --beside-own-material, hvis det er meningen.",
            status=2,
        )
    if not own:
        with tqdm(desc="Den opfundne kommune", unit=" sider", file=sys.stderr, disable=None) as bar:
            load(today=timezone.localdate(), progress=bar.update)
    if User.objects.filter(username=LOGINS[0][0]).exists():
        say("Brugere i den opfundne kommune:")
        for username, password, who in LOGINS:
            say(f"  {username:8} {password:16} {who}")
    return 0


def _has_own_material() -> bool:
    """True when somebody has taken in papers of their own, so that the demo must keep away."""
    return IngestRun.objects.exists() and not User.objects.filter(username=LOGINS[0][0]).exists()
