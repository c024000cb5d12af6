"""Workload: how much, how long, how many? Counts a body's meetings as the committee counted them."""
