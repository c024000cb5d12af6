"""Workload: how much, how long, how many? Counts a body's meetings as the committee counted them."""

from raadhus.workload.measuring import Workload, measure

__all__ = ["Workload", "measure"]
