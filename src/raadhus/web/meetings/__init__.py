"""Meetings and their items."""
