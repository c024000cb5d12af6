"""The fields of the index. Change one, or what stands in it, and raise `VERSION`: every machine then builds its
index anew, beside the one that serves meanwhile."""

from functools import cache

import tantivy

VERSION = 9
OLDEST_READABLE = 9
"""An index of an older version serves until the new one is whole, if it has the same fields and is no older than
this. Raise it when a field tells something else than before: who may see, above all."""

TEXT_FIELDS = ("exact", "base", "stem", "parts", "head", "head_parts")
"""Words parted by blanks, already in the form they are looked up in."""
LATER, CLOSED = "_later", "_closed"
KINDS = ("", LATER, CLOSED)
"""What is not for everyone, or not yet when it is indexed, has its words in fields of their own (`base_closed`).
How rare a word is decides the order of hits, and is counted by field: so neither has a part in the order of what
is open."""

# `around` are the words of the same page that the same readers may see, `top` how that page begins: a slide's
# title stands in a passage of its own.
RAW_FIELDS = ("audience", "case", "kind")
FACET_FIELDS = ("organization", "department", "year", "type", "outcome", "of_case", "person")
"""Counted for the reader. What they tell of an item is told to those only who may know the item."""

NUMBER_FIELDS = ("date", "published")


@cache
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("passage", stored=True, indexed=True, fast=True)
    builder.add_unsigned_field("version", indexed=True, fast=True)
    for name in NUMBER_FIELDS:
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in RAW_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACET_FIELDS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for kind in KINDS:
        for name in TEXT_FIELDS:
            builder.add_text_field(name + kind, tokenizer_name="whitespace", index_option="position")
        builder.add_text_field("around" + kind, tokenizer_name="whitespace", index_option="freq")
    builder.add_bytes_field("text", stored=True)
    builder.add_bytes_field("heading", stored=True)
    builder.add_bytes_field("top", stored=True)
    return builder.build()
