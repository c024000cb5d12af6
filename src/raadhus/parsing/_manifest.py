"""A manifest and what lies beside it, as one package: its meetings on pages of its own, its annexes in their files."""

from pathlib import Path

from raadhus.core.text import displayable
from raadhus.parsing import formats, sources
from raadhus.parsing._enclosures import Enclosed, enclosed, folders_of, named_files
from raadhus.parsing._errors import Unreadable
from raadhus.parsing._package import ParsedMeeting, ParsedPackage, ParsedWarning
from raadhus.parsing._passages import passages
from raadhus.parsing.formats import Draft
from raadhus.parsing.sources._xml import decoded

_MOST_NAMED = 10
_MOST_PART_BYTES = 64 * 1024 * 1024


def read_manifest(file: Path) -> ParsedPackage | None:
    """Return the package that the file is the manifest of; None when no structured format knows the file.

    Raises `Unreadable` when the file itself is broken or hostile; files that it names and that are missing or
    broken leave a warning.
    """
    shelf = sources.Shelf(file.parent)
    draft = draft_at(file, shelf)
    if draft is None:
        return None
    beside = enclosed(draft, shelf)
    composed = formats.compose(draft, beside.files)
    sha256, size = sources.fingerprint(file)
    warnings = (*_of_draft(draft), *_gaps(beside, composed.meetings), *_not_named(draft, shelf, file))
    return ParsedPackage(
        file_name=displayable(file.name),
        sha256=sha256,
        size=size,
        format=draft.format,
        media_type=formats.MEDIA_TYPES[sources.structured(file) or "xml"],
        title=composed.title or displayable(file.stem),
        pages=composed.pages,
        meetings=composed.meetings,
        passages=passages(composed.lines, composed.sections, frozenset()),
        warnings=warnings,
        enclosures=tuple(beside.enclosures.values()),
    )


def draft_at(file: Path, shelf: sources.Shelf) -> Draft | None:
    """Return what the file says, the further files of its manifest included. Raises `Unreadable`."""
    medium = sources.structured(file)
    return None if medium is None else formats.draft_of(file, medium, lambda name: _text_of(shelf, name))


def _text_of(shelf: sources.Shelf, name: str) -> str | None:
    path = shelf.find(name)
    try:
        return decoded(path.read_bytes()) if path and path.stat().st_size <= _MOST_PART_BYTES else None
    except OSError:
        return None


def _of_draft(draft: Draft) -> list[ParsedWarning]:
    found = [ParsedWarning(1, code, message) for code, message in draft.warnings]
    for meeting in draft.meetings:
        if meeting.start is None:
            found.append(ParsedWarning(1, "missing-start", "Mødets dato står ikke i filen."))
        if not meeting.organization:
            found.append(
                ParsedWarning(1, "missing-organization", "Filen siger ikke, hvilket udvalg mødet hører til.")
            )
    return found


def _gaps(beside: Enclosed, meetings: tuple[ParsedMeeting, ...]) -> list[ParsedWarning]:
    found = []
    for (m, i, a), code, message in beside.gaps:
        item = meetings[m].items[i]
        found.append(ParsedWarning(item.page, code, f"Punkt {item.number}, bilag {a + 1}: {message}"))
    return found


def _not_named(draft: Draft, shelf: sources.Shelf, file: Path) -> list[ParsedWarning]:
    """Files in the manifest's folders that it does not name: they are for a person to look at."""
    if not draft.parts and not any(item.annexes for meeting in draft.meetings for item in meeting.items):
        return []
    names = [displayable(path.name) for path in sorted(not_named(draft, shelf, file))]
    if not names:
        return []
    told = ", ".join(names[:_MOST_NAMED]) + (" med flere" if len(names) > _MOST_NAMED else "")
    return [
        ParsedWarning(
            1, "files-not-named", f"Mappen har {len(names)} filer, som mødet ikke nævner som bilag: {told}."
        )
    ]


def not_named(draft: Draft, shelf: sources.Shelf, file: Path) -> set[Path]:
    """Return the files that lie in the manifest's folders and are neither its annexes, its parts nor manifests."""
    if not draft.format.endswith("-xml"):
        return set()
    known = named_files(draft, shelf) | {file}
    lying = {path for folder in folders_of(draft, shelf) for path in shelf.files_in(folder)}
    return {path for path in lying - known if not path.name.startswith(".") and not _is_manifest(path)}


def _is_manifest(path: Path) -> bool:
    try:
        return sources.structured(path) == "xml"
    except Unreadable:
        return False
