"""Invented pages and answers of a FirstAgenda Publication host, of the municipality of Hjelmsund."""

from collections.abc import Sequence
from typing import Any

GUID = "00000000-0000-4000-8000-00000000000{}"


def field(title: str, html: str) -> str:
    return f'<h3>{title}</h3>\n<span class="resume">{html}</span>\n'


def annex(number: int, title: str) -> str:
    guid = GUID.format(number)
    return (
        f'<li><span class="label label-default pdf-label" data-id="{guid}">PDF</span><a id="enclosure-{guid}" '
        f'class="bilag-link" href="/vis/pdf/bilag/{guid}/?redirectDirectlyToPdf=false">{title}</a></li>'
    )


def row(
    number: str,
    title: str,
    *,
    case: str = "EMN-2031-000123",
    fields: Sequence[str] = (),
    annexes: Sequence[str] = (),
    classes: str = "punktrow",
) -> str:
    listed = f'<h3>Bilag</h3><ul class="list-unstyled">{"".join(annexes)}</ul>' if annexes else ""
    return (
        f'<tr class="{classes}"><td class="text-center punkt-tabel">'
        f'<span class="label label-default">{number}</span></td>'
        f'<td class="punkt-tabel"><button class="overskrift-btn"><h2 class="overskrift text-left">{title}</h2></button>'
        f'<div class="details" style="display: none;"><span class="sagsnummer">{case}</span>'
        '<div class="punkt"><h3></h3>'
        f'<div><div id="sagsfremstillingContainer"><div>{"".join(fields)}</div></div></div></div>{listed}</div></td>'
        '<td class="punkt-tabel"><a class="dropdown-item" href="#">Hent som PDF</a></td></tr>'
    )


def page(rows: Sequence[str], *, kind: str = "Referat", people: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="da"><head><title>Skovudvalget - Sal 2</title>
<script>window.localizationKeys = {{"Meeting_Closed_Item":"Lukket punkt"}};</script></head><body>
<nav class="navbar"><a href="/">logo</a></nav>
<div class="title"><h1 class="green dato">{kind} 1. oktober 2031 kl. 15.45</h1>
<h2 class="black"><span class="udvalg">Skovudvalget</span><span class="sted"> Sal 2</span></h2></div>
<table class="dagsordeninfo"><tbody>
<tr><td>Udvalg:</td><td><span class="udvalg">Skovudvalget</span></td></tr>
<tr><td>Mødedato:</td><td><span class="dato">onsdag den 1. oktober 2031 kl. 15.45</span></td></tr>
<tr class="sted-container"><td>Mødested:</td><td><span class="sted">Sal 2</span></td></tr>
<tr hidden=""><td>Information:</td><td><span></span></td></tr>
<tr><td>Mødedeltagere:</td><td class="deltagere">{people}</td></tr></tbody></table>
<table id="dagsordenDetaljer"><tbody>{"".join(rows)}</tbody></table></body></html>"""


ROUTE = (
    "<div>Udvalg: Magistraten</div><div>Dato: 02-09-2031</div><div> Punktnummer: 12</div>"
    "<div>Fremsendes til byrådet.</div>"
)


def usual() -> str:
    """Minutes with a case, a closed item and an item without text."""
    return page(
        [
            row("1", "Godkendelse af referat", fields=[field("Beslutninger", "<div>Godkendt.</div>")]),
            row(
                "2",
                "Nye stier i skoven",
                fields=[
                    field("Beslutninger", "<div>Sagen blev udsat.</div>"),
                    field("", "<div>Skoven får tre stier.</div>"),
                    field(
                        "Beslutningspunkter",
                        "<div>Det indstilles:</div><div>At 1) stierne anlægges</div><div>At 2) pengene findes</div>",
                    ),
                    field("Sagsforløb", ROUTE),
                ],
                annexes=[annex(1, "Indstilling"), annex(2, "Bilag 1: Kort")],
            ),
            row(
                "3", "Lukket punkt: Køb af skov", fields=[field("Beslutninger", "<div>Købt for 9 mio.</div>")]
            ),
            row("4", "Eventuelt", case=""),
        ],
        people="Anna Holm, Bo Kjær (afbud)",
    )


def meetings(*rows: tuple[str, str, str, str]) -> str:
    links = "".join(
        f'<a href="/vis?{kind}-{body}-d.01-10-2031-kl.{clock}&amp;id={GUID.format(number)}" '
        'class="list-group-item searchresult">'
        f'<div class="row"><div class="col-sm-3">{day}</div><div class="col-sm-5"><strong>{body}</strong></div>'
        f'<div class="col-sm-4 link"><strong>{kind}</strong></div></div></a>'
        for number, (day, body, kind, clock) in enumerate(rows)
    )
    return f'<html><body><h1>Dagsordener og referater</h1><div id="resultater">{links}</div></body></html>'


def answer() -> dict[str, Any]:
    """The JSON of the same meeting."""
    return {
        "Id": GUID.format(9),
        "Udvalg": {"Id": GUID.format(8), "Navn": "Skovudvalget"},
        "Moede": {
            "Navn": "Referat",
            "Dato": "2031-10-01T15:45:00+02:00",
            "MeetingEndUtc": "2031-10-01T17:00:00+02:00",
            "Sted": "Sal 2",
        },
        "Dagsordenpunkter": [
            {
                "Id": GUID.format(1),
                "Punktnummer": "1",
                "Navn": "Nye stier i skoven",
                "SagsNummer": "EMN-2031-000123",
                "Felter": [
                    {
                        "Navn": "Sag",
                        "Html": field("Beslutninger", "<p>Godkendt.</p>")
                        + field("Resume", "<p>Tre stier.</p>"),
                    }
                ],
                "Bilag": [{"Id": GUID.format(2), "Navn": "Kort"}],
            },
            {"Number": 2, "Caption": "Køb af skov", "IsOpen": False, "Felter": [], "Bilag": None},
        ],
    }


def bodies() -> dict[str, Any]:
    return {
        "Udvalg": {
            "2030-2033": [
                {
                    "Id": GUID.format(8),
                    "Navn": "Skovudvalget",
                    "Moeder": [
                        {
                            "Id": GUID.format(9),
                            "Navn": "Referat",
                            "Dato": "2031-10-01T15:45:00+02:00",
                            "Sted": "Sal 2",
                        },
                        {"Id": GUID.format(7), "Navn": None, "MeetingBeginUtc": "2031-11-01T14:45:00Z"},
                    ],
                }
            ]
        }
    }
