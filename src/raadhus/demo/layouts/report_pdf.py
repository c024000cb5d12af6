"""Long documents without a meeting: a committee's report (betænkning), the council's handbook, the budget with its fees."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from raadhus.demo._people import MUNICIPALITY, members_of
from raadhus.demo._words import dice, fill, kroner
from raadhus.demo.layouts._blocks import Block, bullet, heading, table, text
from raadhus.demo.layouts._paper import HEIGHT, HELVETICA, Line, Paper
from raadhus.demo.stories import chapters_of, lines_of

Chapter = tuple[str, tuple[Block, ...]]


def write_report(path: Path, today: date) -> int:
    """Write the § 17, stk. 4 committee's report on nearness in the municipality's service."""
    names = [member.signed for member in members_of("BYR", after_turn=False)[9:16]]
    chapters = [*_prose("betaenkning", today), ("Bilag 1: Borgernes svar", tuple(_answers()))]
    chapters.append(("Bilag 2: Udvalgets medlemmer", tuple(bullet(name) for name in names)))
    chapters.append(("Bilag 3: Nøgletal for lokalområderne", tuple(_areas(today))))
    return _write(
        path, "Tæt på – nærhed i en kommune med seks byer", "Betænkning fra § 17, stk. 4-udvalget", chapters
    )


def write_handbook(path: Path, today: date) -> int:
    """Write the handbook of the council's members: deadlines, inquiries, conflicts of interest, allowances."""
    return _write(
        path, "Byrådshåndbog", "Regler og praksis for byrådets medlemmer", [*_prose("haandbog", today)]
    )


def write_budget(path: Path, today: date) -> int:
    """Write the budget: what each field may spend, and what the services cost the citizens."""
    chapters = [*_prose("budget", today), ("Bevillinger på hvert område", tuple(_grants(today)))]
    chapters.append((f"Takster {today.year}", tuple(_fees(today))))
    return _write(path, f"Budget {today.year}", "Vedtaget budget med bevillinger og takster", chapters)


def _prose(name: str, today: date) -> Iterator[Chapter]:
    for title, sections in chapters_of(name):
        blocks: list[Block] = []
        for section, paragraphs in sections:
            if section:
                blocks.append(heading(section))
            blocks += [text(fill(paragraph, today)) for paragraph in paragraphs]
        yield fill(title, today), tuple(blocks)


def _write(path: Path, title: str, subtitle: str, chapters: Sequence[Chapter]) -> int:
    body = Paper(size=11, leading=1.35, left=70, width=440)
    starts: list[int] = []
    for name, blocks in chapters:
        body.new_page()
        starts.append(body.page_number)
        body.write(name, size=20, bold=True, after=18, keep=4)
        body.blocks(blocks)
    front = Paper(size=11, leading=1.35, left=70, width=440)
    front.space(180)
    front.write(title, size=28, bold=True, after=14)
    front.write(subtitle, size=14, after=8)
    front.write(MUNICIPALITY, size=12)
    front.new_page()
    front.write("Indhold", size=20, bold=True, after=14)
    for number, ((name, _), page) in enumerate(zip(chapters, starts, strict=True), start=1):
        front.space(20)
        front.at(front.left, front.y, name if name.startswith("Bilag") else f"{number}. {name}")
        front.at(front.left + front.width - 16, front.y, str(page + 2))
    for number, page_lines in enumerate(body.pages, start=3):
        page_lines.append(Line(297 - 6, 34, HELVETICA.plain, 9, str(number)))
        page_lines.append(Line(70, HEIGHT - 36, HELVETICA.plain, 8, title))
    front.add(body.pages)
    return front.save(path, title=title, author=MUNICIPALITY)


_AREAS = ("Hjelmsund", "Tvedslev", "Maglund", "Gråbjerg", "Østerlyng", "Kildemose", "Vesterklit")


_AGES = ("18 til 29 år", "30 til 44 år", "45 til 64 år", "65 til 79 år", "80 år og derover")


def _answers() -> Iterator[Block]:
    yield text(
        "Undersøgelsen er sendt til 4.000 borgere over 18 år, og 2.436 har svaret. Tallene er andele i procent. "
        "Hvert spørgsmål er delt op på områder og på alder."
    )
    for number, question in enumerate(lines_of("spoergsmaal"), start=1):
        yield heading(f"{number}. {question}")
        for group, names in (("Område", _AREAS), ("Alder", _AGES)):
            rows = []
            for name in names:
                roll = dice(question, name)
                much, some = 20 + roll % 35, 22 + roll // 40 % 20
                rows.append((name, str(much), str(some), str(100 - much - some)))
            head = (group, "I høj grad", "I nogen grad", "I mindre grad eller slet ikke")
            yield table(head, *rows, widths=(0.34, 0.18, 0.18, 0.3))
        yield Block("break")


def _areas(today: date) -> Iterator[Block]:
    for area in _AREAS:
        roll = dice("nøgletal", area)
        yield heading(area)
        rows = [("Nøgletal", str(today.year - 1), str(today.year - 6))]
        people = roll % 4_000 + (24_000 if area == "Hjelmsund" else 1_400)
        for name, now in (
            ("Indbyggere", people), ("Børn under 6 år", people * 6 // 100), ("Over 80 år", people * 7 // 100),
            ("Boliger", people * 47 // 100), ("Foreninger med kommunale lokaler", people // 260 + 4),
        ):  # fmt: skip
            rows.append((name, kroner(now), kroner(now * (94 + dice(area, name) % 11) // 100)))
        yield table(*rows, widths=(0.56, 0.22, 0.22))
        yield Block("break")


_FIELDS = (
    ("Skoler", 41), ("Dagtilbud", 33), ("Forebyggelse for børn og unge", 14), ("Hjemmepleje", 30), ("Plejehjem", 36),
    ("Sundhed og genoptræning", 17), ("Handicap og psykiatri", 35), ("Beskæftigelse", 28), ("Integration", 3),
    ("Biblioteker og kultur", 9), ("Idræt og fritid", 8), ("Borgerservice", 4), ("Veje og vintertjeneste", 12),
    ("Kollektiv trafik", 6), ("Natur og klima", 5), ("Havnen", 2), ("Redningsberedskab", 3), ("Administration", 26),
)  # fmt: skip


def _grants(today: date) -> Iterator[Block]:
    comments = lines_of("bevilling")
    for number, (name, size) in enumerate(_FIELDS):
        yield heading(name)
        rows = [("Mio. kr.", *(str(today.year + n) for n in range(-1, 4)))]
        for post, share in (("Løn", 62), ("Varer og tjenester", 29), ("Bygninger", 14), ("Indtægter", -5)):
            base = size * 10 * share // 10
            years = [f"{(base + dice(name, post, n) % 9) / 10:.1f}".replace(".", ",") for n in range(5)]
            rows.append((post, *years))
        yield table(*rows, widths=(0.35, 0.13, 0.13, 0.13, 0.13, 0.13))
        yield text(comments[number % len(comments)].replace("OMRÅDET", name.lower()))


def _fees(today: date) -> Iterator[Block]:
    groups: dict[str, list[tuple[str, ...]]] = {}
    for line in lines_of("takster"):
        group, service, unit, price = line.split(" | ")
        last = round(int(price) * 0.97)
        groups.setdefault(group, []).append((service, unit, kroner(last), kroner(int(price))))
    for group, rows in groups.items():
        yield heading(group)
        yield table(
            ("Ydelse", "Enhed", str(today.year - 1), str(today.year)), *rows, widths=(0.48, 0.24, 0.14, 0.14)
        )
