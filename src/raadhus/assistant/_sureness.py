"""How sure it is that a stretch answers: a logistic function of its signals.

The weights are fitted on the questions to the invented municipality (`tools/fit_sureness.py`), none by hand.
"""

import math

from raadhus.assistant._signals import Signals

ENOUGH = 0.25
"""Foretold from each other, nine of ten questions without an answer are refused here: less sure is no proof."""

CONSTANT = -7.59
WEIGHTS = {
    "near": 3.96,
    "covered": 0.71,
    "close": 1.47,
    "related": 0.50,
    "tells": 0.38,
    "found": 2.47,
    "lost": -0.48,
    "strayed": -0.22,
    "miscounted": -1.45,
    "other": -0.85,
    "unnamed": -0.75,
}


def sureness(signals: Signals) -> float:
    """From 0 to 1."""
    total = CONSTANT + sum(weight * getattr(signals, name) for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-total))
