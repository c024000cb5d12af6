"""Invented SBSYS publications of the municipality of Hjelmsund."""

from collections.abc import Sequence

LONG = "Broen over åen er fra 1961, og eftersynet viser, at bjælkerne skal skiftes inden for tre år."


def field(caption: str, html: str, *, feedback: bool = False, index: int = 1, how: str = "cdata") -> str:
    written = {
        "cdata": f"<![CDATA[{html}]]>",
        "escaped": html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
        "nested": html,
    }[how]
    return (
        f'<ItemField ID="{index}"><Caption><![CDATA[{caption}]]></Caption><FieldTypeAsEnum>Html</FieldTypeAsEnum>'
        f"<HasContent>{bool(html)}</HasContent><Index>{index}</Index><IsFeedback>{feedback}</IsFeedback>"
        f"<Content>{written}</Content></ItemField>"
    )


def enclosure(number: int, name: str, file: str, extra: str = "") -> str:
    return (
        f'<Enclosure ID="{number}"><Case ID="1"><Number>31/004711</Number></Case><FileName>{name}.pdf</FileName>'
        f"<Name><![CDATA[{name}]]></Name><Number>{number}</Number><Index>{number}</Index>"
        f"<InstantiationFileName>{file}</InstantiationFileName>"
        f"<InstantiationFilePathRelative>Enclosures\\{file}</InstantiationFilePathRelative>{extra}"
        "<Data></Data></Enclosure>"
    )


def item(
    number: str,
    caption: str,
    *,
    public: str = "True",
    case: str = "31/004711",
    fields: Sequence[str] = (),
    enclosures: Sequence[str] = (),
) -> str:
    return (
        f'<Item ID="{number}0"><Caption><![CDATA[{caption}]]></Caption><Case ID="7"><Number>{case}</Number></Case>'
        f"<Enclosures>{''.join(enclosures)}</Enclosures><IsPublic>{public}</IsPublic><Number>{number}</Number>"
        f"<Fields>{''.join(fields)}</Fields></Item>"
    )


def member(name: str, status: str, number: str) -> str:
    return (
        f"<MeetingMember><ParticipationStatusAsValue>{number}</ParticipationStatusAsValue>"
        f"<ParticipationStatusAsText>{status}</ParticipationStatusAsText><Name>{name}</Name></MeetingMember>"
    )


def agenda(
    items: Sequence[str],
    *,
    committee: str = "Havneudvalget",
    when: str = "14-05-2031 16:30:00",
    members: Sequence[str] = (),
) -> str:
    return (
        f'<Agenda ID="3"><Frontpage></Frontpage><Meeting ID="2"><Members>{"".join(members)}</Members>'
        f"<When><![CDATA[{when}]]></When><Where><![CDATA[Rådhuset, lokale 3]]></Where>"
        f"<Until><![CDATA[14-05-2031 18:00:00]]></Until></Meeting><Name>Ordinært møde</Name>"
        f'<Committee ID="4"><Name><![CDATA[{committee}]]></Name></Committee><Items>{"".join(items)}</Items></Agenda>'
    )


def publication(agendas: Sequence[str], *, kind: str = "Final", number: str = "1") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Publication><Published>07-05-2031</Published>'
        "<RelativeEnclosureOutputPath>Enclosures</RelativeEnclosureOutputPath>"
        f"<PublicationTypeAsValue>{number}</PublicationTypeAsValue><PublicationTypeAsEnum>{kind}</PublicationTypeAsEnum>"
        f"<Agendas>{''.join(agendas)}</Agendas></Publication>"
    )


def usual() -> str:
    """An agenda with three items, the last of them closed; two enclosures."""
    return publication(
        [
            agenda(
                [
                    item("1", "Godkendelse af dagsorden", case=""),
                    item(
                        "2",
                        "Ny bro over åen",
                        fields=[
                            field(
                                "Indstilling",
                                "<ol><li><strong>at </strong>broen fornys</li><li>at der bevilges 2 mio. kr.</li></ol>",
                                index=2,
                            ),
                            field(
                                "Sagsfremstilling",
                                f"<p>{LONG}</p><table><tr><th>År</th><th>Kr.</th></tr><tr><td>2032</td><td>900</td></tr></table>",
                                index=3,
                            ),
                            field("Beslutning", "", feedback=True, index=1),
                        ],
                        enclosures=[
                            enclosure(2, "Tegning", "2.pdf"),
                            enclosure(1, "Eftersyn af broen", "1.pdf"),
                        ],
                    ),
                    item(
                        "3",
                        "Køb af grund",
                        public="False",
                        fields=[field("Resume", "<p>Grunden på Skovbakken koster 4 mio.</p>")],
                    ),
                ],
                members=[member("Anna Holm (A)", "NotDecided", "0"), member("Bo Kjær (V)", "Cancelled", "2")],
            )
        ]
    )
