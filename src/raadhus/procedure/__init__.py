"""Procedure: the law's and the standing order's clocks. Plain Python: no Django, no database."""
