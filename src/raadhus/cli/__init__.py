"""Command line: what operators and checks call; a door to the house."""
