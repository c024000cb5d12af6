"""Sources: from a file on the disk to pages and lines. The content says what a file is, never its name alone."""

from raadhus.parsing.sources._folder import readable_files
from raadhus.parsing.sources._open import fingerprint, is_archive, is_readable, load, structured
from raadhus.parsing.sources._shelf import Shelf
from raadhus.parsing.sources._zip import unpacked

__all__ = [
    "Shelf",
    "fingerprint",
    "is_archive",
    "is_readable",
    "load",
    "readable_files",
    "structured",
    "unpacked",
]
