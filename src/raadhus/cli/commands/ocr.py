"""`raadhus ocr`: read the pages that are pictures now, instead of a few in each round of work."""

import argparse
import sys

from tqdm import tqdm

from raadhus.cli._home import with_database
from raadhus.cli._output import Failure, print_json
from raadhus.documents.models import Scan, ScanStatus
from raadhus.ingest import scans
from raadhus.parsing.scans import can_read
from raadhus.search import catch_up


@with_database
def run(arguments: argparse.Namespace) -> int:
    scans.queue()
    if not arguments.status:
        if not can_read():
            raise Failure("Tesseract med dansk mangler: installér tesseract-ocr og tesseract-ocr-dan.")
        with tqdm(total=scans.waiting(), unit=" sider", file=sys.stderr, disable=None) as bar:
            scans.read_waiting(progress=bar.update)
        catch_up()
    counts = {status.value: Scan.objects.filter(status=status).count() for status in ScanStatus}
    if arguments.json:
        print_json(counts)
    else:
        for status in ScanStatus:
            print(f"{status.label:20}{counts[status.value]}")
    return 0
