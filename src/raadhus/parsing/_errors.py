"""The one error of parsing: a file that cannot be read, and why, in a sentence a person can use."""

from typing import Literal

from raadhus.core.text import displayable

Cause = Literal[
    "missing",
    "no-permission",
    "folder-no-permission",
    "empty",
    "no-pages",
    "unknown-format",
    "not-a-pdf",
    "not-a-word-file",
    "encrypted",
    "damaged",
    "too-large",
    "nothing-readable",
    "several-files",
    "xml-entities",
    "unsafe-archive",
    "needs-converter",
]

_SENTENCES: dict[Cause, str] = {
    "missing": "Filen findes ikke: {file}",
    "no-permission": "Filen må ikke læses af den bruger, programmet kører som: {file}",
    "folder-no-permission": "Mappen må ikke læses af den bruger, programmet kører som: {file}",
    "empty": "Filen er tom: {file}",
    "no-pages": "Filen har ingen sider: {file}",
    "unknown-format": "Filens format kendes ikke: {file}",
    "not-a-pdf": "Filen er ikke en PDF, selv om navnet siger det: {file}",
    "not-a-word-file": "Filen er ikke en Word-fil, selv om navnet siger det: {file}",
    "encrypted": "Filen er beskyttet med adgangskode: {file}",
    "damaged": "Filen er beskadiget eller afbrudt undervejs: {file}",
    "too-large": "Filen er for stor, når den pakkes ud: {file}",
    "nothing-readable": "Mappen indeholder intet, der kan læses: {file}",
    "several-files": "Mappen indeholder flere filer; læs dem én ad gangen: {file}",
    "xml-entities": "Filen bruger XML-entiteter, som kan skade systemet, og læses derfor ikke: {file}",
    "unsafe-archive": "ZIP-filen har filer, der peger ud af den, og pakkes derfor ikke ud: {file}",
    "needs-converter": "Filen er fra et ældre Office-program og kan kun læses, hvor LibreOffice er installeret: {file}",
}


class Unreadable(Exception):
    """A file or folder that cannot be read. `cause` is for programs, `reason` for people (Danish)."""

    def __init__(self, file: str, cause: Cause) -> None:
        self.file = displayable(file)
        self.cause: Cause = cause
        self.reason = _SENTENCES[cause].format(file=self.file)
        super().__init__(self.reason)
