"""What stands on the pages of an annex: tables and texts that are the same every time.

An annex says what it holds as `kind amount`: `costs 8400000`, `traffic 24`, `responses 30` ...
"""

from collections.abc import Callable, Iterator

from raadhus.demo._model import DemoAnnex, DemoItem
from raadhus.demo._words import dice, kroner, pick
from raadhus.demo.layouts._blocks import Block, bullet, heading, table, text
from raadhus.demo.stories import lines_of

BREAK = Block("break")


def annex_blocks(annex: DemoAnnex, item: DemoItem) -> tuple[Block, ...]:
    """Return the annex's parts, its title first."""
    kind, _, amount = annex.content.partition(" ")
    title = annex.title.rsplit(".", 1)[0]
    parts = _KINDS[kind](annex, item, int(amount or 0))
    return (Block("title", title), Block("small", f"Sag: {item.case_number}"), *parts)


def _section(item: DemoItem, heading_: str) -> tuple[str, ...]:
    return next((s.paragraphs for s in item.sections if s.heading == heading_), ())


def _note(annex: DemoAnnex, item: DemoItem, amount: int) -> Iterator[Block]:
    yield text(f"Notatet hører til sagen ”{item.title}” og er udarbejdet af {item.officer}.")
    yield heading("Økonomi")
    yield from (text(p) for p in _section(item, "Økonomi"))
    yield heading("Det videre arbejde")
    yield from (text(p) for p in _section(item, "Videre proces"))


_POSTS = (
    "Forundersøgelser og projektering", "Anlægsarbejder", "Belysning og elarbejder", "Tilsyn og byggeledelse",
    "Arkæologiske forundersøgelser", "Inventar og udstyr", "Kommunikation og skiltning", "Uforudsete udgifter",
)  # fmt: skip
_SHARES = (9, 52, 8, 7, 4, 9, 2, 9)


def _costs(annex: DemoAnnex, item: DemoItem, total: int) -> Iterator[Block]:
    yield text("Beløbene er i hele kroner uden moms og i det løbende års priser.")
    rest = total
    rows = []
    for post, share in zip(_POSTS[1:], _SHARES[1:], strict=True):
        amount = total * share // 100 // 1000 * 1000
        rest -= amount
        rows.append((post, kroner(amount)))
    yield table(
        ("Post", "Kroner"), (_POSTS[0], kroner(rest)), *rows, ("I alt", kroner(total)), widths=(0.7, 0.3)
    )
    yield from (text(p) for p in _section(item, "Økonomi"))


_ROADS = (
    "Fjordvejen", "Nordre Ringvej", "Havnegade", "Møllebakken", "Tvedslevvej", "Maglundvej", "Klintebakken",
    "Værftsvej", "Gråbjergvej", "Stationsvej", "Kildemosevej", "Østerlyngvej", "Skolegade", "Engdraget", "Søndre Kaj",
    "Vesterklitvej", "Rådhusgade", "Fabriksvej", "Hovedgaden i Tvedslev", "Hovedgaden i Maglund", "Lærkestien",
    "Teglværksvej", "Hegnsvej", "Fyrvej",
)  # fmt: skip
_RUSH = (6, 3, 2, 2, 5, 18, 45, 92, 84, 55, 48, 50, 54, 56, 66, 88, 97, 74, 50, 38, 30, 24, 16, 10)


def _traffic(annex: DemoAnnex, item: DemoItem, roads: int) -> Iterator[Block]:
    yield text(
        "Tællingerne er foretaget med slanger over en uge uden ferie eller helligdage. Tallene er gennemsnit for "
        "hverdage. Hastigheden er den, som 85 procent af bilisterne holder sig under."
    )
    for number in range(roads):
        road = _ROADS[number % len(_ROADS)]
        where = "" if number < len(_ROADS) else ", vest for krydset"
        size = dice("vej", road, number) % 60 + 14
        yield heading(f"{road}{where}")
        rows = [("Klokken", "Biler mod byen", "Biler fra byen", "Lastbiler", "Cykler", "Km/t (85 pct.)")]
        for hour, load in enumerate(_RUSH):
            shake = dice(road, number, hour)
            into = load * size // 16 + shake % 7
            out = _RUSH[(hour + 15) % 24] * size // 18 + shake % 5
            rows.append((
                f"{hour:02d}-{hour + 1:02d}", str(into), str(out), str(into // 14), str(load * size // 60),
                str(48 + shake % 13),
            ))  # fmt: skip
        total = sum(int(r[1]) + int(r[2]) for r in rows[1:])
        yield table(*rows, widths=(0.15, 0.19, 0.19, 0.15, 0.13, 0.19))
        yield text(f"I alt {kroner(total)} biler i døgnet på {road}{where}.")
        yield BREAK


_SCHOOLS = (
    "Tvedslev Skole", "Maglund Skole", "Gråbjergskolen", "Sundskolen", "Kildemose Skole", "Østerlyng Skole",
    "Værftsskolen", "Vesterklit Skole", "Møllebakkeskolen", "Nordre Skole", "Engdragets Skole", "Fyrskolen",
)  # fmt: skip


def _forecast(annex: DemoAnnex, item: DemoItem, districts: int) -> Iterator[Block]:
    yield text(
        "Prognosen bygger på folketallet den 1. januar, på kendte boligprojekter og på, hvor mange børn der de "
        "seneste fem år har valgt en anden skole end distriktets egen."
    )
    first = int(item.case_number[4:8]) if item.case_number.startswith("EMN-") else 2024
    for school in (_SCHOOLS[i % len(_SCHOOLS)] for i in range(districts)):
        size = dice("skole", school) % 260 + 240
        drift = dice("udvikling", school) % 13 - 6
        yield heading(f"{school}: elevtal og klasser")
        rows = [("Skoleår", "0. klasse", "Elever i alt", "Klasser", "Ledige pladser")]
        for year in range(first, first + 12):
            pupils = size + drift * (year - first) + dice(school, year) % 9
            classes = -(-pupils // 23)
            rows.append(
                (
                    f"{year}/{year + 1}",
                    str(pupils // 10),
                    str(pupils),
                    str(classes),
                    str(classes * 26 - pupils),
                )
            )
        yield table(*rows, widths=(0.24, 0.19, 0.19, 0.19, 0.19))
        trend = "stiger" if drift > 0 else "falder" if drift < 0 else "er stabilt"
        yield text(f"Elevtallet på {school} {trend} i perioden. {pick(lines_of('prognose'), school)}")


def _quality(annex: DemoAnnex, item: DemoItem, schools: int) -> Iterator[Block]:
    for school in (_SCHOOLS[i % len(_SCHOOLS)] for i in range(schools)):
        yield heading(school)
        roll = dice("kvalitet", school)
        rows = [
            ("Mål", "Seneste skoleår", "Året før"),
            ("Karaktersnit i 9. klasse", f"{68 + roll % 14}"[:1] + f",{roll % 10}", f"7,{roll // 10 % 10}"),
            ("Elever med høj trivsel", f"{78 + roll % 14} pct.", f"{77 + roll // 7 % 14} pct."),
            ("Fravær i alt", f"6,{roll % 9} pct.", f"7,{roll // 9 % 9} pct."),
            ("Overgang til ungdomsuddannelse", f"{88 + roll % 9} pct.", f"{87 + roll // 3 % 9} pct."),
            ("Timer læst af uddannede lærere", f"{84 + roll % 13} pct.", f"{83 + roll // 5 % 13} pct."),
        ]
        yield table(*rows, widths=(0.5, 0.25, 0.25))
        lines = lines_of("kvalitet")
        for step in range(3):
            yield text(lines[(roll + step * 5) % len(lines)].replace("SKOLEN", school))
        yield BREAK


def _responses(annex: DemoAnnex, item: DemoItem, count: int) -> Iterator[Block]:
    pool = lines_of("svar-skole" if item.department == "MBU" else "svar-plan")
    closings = lines_of("svar-slut")
    yield text(
        f"Der er kommet {count} høringssvar. De er gengivet i den rækkefølge, de er modtaget, uden adresser."
    )
    for number in range(1, count + 1):
        roll = dice("svar", annex.document_number, number)
        yield heading(
            f"Høringssvar {number}: {pick(lines_of('svar-afsender'), number, annex.document_number)}"
        )
        for step in range(2 + roll % 3):
            yield text(pool[(roll // 11 + step * 7) % len(pool)])
        yield text(closings[roll // 5 % len(closings)])


def _survey(annex: DemoAnnex, item: DemoItem, questions: int) -> Iterator[Block]:
    yield text("Undersøgelsen er gennemført elektronisk og på telefon. Svarprocenten er 61.")
    asked = lines_of("spoergsmaal")
    for number in range(questions):
        question = asked[number % len(asked)]
        roll = dice("svarfordeling", number, annex.document_number)
        very, quite, little = 18 + roll % 30, 24 + roll // 30 % 22, 8 + roll // 660 % 14
        yield heading(f"Spørgsmål {number + 1}: {question}")
        yield table(
            ("Svar", "Andel"), ("I høj grad", f"{very} pct."), ("I nogen grad", f"{quite} pct."),
            ("I mindre grad", f"{little} pct."), ("Slet ikke eller ved ikke", f"{100 - very - quite - little} pct."),
            widths=(0.7, 0.3),
        )  # fmt: skip


def _slides(annex: DemoAnnex, item: DemoItem, amount: int) -> Iterator[Block]:
    yield BREAK
    for name, title in (("Resume", "Hvorfor er vi her?"), ("Sagsfremstilling", "Det har vi fundet ud af")):
        for paragraph in _section(item, name):
            yield Block("title", title)
            yield from (bullet(sentence.rstrip(".")) for sentence in paragraph.split(". ") if sentence)
            yield BREAK
    yield Block("title", "Spørgsmål?")


def _map(annex: DemoAnnex, item: DemoItem, amount: int) -> Iterator[Block]:
    yield text("Målestok 1:10.000. Kortet viser det område, sagen handler om.")
    yield table(
        ("Signatur", "Betyder"), ("Rød linje", "Områdets afgrænsning"), ("Blå flade", "Vand og vådområder"),
        ("Grøn flade", "Fredet natur, jf. naturbeskyttelseslovens § 3"), ("Stiplet linje", "Sti eller planlagt sti"),
        widths=(0.3, 0.7),
    )  # fmt: skip


_KINDS: dict[str, Callable[[DemoAnnex, DemoItem, int], Iterator[Block]]] = {
    "note": _note,
    "costs": _costs,
    "traffic": _traffic,
    "forecast": _forecast,
    "quality": _quality,
    "responses": _responses,
    "survey": _survey,
    "slides": _slides,
    "map": _map,
}
