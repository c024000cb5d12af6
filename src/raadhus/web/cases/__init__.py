"""A case over the years: its timeline, why each step belongs there, and the word of those who know better."""
