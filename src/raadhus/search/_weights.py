"""What counts how much: where a word stands, in which form, and what the closer look adds. Measured, not guessed.

`raadhus evaluate --ablation` leaves each out in turn; docs/search.md has the table.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight of 0 leaves the step out."""

    # In the index: the same word as it stands, its lemma, its stem, a part of a compound ...
    exact: float = 1.1
    base: float = 1.0
    stem: float = 0.8
    parts: float = 0.5
    # ... in the title or the headings above, on the same page ...
    head_base: float = 0.7
    head_stem: float = 0.55
    head_parts: float = 0.35
    around: float = 0.15
    # ... as noun or verb, as another word, and the parts of a compound that is asked for, all or one of them.
    related: float = 0.7
    alike: float = 0.5
    related_part: float = 0.3
    halves: float = 0.5
    half_of_them: float = 0.25

    # Looked at closely: how alike two words are ...
    same_word: float = 0.97
    same_stem: float = 0.85
    same_root: float = 0.75
    other_word: float = 0.75
    as_part: float = 0.75
    half: float = 0.35
    # ... what a word in a heading is worth, and what the parts of the score are.
    heading: float = 0.8
    heading_near: float = 0.8
    found: float = 0.30
    covered: float = 0.35
    near: float = 0.25
    kind: float = 0.15
    substance: float = 0.03
    # An office answers "hvem" less surely than a name, a number elsewhere "hvor mange" than one beside the thing;
    # the rarest word of a question tells less than its rarity.
    office: float = 0.4
    elsewhere: float = 0.75
    rarity: float = 0.6


WEIGHTS = Weights()
