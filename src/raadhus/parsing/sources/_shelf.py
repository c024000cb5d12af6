"""The folder a manifest lies in: from the name it gives a file to the file itself, and never out of the folder."""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

_USUAL = ("", "Enclosures", "Attachments", "Bilag", "Files")
_MOST_NAMES = 20_000
_ILLEGAL = re.compile(r"[<>:\"/\\|?*\x00-\x1f]")
"""What a file's name on Windows cannot hold, and a title can."""
READABLE = (".pdf", ".docx", ".docm", ".txt", ".html", ".htm")
"""What stands in for a file that cannot be read itself, the best first."""


class Shelf:
    """Files below one folder, looked up as a manifest names them: with backslashes, a drive, other capitals,
    or letters put together in another way. What would lead out of the folder is not found."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._real = root.resolve()
        self._names: dict[Path, dict[str, list[str]]] = {}

    def find(self, name: str, *folders: str) -> Path | None:
        """Return the file that the manifest calls `name`, perhaps in one of `folders`; None when it is not there."""
        parts = parts_of(name)
        if not parts:
            return None
        for path in _candidates(parts, folders):
            found = self._walk(path)
            if found is not None:
                return found
        return None

    def beside(self, title: str, near: Path | None = None) -> Path | None:
        """Return a file whose name is the title and that can be read: another copy of the same paper."""
        stem = _key(_ILLEGAL.sub("", title).strip(" ."))
        if not stem:
            return None
        folders = [self.root, *([near.parent] if near is not None else [])]
        for suffix in READABLE:
            for folder in dict.fromkeys(folders):
                for actual in self._listing(folder).get(stem + suffix, ()):
                    if found := self._safe(folder / actual):
                        return found
        return None

    def files_in(self, folder: Path) -> Iterator[Path]:
        """Yield the ordinary files that lie in a folder itself."""
        for actual in sorted(name for alike in self._listing(folder).values() for name in alike):
            if found := self._safe(folder / actual):
                yield found

    def _walk(self, parts: tuple[str, ...]) -> Path | None:
        here = self.root
        for part in parts:
            alike = self._listing(here).get(_key(part))
            if alike is None:
                return None
            here = here / (part if part in alike else alike[0])
        return self._safe(here)

    def _safe(self, path: Path) -> Path | None:
        try:
            inside = path.resolve().is_relative_to(self._real)
            return path if inside and path.is_file() else None
        except OSError:
            return None

    def _listing(self, folder: Path) -> dict[str, list[str]]:
        """The names in a folder by their key: two may differ only in how their letters are put together."""
        if folder not in self._names:
            try:
                with os.scandir(folder) as entries:
                    names = [entry.name for _, entry in zip(range(_MOST_NAMES), entries, strict=False)]
            except OSError:
                names = []
            alike = self._names.setdefault(folder, {})
            for name in sorted(names):
                alike.setdefault(_key(name), []).append(name)
        return self._names[folder]


def parts_of(name: str) -> tuple[str, ...]:
    """Return the folders and the name; () for one that leads upwards, and never a drive or a root."""
    plain = name.strip().replace("\\", "/")
    if plain[1:2] == ":":
        plain = plain[2:]
    parts = tuple(part.strip() for part in plain.split("/") if part.strip() not in ("", "."))
    return () if ".." in parts or any("\x00" in part for part in parts) else parts


def _candidates(parts: tuple[str, ...], folders: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A path of the supplier's own machine ends in the path here: try it whole, then by less and less of it."""
    for start in range(max(0, len(parts) - 4), len(parts)):
        yield parts[start:]
    for folder in (*folders, *_USUAL):
        if where := parts_of(folder):
            yield (*where, parts[-1])


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace")).casefold()
