"""Conversation: what has somebody asked before, and what do they ask now? History, shared answers, verdicts."""
