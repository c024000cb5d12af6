"""The outer manifest: which agendas and minutes Acadre has produced of a meeting, and which one counts."""

from dataclasses import dataclass

from lxml import etree

from raadhus.parsing._package import Kind
from raadhus.parsing.formats.acadre_meeting._tables import number_in, tables
from raadhus.parsing.sources._xml import children, says_yes


@dataclass(frozen=True, slots=True)
class Produced:
    """One paper that was produced: the file that holds its meeting, and the one that shows it on paper."""

    meeting: str
    document: str
    folder: str
    kind: Kind
    access: str
    comment: str


_KINDS: dict[str, Kind] = {"1": "agenda", "2": "minutes"}


def produced_agenda(root: etree._Element) -> Produced | None:
    """Return the newest paper that was published, minutes before agendas; without any, what was produced last."""
    rows = [_said(fields) for one in tables(root, "producedAgenda") for fields in children(one, "fields")]
    named = [row for row in rows if row.get("xmlfilename")]
    published = [row for row in named if says_yes(row.get("publish", "")) is True] or named
    best = {
        row.get("type", ""): row for row in sorted(published, key=lambda row: number_in(row.get("sysid", "")))
    }
    chosen = best.get("2") or best.get("1") or next(iter(best.values()), None)
    return _produced(chosen, root) if chosen else None


def _said(fields: etree._Element) -> dict[str, str]:
    """What each field says: its one attribute."""
    return {
        str(name): str(said) for field in children(fields, "field") for name, said in field.attrib.items()
    }


def _produced(row: dict[str, str], root: etree._Element) -> Produced:
    return Produced(
        meeting=row["xmlfilename"],
        document=row.get("docfilename", ""),
        folder=row.get("filesfolder", "") or _usual_folder(row, root),
        kind=_KINDS.get(row.get("type", ""), "agenda"),
        access=row.get("accessid", "") or row.get("access", ""),
        comment=row.get("comment", ""),
    )


def _usual_folder(row: dict[str, str], root: etree._Element) -> str:
    agenda = next(iter(tables(root, "agenda")), None)
    numbers = [said["sysid"] for one in children(agenda, "fields") if (said := _said(one)).get("sysid")]
    return f"Files_{numbers[0]}_{row['docID']}" if numbers and row.get("docID") else ""
