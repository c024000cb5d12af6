"""Documents: their pages as pictures and text, and the originals."""
