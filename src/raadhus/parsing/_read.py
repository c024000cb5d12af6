"""The door of parsing: from a path to a parsed package, whatever the format."""

from pathlib import Path

from raadhus.core.text import displayable
from raadhus.parsing import formats, sources
from raadhus.parsing._errors import Unreadable
from raadhus.parsing._lines import Source
from raadhus.parsing._manifest import read_manifest
from raadhus.parsing._package import ParsedPackage, ParsedWarning
from raadhus.parsing._papers import Paper, papers
from raadhus.parsing._passages import passages


def read_package(path: Path) -> ParsedPackage:
    """Return what is at `path`. Raises `Unreadable` with the cause when it holds nothing to read.

    A folder or ZIP with one paper in it is read as that paper; files that lie with a manifest are part of it.
    """
    found: ParsedPackage | None = None
    for paper in papers(Path(path)):
        if paper.loose:
            continue
        if found is not None:
            raise Unreadable(str(path), "several-files")
        found = read_paper(paper)
    if found is None:
        raise Unreadable(str(path), "nothing-readable")
    return found


def read_paper(paper: Paper) -> ParsedPackage:
    """Return what one paper holds, a manifest's files included. Raises `Unreadable`; `OSError` for a full disk.

    A loose paper is a document: what it tells of a meeting, the manifest beside it tells better.
    """
    file = paper.path
    if sources.is_archive(file):
        with sources.unpacked(file):
            raise Unreadable(file.name, "unknown-format")
    return (None if paper.loose else read_manifest(file)) or _read_document(file, loose=paper.loose)


def _read_document(file: Path, *, loose: bool) -> ParsedPackage:
    source = sources.load(file)
    sha256, size = sources.fingerprint(file)
    read = formats.read_document if loose else formats.read
    reading = read(source, displayable(file.stem))
    return ParsedPackage(
        file_name=displayable(file.name),
        sha256=sha256,
        size=size,
        format=reading.format,
        media_type=source.media_type,
        title=reading.title,
        pages=source.pages,
        meetings=reading.meetings,
        passages=passages(source.lines, reading.sections, reading.furniture),
        warnings=source.warnings + reading.warnings + _empty_pages(source),
    )


def _empty_pages(source: Source) -> tuple[ParsedWarning, ...]:
    """Pages without text are most often scans or pictures: a person should know that search can't find them."""
    refused = {warning.page for warning in source.warnings}
    empty = [page.number for page in source.pages if not page.text and page.number not in refused]
    if source.medium != "pdf":
        return ()
    return tuple(
        ParsedWarning(
            page,
            "no-text-on-page",
            f"Side {page} har ingen tekst; den er muligvis et billede eller en scanning.",
        )
        for page in empty
    )
