"""Office files from before 2007 (.doc, .xls, .ppt): turned into PDF by LibreOffice, where it is installed."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from raadhus.parsing._errors import Unreadable
from raadhus.parsing._lines import Source

MEDIA_TYPES = {
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".doc": "application/msword",
}
_SECONDS = 120
_STREAMS = {"WordDocument": ".doc", "Workbook": ".xls", "PowerPoint Document": ".ppt"}


@cache
def converter() -> str | None:
    """Return the program that turns them into PDF; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def kind_of(path: Path) -> str:
    """Return .doc, .xls or .ppt by the stream that the file holds; "" for another compound file."""
    with path.open("rb") as file:
        data = file.read(1 << 20)
        file.seek(0, 2)
        file.seek(max(0, file.tell() - (1 << 20)))
        data += file.read()
    return next((kind for name, kind in _STREAMS.items() if name.encode("utf-16-le") in data), "")


def loader(path: Path) -> Callable[[Path], Source] | None:
    """Return what reads the file; None where nothing can."""
    return load if converter() and kind_of(path) else None


def load(path: Path) -> Source:
    """Return the document's pages as they print. Raises `Unreadable` when the conversion fails or takes too long."""
    from raadhus.parsing.sources import _pdf

    kind = kind_of(path)
    with tempfile.TemporaryDirectory(prefix="raadhus-office-") as folder:
        copy = Path(folder) / f"papir{kind}"
        shutil.copyfile(path, copy)
        command = [
            converter() or "soffice", "--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf",
            f"-env:UserInstallation=file://{folder}/profil", "--outdir", folder, str(copy),
        ]  # fmt: skip
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
            source = _pdf.load(copy.with_suffix(".pdf"))
        except (subprocess.SubprocessError, OSError, Unreadable) as error:
            raise Unreadable(path.name, "damaged") from error
    return replace(source, medium=kind.strip("."), media_type=MEDIA_TYPES[kind])
