"""Documents: what came in, untouched: Document, Version, Page, Passage, and the files themselves."""
