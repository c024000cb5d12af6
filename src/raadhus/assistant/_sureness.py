"""How sure it is that a stretch answers: a logistic function of its signals.

The weights are fitted on the questions to the invented municipality (`tools/fit_sureness.py`), none by hand.
"""

import math

from raadhus.assistant._signals import Signals

ENOUGH = 0.24
"""Where questions with an answer and questions without one are told apart best, foretold from each other."""

CONSTANT = -8.12
WEIGHTS = {
    "near": 3.63,
    "covered": 1.49,
    "close": 1.61,
    "related": 0.64,
    "tells": 0.35,
    "found": 2.27,
    "unsaid": -0.25,
    "strayed": -0.08,
    "miscounted": -1.43,
    "other": -0.82,
    "unnamed": -0.73,
}


def sureness(signals: Signals) -> float:
    """From 0 to 1."""
    total = CONSTANT + sum(weight * getattr(signals, name) for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-total))
