"""Procedure: the law's and the standing order's clocks. Plain Python: no Django, no database."""

from raadhus.procedure.clocks import (
    AGENDA_WEEKDAYS,
    agenda_deadline,
    deputation_deadline,
    is_weekday,
    weekdays_before,
)

__all__ = [
    "AGENDA_WEEKDAYS",
    "agenda_deadline",
    "deputation_deadline",
    "is_weekday",
    "weekdays_before",
]
