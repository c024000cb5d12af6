"""What came at a path, sorted into papers: a document, or a manifest with its files; ZIPs unpacked on the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from raadhus.parsing import sources
from raadhus.parsing._enclosures import named_files
from raadhus.parsing._errors import Unreadable
from raadhus.parsing._manifest import draft_at, not_named


@dataclass(frozen=True, slots=True)
class Paper:
    """One thing to be read. `loose`: it lies with a manifest that does not name it, so nobody has said that it
    may be shown to all."""

    path: Path
    loose: bool = False


def papers(path: Path) -> Iterator[Paper]:
    """Yield the papers at `path`: a file, a folder or a ZIP of one. A manifest comes before what lies with it.

    Each must be read before the next is asked for: what a ZIP held is gone then. Raises `Unreadable` when there
    is nothing at the path that can be read.
    """
    files = sources.readable_files(path)
    archives = [file for file in files if sources.is_archive(file)]
    yield from _sorted_out([file for file in files if file not in archives])
    for archive in archives:
        yield from _unpacked(archive)


def _unpacked(archive: Path) -> Iterator[Paper]:
    """An archive that cannot be unpacked is a paper that cannot be read: reading it says why."""
    try:
        with sources.unpacked(archive) as folder:
            found = sources.readable_files(folder)
            yield from _sorted_out(found)
    except (Unreadable, OSError):
        yield Paper(archive)


def _sorted_out(files: Sequence[Path]) -> Iterator[Paper]:
    companions = {file.with_suffix("") for file in files if file.suffix.lower() in (".html", ".htm")}
    files = [file for file in files if not _belongs_to_page(file, companions)]
    parts, loose = set[Path](), set[Path]()
    for file in files:
        shelf = sources.Shelf(file.parent)
        try:
            draft = draft_at(file, shelf)
        except (Unreadable, OSError):
            continue  # reading it says why
        if draft is not None:
            parts |= named_files(draft, shelf)
            loose |= not_named(draft, shelf, file)
    own = [file for file in files if file not in parts]
    yield from (Paper(file) for file in own if file not in loose)
    yield from (Paper(file, loose=True) for file in own if file in loose)


def _belongs_to_page(file: Path, pages: set[Path]) -> bool:
    """True for the pictures and scripts that a browser saves beside a page: `side.html` and `side_files/`."""
    return any(
        parent.name.endswith(ending) and parent.with_name(parent.name.removesuffix(ending)) in pages
        for parent in file.parents
        for ending in ("_files", "_filer", "-filer", ".files")
    )
