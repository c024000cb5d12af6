"""Meetings, their items, and the cases that run through them."""
