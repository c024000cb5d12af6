"""Ingest: which rows does a package become, and from which page? Stores with provenance."""
