"""Assistant: what do the passages say, and where? Answers with the proof beside them."""

from typing import TYPE_CHECKING, Any

from raadhus.assistant._answer import Answer, Citation, Kind, Later, Link, Matter, Searched, Told

if TYPE_CHECKING:
    from raadhus.assistant._assistant import answer

__all__ = ["Answer", "Citation", "Kind", "Later", "Link", "Matter", "Searched", "Told", "answer"]


def __getattr__(name: str) -> Any:
    """`answer`, once it is asked for: Django reads an app's package before any table may be known."""
    if name == "answer":
        from raadhus.assistant._assistant import answer

        return answer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
