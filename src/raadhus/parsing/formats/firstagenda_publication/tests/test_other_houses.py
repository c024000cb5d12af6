"""Published minutes as other houses write them: other headings, contents in the headings' words, bare items."""

from pathlib import Path

import pytest

from raadhus.parsing import ParsedPackage
from raadhus.parsing.tests.paper import own, read_text, text_of, value

FRONT = "Referat Havneudvalget d. 05-11-2031\nMødedato: 5. november 2031\nMødested: Rådhuset\nTilstede: Anna Holm (A)\n"
TITLES = ("Godkendelse af dagsorden", "Lokalplan 12 for Nordhavnen", "Lukket: Salg af Tangkaj 4", "Eventuelt")


def _minutes(heading: str, contents: str = "") -> str:
    entries = [
        contents.format(n=n, title=title) + f" {n + 1}" for n, title in enumerate(TITLES, 1) if contents
    ]
    parts = [FRONT, *(["Indholdsfortegnelse", *entries] if entries else []), "\f"]
    for n, title in enumerate(TITLES, 1):
        parts.append(heading.format(n=n, title=title))
        parts.append(
            "Prisen er hemmelig.\n" if n == 3 else "\nBeslutning\nGodkendt.\n\nBaggrund\n1. Sandet flyttes\n"
        )
    return "\n".join(parts)


def _open_text(package: ParsedPackage) -> str:
    return "\n".join(text_of(package, passage) for passage in package.passages if not passage.closed)


@pytest.mark.parametrize(
    "heading", ["Punkt {n}: {title}", "Punkt {n} {title}", "Pkt. {n}: {title}", "{n}. {title}"]
)
@pytest.mark.parametrize("contents", ["", "Punkt {n}: {title}", "{n}. {title}", "{title} ......"])
def test_headings_and_contents(tmp_path: Path, heading: str, contents: str) -> None:
    package = read_text(tmp_path, _minutes(heading, contents))
    assert [(i.number, value(i.title)) for i in own(package).items] == [
        (str(n), title) for n, title in enumerate(TITLES, 1)
    ]
    assert [i.visibility for i in own(package).items] == ["open", "open", "closed", "open"]
    assert "Tangkaj" not in _open_text(package)
    assert "hemmelig" not in _open_text(package)


def test_sub_numbers_follow_their_number(tmp_path: Path) -> None:
    text = (
        FRONT
        + "\f"
        + "".join(
            f"Punkt {n}: Sag om kaj {n}\n\nBeslutning\nGodkendt.\n\n"
            for n in ("1", "2", "2.1", "2.2", "2.10", "3")
        )
    )
    assert [i.number for i in own(read_text(tmp_path, text)).items] == ["1", "2", "2.1", "2.2", "2.10", "3"]
