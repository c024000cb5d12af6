"""Assistant: what do the passages say, and where? Answers with the proof beside them."""
