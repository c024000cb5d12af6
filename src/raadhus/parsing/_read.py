"""The door of parsing: from a path to a parsed package, whatever the format."""

from pathlib import Path

from raadhus.parsing._package import ParsedPackage


def read_package(path: Path) -> ParsedPackage:
    """Return what the file at `path` holds. Raises `Unreadable` with the cause when it holds nothing to read."""
    raise NotImplementedError
