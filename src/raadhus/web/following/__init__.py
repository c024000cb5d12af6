"""Following a search or a case, stopping again, and the feeds."""
