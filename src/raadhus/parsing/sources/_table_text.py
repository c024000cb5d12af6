"""Tables as text (CSV, TSV): a line for each row, a page for each hundred."""

import csv
import io
from itertools import islice
from pathlib import Path

from raadhus.parsing._errors import Unreadable
from raadhus.parsing._lines import RawLine, Source
from raadhus.parsing._text import lay_out
from raadhus.parsing.sources._xlsx import ROWS_A_PAGE, row_text
from raadhus.parsing.sources._xml import decoded

MEDIA_TYPE = "text/csv"
_MOST_BYTES = 64 * 1024 * 1024
_MOST_ROWS = 50_000
_SEPARATORS = ";\t,|"


def load(path: Path) -> Source:
    """Return the table's rows. Raises `Unreadable` for a file with nothing in it."""
    if path.stat().st_size > _MOST_BYTES:
        raise Unreadable(path.name, "too-large")
    text = decoded(path.read_bytes()).replace("\x00", "")
    try:
        rows = list(islice(csv.reader(io.StringIO(text), delimiter=_separator(text)), _MOST_ROWS))
    except csv.Error as error:
        raise Unreadable(path.name, "damaged") from error
    written = [line for row in rows if (line := row_text([" ".join(cell.split()) for cell in row]))]
    starts = range(0, len(written), ROWS_A_PAGE)
    pages, lines = lay_out(
        [[RawLine(row) for row in written[at : at + ROWS_A_PAGE]] for at in starts] or [[]]
    )
    if not lines:
        raise Unreadable(path.name, "empty")
    return Source("csv", MEDIA_TYPE, pages, lines)


def _separator(text: str) -> str:
    """The sign that stands in the first lines most often and as often in each."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:20]
    counts = {sign: [line.count(sign) for line in lines] for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: (min(counts[sign], default=0), sum(counts[sign])))
