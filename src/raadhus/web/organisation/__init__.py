"""The bodies that meet, who sits in them and how much they do."""
