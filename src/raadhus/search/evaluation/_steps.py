"""The steps of finding, each left out by itself: what is lost is what it gives."""

from dataclasses import replace

from raadhus.search._weights import WEIGHTS, Weights

W = WEIGHTS

STEPS: dict[str, Weights] = {
    "lemmaer": replace(W, base=0, head_base=0, same_word=0),
    "stammer": replace(W, stem=0, head_stem=0, same_stem=0),
    "dele af sammensatte ord": replace(W, parts=0, head_parts=0, halves=0, half=0, as_part=0),
    "overskrifter": replace(W, head_base=0, head_stem=0, head_parts=0, heading=0, heading_near=0),
    "ord fra samme side": replace(W, around=0),
    "ord af samme slags (at anbefale, anbefaling)": replace(W, related=0, related_part=0, same_root=0),
    "andre ord for det samme": replace(W, alike=0, other_word=0),
    "efterprøvning: dækning": replace(W, covered=0),
    "efterprøvning: nærhed": replace(W, near=0),
    "efterprøvning: svarets art": replace(W, kind=0),
    "hele efterprøvningen": replace(W, covered=0, near=0, kind=0),
}
"""In the order of the table."""
