"""The agenda as older SBSYS modules write it: what is known of a thing stands in its attributes."""

from lxml import etree

from raadhus.parsing._lines import RawLine
from raadhus.parsing.formats._draft import (
    Draft,
    DraftAnnex,
    DraftField,
    DraftItem,
    DraftMeeting,
    numbered_once,
)
from raadhus.parsing.formats._moments import end_of, moment_of
from raadhus.parsing.sources._markup import lines_of
from raadhus.parsing.sources._xml import child, children, content, local, says_yes, value

_FORMAT = "sbsys-agenda-xml"


def read(root: etree._Element) -> Draft:
    """Return the one meeting; an item or annex whose mark is missing, or that stands in a closed agenda, is closed."""
    meeting = child(root, "Møde")
    agenda_open = says_yes(root.get("Åben") or root.get("Åbent") or "")
    start = moment_of(_said(meeting, "Mødedato", "Mødetid"))
    items = [_item(item, agenda_open) for item in children(child(root, "Dagsordenpunkter"), "Dagsordenpunkt")]
    return Draft(
        format=_FORMAT,
        meetings=(
            DraftMeeting(
                kind="minutes" if "referat" in (root.get("Dagsordentype") or "").casefold() else "agenda",
                organization=_said(meeting, "Udvalg"),
                start=start,
                end=end_of(_said(meeting, "Mødeslutdato", "Mødesluttid"), start),
                location=_said(meeting, "Mødested"),
                items=numbered_once(tuple(items)),
            ),
        ),
        prints=("dagsorden.html",),
    )


def _said(node: etree._Element | None, *names: str) -> str:
    if node is None:
        return ""
    return " ".join((node.get(name) or "").strip() for name in names).strip()


def _item(item: etree._Element, agenda_open: bool | None) -> DraftItem:
    open_too = says_yes(item.get("Åbent") or item.get("Åben") or "") is True
    return DraftItem(
        number=_said(item, "Nummer"),
        title=value(item, "Overskrift") or _said(item, "Overskrift"),
        visibility="open" if open_too and agenda_open is not False else "closed",
        case_number=_said(item, "Sagsnummer") or value(item, "Sagsnummer"),
        fields=tuple(
            DraftField(_caption(part), tuple(lines))
            for part in children(child(item, "Indhold"))
            if (lines := _lines(part))
        ),
        annexes=tuple(_annex(annex) for annex in children(child(item, "Bilagsliste"), "Bilag")),
    )


def _caption(part: etree._Element) -> str:
    """The heading is the element's own name, unless it says another."""
    return _said(part, "Overskrift") or _said(part, "Navn") or local(part).replace("_", " ")


def _lines(part: etree._Element) -> list[RawLine]:
    return lines_of(content(part))


def _annex(annex: etree._Element) -> DraftAnnex:
    return DraftAnnex(
        title=_said(annex, "Navn") or _said(annex, "Titel"),
        file=_said(annex, "BilagUrl") or _said(annex, "Filnavn"),
        closed=says_yes(_said(annex, "MaaPubliceres")) is not True,
        document_number=_said(annex, "Dokumentnummer"),
    )
