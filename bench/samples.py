"""What to measure on: real packages where a folder of them lies beside the repository, else invented ones."""

import csv
import os
import random
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RAADHUS = ROOT / ".venv" / "bin" / "raadhus"
SAMPLES = Path(os.environ.get("RAADHUS_SAMPLES", ROOT.parent / "shared"))

_WORDS = (
    "forvaltningen indstiller at udvalget godkender rammen for skolernes cykelstier og busser i området "
    "høringssvarene viser opbakning til en ny vuggestue ved havnen men naboerne ønsker mere lys og træer "
    "økonomien afholdes inden for budgettet og sagen vender tilbage når lokalplanen er vedtaget af byrådet"
).split()


def long_pdf(folder: Path) -> Path:
    """The longest package there is, or an invented one of 400 pages."""
    real = sorted((SAMPLES / "corpus" / "raadmandsmoeder").glob("004*.pdf"))
    return real[0] if real else _invented_pdf(folder / "invented.pdf", pages=400)


def packages() -> list[Path]:
    """The real packages; empty when there are none, and the invented municipality has to do."""
    return sorted((SAMPLES / "corpus" / "raadmandsmoeder").glob("*.pdf"))


def questions() -> list[str]:
    """What people ask: real questions, or invented ones."""
    file = SAMPLES / "questions" / "questions.tsv"
    if file.exists() and packages():
        with file.open(encoding="utf-8", newline="") as rows:
            return [row["question"] for row in csv.DictReader(rows, delimiter="\t")]
    dice = random.Random(1)
    return [" ".join(dice.sample(_WORDS, dice.randint(1, 6))) for _ in range(60)]


def set_up(home: Path) -> dict[str, str]:
    """Make an empty data directory and return the environment in which commands use it."""
    environment = os.environ | {"RAADHUS_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    subprocess.run([RAADHUS, "setup"], env=environment, check=True, capture_output=True)
    return environment


def _invented_pdf(path: Path, *, pages: int) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    dice = random.Random(1)
    canvas = Canvas(str(path))
    for number in range(1, pages + 1):
        text = canvas.beginText(60, 780)
        text.textLine(f"Punkt {number}: {' '.join(dice.sample(_WORDS, 5)).capitalize()}")
        for _ in range(45):
            text.textLine(" ".join(dice.choices(_WORDS, k=12)))
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return path
