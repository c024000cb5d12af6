"""Asking: questions, their answers with the proof beside them, and what the asker does with them."""
