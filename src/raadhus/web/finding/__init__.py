"""Finding: the front page, search and questions."""
