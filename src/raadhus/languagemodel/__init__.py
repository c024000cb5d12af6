"""Languagemodel: the one door to a language model, when the municipality has one; knows no council.

Off until `RAADHUS_MODEL_ADDRESS` or `RAADHUS_EMBEDDING_ADDRESS` names an OpenAI-compatible address. Nothing else in
the house speaks to a model, and nothing of the house depends on one.
"""

from raadhus.languagemodel._chat import Call, Model, NoWords, TooSlow, model_from_settings
from raadhus.languagemodel._embedding import NotTaken, NoVectors, VectorSource, prepare, vectors_of

__all__ = [
    "Call",
    "Model",
    "NoVectors",
    "NoWords",
    "NotTaken",
    "TooSlow",
    "VectorSource",
    "model_from_settings",
    "prepare",
    "vectors_of",
]
