"""The one error of parsing: a file that cannot be read, and why, in a sentence a person can use."""

from typing import Literal

Cause = Literal[
    "missing",
    "no-permission",
    "empty",
    "unknown-format",
    "encrypted",
    "damaged",
    "nothing-readable",
    "several-files",
]

_SENTENCES: dict[Cause, str] = {
    "missing": "Filen findes ikke: {file}",
    "no-permission": "Filen må ikke læses af den bruger, programmet kører som: {file}",
    "empty": "Filen er tom: {file}",
    "unknown-format": "Filens format kendes ikke: {file}",
    "encrypted": "Filen er beskyttet med adgangskode: {file}",
    "damaged": "Filen er beskadiget eller afbrudt undervejs: {file}",
    "nothing-readable": "Mappen indeholder intet, der kan læses: {file}",
    "several-files": "Mappen indeholder flere filer; læs dem én ad gangen: {file}",
}


class Unreadable(Exception):
    """A file or folder that cannot be read. `cause` is for programs, `reason` for people (Danish)."""

    def __init__(self, file: str, cause: Cause) -> None:
        self.file = file
        self.cause: Cause = cause
        self.reason = _SENTENCES[cause].format(file=file)
        super().__init__(self.reason)
