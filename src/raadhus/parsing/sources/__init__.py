"""Sources: from a file on the disk to pages and lines. The content says what a file is, never its name."""

from raadhus.parsing.sources._open import fingerprint, load, readable_files

__all__ = ["fingerprint", "load", "readable_files"]
