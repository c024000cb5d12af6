"""A terminal for the tests: the words that are typed, and what is printed."""

import json
from typing import Any

import pytest

from raadhus.cli import main


class Terminal:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def json(self, *words: object, status: int = 0) -> Any:
        self._capsys.readouterr()
        assert main([str(w) for w in words] + ["--json"]) == status
        return json.loads(self._capsys.readouterr().out)

    def says(self, *words: object, status: int = 0) -> str:
        """All that is printed, on both channels."""
        self._capsys.readouterr()
        assert main([str(w) for w in words]) == status
        out = self._capsys.readouterr()
        return out.out + out.err
