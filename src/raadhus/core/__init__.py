"""Core: the journal, Danish words and times; knows no council."""
