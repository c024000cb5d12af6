"""Organisation: the municipality, its bodies, and the people who sit in them."""
