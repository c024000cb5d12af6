"""What a worded answer comes as: sentence by sentence, then the whole."""

from dataclasses import dataclass

from raadhus.assistant._answer import Answer, Citation


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that passed every check, with its marks: "Broen males hvert andet år. [1]".

    `citations` are those that it marks; their numbers stay the same in the whole answer. `new_line` is true where the
    model began a new line (a list, a paragraph).
    """

    text: str
    citations: tuple[Citation, ...]
    new_line: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """The answer to keep: worded (`answer.model` names the model), or the one without a model.

    The latter takes the place of any sentence that came before it.
    """

    answer: Answer


Step = Sentence | Done
