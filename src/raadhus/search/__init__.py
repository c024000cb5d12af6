"""Search: which passages answer, for this reader? Keeps the index and finds in it."""
