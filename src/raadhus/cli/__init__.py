"""Command line: what operators and checks call; a door to the house."""

from raadhus.cli.main import main

__all__ = ["main"]
