"""The files beside a manifest: each annex's own file read, found under another name, or missing and on record."""

import mimetypes
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from raadhus.core.text import displayable
from raadhus.parsing import formats, sources
from raadhus.parsing._errors import Unreadable
from raadhus.parsing._package import ParsedEnclosure, ParsedPackage, ParsedPage
from raadhus.parsing._passages import passages
from raadhus.parsing.formats import Draft, DraftAnnex, DraftItem, Filed

Place = tuple[int, int, int]
"""Which meeting, item and annex of the draft, from 0."""

UNREAD = "unread"
"""The format of a file that is kept, and of which nothing could be read."""


@dataclass(slots=True)
class Enclosed:
    """What was found beside a manifest. Gaps are told by the annex's place, with a code and a sentence."""

    enclosures: dict[str, ParsedEnclosure] = field(default_factory=dict)
    files: dict[Place, Filed] = field(default_factory=dict)
    gaps: list[tuple[Place, str, str]] = field(default_factory=list)


def named_files(draft: Draft, shelf: sources.Shelf) -> set[Path]:
    """Return the files that are annexes of the draft, or parts of its manifest."""
    found = {shelf.find(part, *draft.folders) for part in draft.parts}
    for _, _, annex in _annexes(draft):
        found.update(_candidates(annex, draft, shelf))
    return {path for path in found if path is not None}


def folders_of(draft: Draft, shelf: sources.Shelf) -> set[Path]:
    """Return the folders that are the manifest's own: where it lies and where its files lie."""
    return {shelf.root, *(path.parent for path in named_files(draft, shelf))}


def enclosed(draft: Draft, shelf: sources.Shelf) -> Enclosed:
    """Read the annexes' files. What cannot be read, or is not there, leaves a gap and stops nothing."""
    found = Enclosed()
    for place, item, annex in _annexes(draft):
        closed = annex.closed or item.visibility == "closed"
        read = _read_first(annex, draft, shelf, found, place, closed=closed)
        if read is not None:
            _file(found, place, read, closed=closed)
    return found


def _annexes(draft: Draft) -> Iterator[tuple[Place, DraftItem, DraftAnnex]]:
    for m, meeting in enumerate(draft.meetings):
        for i, item in enumerate(meeting.items):
            for a, annex in enumerate(item.annexes):
                yield (m, i, a), item, annex


def _candidates(annex: DraftAnnex, draft: Draft, shelf: sources.Shelf) -> list[Path]:
    """The file itself; where it is missing or of no known kind, a copy of it under the annex's title too."""
    named = shelf.find(annex.file, *draft.folders) if annex.file else None
    if named is not None and sources.is_readable(named):
        return [named]
    copy = shelf.beside(annex.title, named)
    return [path for path in dict.fromkeys((named, copy)) if path is not None]


def _read_first(
    annex: DraftAnnex, draft: Draft, shelf: sources.Shelf, found: Enclosed, place: Place, *, closed: bool
) -> ParsedEnclosure | None:
    candidates = _candidates(annex, draft, shelf)
    refused: Unreadable | None = None
    for path in candidates:
        name = _name(path, shelf)
        if name in found.enclosures:
            return found.enclosures[name]
        try:
            read = ParsedEnclosure(name, _document(path, annex.title), path=path)
        except Unreadable as unreadable:
            refused = refused or unreadable
            continue
        if path is not candidates[0]:
            _keep_unread(candidates[0], annex.title, shelf, found)
        return read
    if not candidates and annex.data:
        return _from_data(annex, found, place, closed=closed)
    if refused is not None:
        said = (
            "Et lukket bilag kan ikke læses; filen er gemt."
            if closed
            else f"Bilaget kan ikke læses: {refused.reason}"
        )
        found.gaps.append((place, "annex-unreadable", said))
        path = candidates[0]
        return ParsedEnclosure(_name(path, shelf), _unread(path, annex.title), path=path)
    if not annex.elsewhere:
        name = "" if closed else f": {displayable(annex.file or annex.title)}"
        kept = " Dets tekst står i mødets egen fil." if any(line.text.strip() for line in annex.lines) else ""
        found.gaps.append(
            (
                place,
                "annex-missing",
                f"{'Et lukket bilags' if closed else 'Bilagets'} fil mangler{name}.{kept}",
            )
        )
    return None


def _name(path: Path, shelf: sources.Shelf) -> str:
    return displayable(path.relative_to(shelf.root).as_posix())


def _keep_unread(path: Path, title: str, shelf: sources.Shelf, found: Enclosed) -> None:
    """The file that a copy stands in for is kept too, for those who may see what is closed."""
    name = _name(path, shelf)
    found.enclosures.setdefault(name, ParsedEnclosure(name, _unread(path, title), closed=True, path=path))


def _from_data(annex: DraftAnnex, found: Enclosed, place: Place, *, closed: bool) -> ParsedEnclosure:
    """A file that the manifest itself holds: written aside to be read."""
    name = displayable(annex.file or annex.title or "bilag")
    while name in found.enclosures:
        name += "+"
    data = annex.data or b""
    with tempfile.TemporaryDirectory(prefix="raadhus-data-") as folder:
        path = Path(folder) / f"bilag{Path(name).suffix[:10]}"
        path.write_bytes(data)
        try:
            package = _document(path, annex.title)
        except Unreadable as unreadable:
            said = (
                "Et lukket bilag kan ikke læses."
                if closed
                else f"Bilaget kan ikke læses: {unreadable.reason}"
            )
            found.gaps.append((place, "annex-unreadable", said))
            package = _unread(path, annex.title)
    return ParsedEnclosure(name, replace(package, file_name=Path(name.replace("\\", "/")).name), data=data)


def _file(found: Enclosed, place: Place, read: ParsedEnclosure, *, closed: bool) -> None:
    if closed and not read.closed:
        shut = tuple(replace(passage, closed=True) for passage in read.package.passages)
        read = replace(read, closed=True, package=replace(read.package, passages=shut))
    found.enclosures[read.name] = read
    found.files[place] = Filed(read.name, len(read.package.pages))


def _document(path: Path, title: str) -> ParsedPackage:
    """Read a file as a document without a meeting of its own, called what the manifest calls it."""
    source = sources.load(path)
    sha256, size = sources.fingerprint(path)
    reading = formats.read_document(source, title or displayable(path.stem))
    return ParsedPackage(
        file_name=displayable(path.name),
        sha256=sha256,
        size=size,
        format=reading.format,
        media_type=source.media_type,
        title=title or reading.title,
        pages=source.pages,
        passages=passages(source.lines, reading.sections, reading.furniture),
        warnings=source.warnings,
    )


def _unread(path: Path, title: str) -> ParsedPackage:
    """The file kept whole, with one empty page to stand for it."""
    sha256, size = sources.fingerprint(path)
    return ParsedPackage(
        file_name=displayable(path.name),
        sha256=sha256,
        size=size,
        format=UNREAD,
        media_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        title=title or displayable(path.stem),
        pages=(ParsedPage(1, ""),),
    )
