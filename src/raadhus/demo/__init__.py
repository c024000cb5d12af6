"""Demo: an invented municipality, written by the project itself, to look at and to test with."""
