"""Invented meetings of eDoc's second generation, from the municipality of Hjelmsund."""

from collections.abc import Sequence

SPACE = "http://www.fujitsu.dk/agenda/xml/schemas/2009/03/31/"


def presentation(title: str, html: str, *, decision: bool = False) -> str:
    return (
        f"<e:CasePresentation><e:Title>{title}</e:Title><e:Content><![CDATA[{html}]]></e:Content>"
        f"<e:IsDecision>{str(decision).lower()}</e:IsDecision></e:CasePresentation>"
    )


def attachment(order: int, title: str, link: str, access: str = "Offentlig", code: str = "Public") -> str:
    return (
        f"<e:Attachment><e:AttachmentNumber>{order}</e:AttachmentNumber><e:Title>{title}</e:Title>"
        f"<e:AccessName>{access}</e:AccessName><e:AccessEnumName>{code}</e:AccessEnumName><e:Link>{link}</e:Link>"
        f"<e:ShowOrder>{order}</e:ShowOrder><e:DocumentNumber>2031-0005-{order}</e:DocumentNumber></e:Attachment>"
    )


def handling(
    placement: str, body: str, date: str, decision: str, access: str = "Offentlig publicering"
) -> str:
    return (
        f"<e:Handling><e:Placement>{placement}</e:Placement><e:SerialNo>4</e:SerialNo>"
        f"<e:CommitteeName>{body}</e:CommitteeName>"
        f"<e:MeetingDate>{date}</e:MeetingDate><e:Access>{access}</e:Access><e:Decision><![CDATA[{decision}]]></e:Decision>"
        "</e:Handling>"
    )


def element(
    number: str,
    title: str,
    *,
    public: str = "true",
    access: str = "Offentlig publicering",
    presentations: Sequence[str] = (),
    attachments: Sequence[str] = (),
    handlings: Sequence[str] = (),
) -> str:
    return (
        f"<e:AgendaElement><e:AccessIsPublic>{public}</e:AccessIsPublic><e:AccessName>{access}</e:AccessName>"
        f"<e:SortOrder>{number}</e:SortOrder><e:Absences /><e:HandlingItem><e:SerialNo>{number}</e:SerialNo>"
        f"<e:Title>{title}</e:Title><e:NeutralTitle>Neutral</e:NeutralTitle><e:CaseNumber>2031-003869</e:CaseNumber>"
        f"<e:HandlingItemCaseWorker>Mette Dam</e:HandlingItemCaseWorker>"
        f"<e:HandlingPlan>{''.join(handlings)}</e:HandlingPlan>"
        f"<e:CasePresentations>{''.join(presentations)}</e:CasePresentations>"
        f"<e:Attachments>{''.join(attachments)}</e:Attachments></e:HandlingItem></e:AgendaElement>"
    )


def root(elements: Sequence[str], *, kind: str = "Agenda", prefix: str = "e") -> str:
    people = "".join(
        f"<e:MeetingParticipant><e:Name>{name}</e:Name><e:Participate>{there}</e:Participate></e:MeetingParticipant>"
        for name, there in (("Anna  Holm", "true"), ("Bo Kjær", "false"))
    )
    written = (
        f"<e:OutputTypeEnumName>{kind}</e:OutputTypeEnumName><e:Committee><e:Name>Børneudvalget</e:Name><e:Meeting>"
        "<e:MeetingDateTime>02-05-2031 10:00</e:MeetingDateTime><e:EndDateTime>02-05-2031 11:00</e:EndDateTime>"
        f"<e:MeetingLocation>Lokale 1</e:MeetingLocation><e:MeetingParticipants>{people}</e:MeetingParticipants>"
        "<e:Agenda><e:Type>Dagsorden</e:Type>"
        f"<e:AgendaElements>{''.join(elements)}</e:AgendaElements></e:Agenda></e:Meeting></e:Committee>"
    )
    if prefix != "e":
        written = written.replace("<e:", f"<{prefix}:").replace("</e:", f"</{prefix}:")
    declared = f'xmlns:{prefix}="{SPACE}"' if prefix else f'xmlns="{SPACE}"'
    return f"<Root {declared}>{written}</Root>".replace("<:", "<").replace("</:", "</")


def usual() -> str:
    """Three items out of order, the last closed, with annexes and an earlier treatment."""
    first = element(
        "1",
        "Ny legeplads",
        presentations=[
            presentation(
                "Forvaltningen foreslår", "<ul><li>At pladsen bygges</li><li>At den indvies til maj</li></ul>"
            ),
            presentation("Sagsbeskrivelse", "Børnene har ønsket den i tre år.<br />Den koster 800.000 kr."),
        ],
        attachments=[
            attachment(1, "Tegning", "\\Attachments\\6104-1.pdf"),
            attachment(0, "Ønsker", "\\Attachments\\6104-0.pdf"),
        ],
        handlings=[
            handling("Before", "Økonomiudvalget", "12-04-2031 09:00", "<p>Anbefales.</p>"),
            handling("This", "Børneudvalget", "02-05-2031 10:00", "Beslutning ikke frigivet"),
        ],
    )
    shut = element(
        "3",
        "En lærers sag",
        public="false",
        access="Fortrolig publicering",
        presentations=[presentation("Præsentation", "Læreren er væk.")],
    )
    return root([shut, first, element("2", "Eventuelt")])


def notice(path: str, publish: str = "true") -> str:
    said = f"<e:Publish>{publish}</e:Publish><e:PathToXml>{path}</e:PathToXml>"
    return f'<Root xmlns:e="{SPACE}"><e:Notification>{said}</e:Notification></Root>'
