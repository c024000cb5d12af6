"""Invented publishing files of eDoc's first generation, from the municipality of Hjelmsund."""

from collections.abc import Sequence
from html import escape

TEXT = """



{number}.\t{title}

Sagsnr.: 2031-28504
Dok.nr.: 2031-203438

Teknisk Udvalg den 30. maj 2031 Punkt 7


Sammendrag
Skoven skal plejes.

Baggrund
Der er fundet svampe i 40 træer.

Bilag
2031-200782 - Kort over skoven

Beslutningen træffes af
Skovudvalget

Indstilling
Center for Natur indstiller, at

A)
plejen begynder i 2032

B)
der bruges 300.000 kr.


Skovudvalgets beslutning den 04.12.2031 Punkt {number}
Indstillingen godkendt


Følgende deltog ikke i behandlingen af punktet:
 Bo Kjær
"""
FRONT = """

Skovudvalget

Referat

Skovudvalget
torsdag den 4. december 2031, kl. 13:00
i Mødecenter C, Lokale 32 på Hjelmsund Rådhus

Åbent referat


Tilstede
Anna Holm (A) - formand
Mette Dam (F)


Afbud/Fraværende
Bo Kjær (V)

Sekretær
Carla Lund
&#xC;
INDHOLDSFORTEGNELSE
"""


def attachment(title: str, file: str, *, mark: str = "SKAL PUBLICERES", text: str = "") -> str:
    return (
        f'<Attachment attachmentid="1"><Logicidentifier /><Title>{escape(title)}</Title>'
        f"<PDFDocument>{file}</PDFDocument><PublishingType>{mark}</PublishingType><FullText>{text}</FullText></Attachment>"
    )


def item(
    number: str,
    title: str,
    *,
    mark: str = "SKAL PUBLICERES",
    attachments: Sequence[str] = (),
    text: str = TEXT,
) -> str:
    return (
        f"<MeetingAgendaItem><AgendaItemNumber>{number}</AgendaItemNumber><PDFDocument>{number}00.PDF</PDFDocument>"
        f'<Document documentid="1"><Title>{escape(title)}</Title><CaseWorker /><PublishingType>{mark}</PublishingType>'
        f'<Attachments>{"".join(attachments)}</Attachments><Case caseid="2"><CaseLogicIdentifier /></Case></Document>'
        f"<FullText>{escape(text.format(number=number, title=title), quote=False)}</FullText></MeetingAgendaItem>"
    )


def agenda(items: Sequence[str], *, kind: str = "Åben dagsorden", front: str = FRONT) -> str:
    return (
        f"<MeetingAgendaType><AgendaType>{kind}</AgendaType><PDFDocument>900.PDF</PDFDocument>"
        f"<MeetingAgendaItems>{''.join(items)}</MeetingAgendaItems><FullText>{front}</FullText></MeetingAgendaType>"
    )


def meeting(agendas: Sequence[str], *, state: str = "Referat endeligt godkendt") -> str:
    return (
        '<?xml version="1.0"?>\n<Meeting><Committee>Skovudvalget</Committee>'
        f"<MeetingDate>04-12-2031 13:00:00</MeetingDate><MeetingState>{state}</MeetingState>"
        f"<MeetingAgendaTypes>{''.join(agendas)}</MeetingAgendaTypes></Meeting>"
    )


def usual() -> str:
    """Open minutes with items out of order, and a closed part that counts from 1 again."""
    map_ = attachment("Kort over skoven", "200.PDF", text="Kortet viser skoven.&#xC;Bagsiden er tom.")
    opened = [
        item("2", "Skovens pleje", attachments=[map_]),
        item("10", "Eventuelt"),
        item("1", "Meddelelser"),
    ]
    return meeting(
        [agenda(opened), agenda([item("1", "En svamp", mark="MÅ IKKE PUBLICERES")], kind="Lukket dagsorden")]
    )
