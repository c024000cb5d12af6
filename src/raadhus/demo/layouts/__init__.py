"""The layouts of the packages: each module takes a meeting and writes one kind of file."""
