"""A list of meetings: for each a link with its day, whose it is and whether it is an agenda or minutes."""

import re
from collections.abc import Iterator

from lxml import etree

from raadhus.parsing._package import Kind
from raadhus.parsing.formats._draft import DraftMeeting
from raadhus.parsing.formats._moments import day_of, moment_of
from raadhus.parsing.formats.firstagenda_web._dom import has_class, words

_KIND = re.compile(r"\b(?:lukket |åben |tillægs?)?(?P<kind>dagsorden|referat|protokol)\w*", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_HOUR = re.compile(r"kl\.?[-_ ]?(\d{1,2})[.:](\d{2})", re.IGNORECASE)


def read_list(root: etree._Element) -> tuple[DraftMeeting, ...]:
    """Return the meetings in the list's order; () for a page without such a list."""
    return tuple(_meetings(root))


def _meetings(root: etree._Element) -> Iterator[DraftMeeting]:
    for link in root.iter("a"):
        if not has_class(link, "searchresult") and not str(link.get("href") or "").startswith("/vis?"):
            continue
        cells = [
            text
            for node in link.iter()
            if isinstance(node.tag, str) and not len(node) and (text := words(node))
        ]
        day = next((match for text in cells if (match := _DAY.fullmatch(text.strip()))), None)
        if day is None:
            continue
        said = next((match for text in cells if (match := _KIND.fullmatch(text))), None)
        names = [text for text in cells if not _DAY.fullmatch(text.strip()) and not _KIND.fullmatch(text)]
        if not names:
            continue
        hour = _HOUR.search(str(link.get("href") or ""))
        clock = f" {hour[1]}:{hour[2]}" if hour else ""
        start = moment_of(f"{day[1]}-{day[2]}-{day[3]}{clock}")
        if day_of(start) is not None:
            yield DraftMeeting(_kind_of(said), names[0], start)


def _kind_of(said: re.Match[str] | None) -> Kind:
    return "agenda" if said is None or said["kind"].casefold() == "dagsorden" else "minutes"
