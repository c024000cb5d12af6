"""Sources: from a file on the disk to pages and lines. The content says what a file is, never its name alone."""

from raadhus.parsing.sources._folder import readable_files
from raadhus.parsing.sources._open import fingerprint, load

__all__ = ["fingerprint", "load", "readable_files"]
