"""Invented Acadre meetings of the municipality of Hjelmsund."""

from collections.abc import Sequence
from html import escape


def fields(**said: str) -> str:
    return (
        "<fields>" + "".join(f'<field name="{k}">{escape(v)}</field>' for k, v in said.items()) + "</fields>"
    )


def table(name: str, *inside: str) -> str:
    return f'<table name="{name}">{"".join(inside)}</table>'


def bullet(name: str, html: str, order: int) -> str:
    return table("bullet", fields(bulletname=name, bulletcontent=html, bulletsortorder=str(order)))


def enclosure(name: str, file: str, number: int, access: str = "1") -> str:
    return table(
        "enclosure",
        fields(name=name, access=access, sort=str(number), filename=file, fileno=f"{number}00/31"),
    )


def item(sort: str, name: str, *inside: str, access: str = "1", case: str = "31/27845") -> str:
    own = fields(name=name, access=access, caseno=case, caseofficername="Mette Dam", absent="")
    return table("agendaitemparents", fields(sort=sort), table("agendaitem", own, *inside))


def meeting(items: Sequence[str], *, name: str = "Referat", date: str = "2031-06-20 10:30") -> str:
    members = [
        table("member", fields(name="Anna  Holm (A)", absent="0")),
        table("member", fields(name="Bo Kjær (V)", absent="1")),
    ]
    held = fields(
        name="Ordinært",
        date=date,
        finish="2031-06-20 13:00",
        location="Kursuscentret",
        address="Strandvej 4<br>Følle",
    )
    return (
        '<?xml version="1.0"?>\n<root>'
        + table(
            "agenda",
            fields(sysid="1863", name=name, access="1"),
            table("committee", fields(sysid="57", name="Udvalget for plan, udvikling og kultur (PUK)")),
            table("meeting", held, table("meetmember", *members)),
            *items,
        )
        + "<agendaData><note>Uden betydning</note></agendaData></root>"
    )


def usual() -> str:
    """Minutes: a case decided before and now, a closed item, items out of order."""
    body = "Udvalget for plan, udvikling og kultur (PUK)"
    return meeting(
        [
            item("716", "Eventuelt", case=""),
            item(
                "715",
                "Kulturhuset",
                bullet(f"Beslutning i {body} den 20-06-2031", "<p>Punktet blev udsat.</p>", 10),
                bullet("Resumé", "<p>Et nyt hus.</p>", 1),
                bullet("Indstilling", "<p>Direktøren indstiller, at udvalget godkender planen.</p>", 6),
                bullet(f"Beslutning i {body} den 10-04-2031", "<p>Godkendt til høring.</p>", 8),
                bullet("Beslutning i Økonomiudvalget den 20-06-2031", "<p>Anbefales.</p>", 9),
                enclosure("Notat om huset", "1E1.DOCX", 1),
                enclosure("Lejekontrakt", "2E2.PDF", 2, access="2"),
            ),
            item("717", "Ansættelse", bullet("Resumé", "<p>Tre ansøgere er til samtale.</p>", 1), access="2"),
        ]
    )


def manifest(*produced: str) -> str:
    return (
        '<root><org>Acadre</org><table name="committee"><fields><field name="Kulturudvalget"></field></fields></table>'
        '<table name="meeting"><fields><field name="Møde"></field><field date="2031-06-20 10:30"></field>'
        "</fields></table>"
        '<table name="agenda"><fields><field name="Referat"></field><field sysid="1863"></field></fields></table>'
        f'<table name="producedAgenda">{"".join(produced)}</table></root>'
    )


def produced(number: int, kind: int, file: str, *, publish: int = 1, folder: str = "Files_1863_77") -> str:
    said = {"sysid": number, "xmlfilename": file, "docID": 77, "docfilename": "77.docx", "type": kind}
    said |= {"accessid": 1, "publish": publish, "filesfolder": folder}
    return "<fields>" + "".join(f'<field {k}="{v}"></field>' for k, v in said.items()) + "</fields>"
