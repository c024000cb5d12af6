"""Corrections: what an import was not sure of, beside the page it comes from, and putting it right."""
