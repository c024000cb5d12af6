"""Web: the pages people read, in Danish first; a door to the house."""
