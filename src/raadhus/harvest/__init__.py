"""Harvest: what has a publication host shown, changed or taken away since last time?"""
