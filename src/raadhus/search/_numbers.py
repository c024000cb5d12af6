"""Case numbers in any form: the same form here as for the cases themselves."""

from raadhus.core.case_numbers import case_numbers_in, normal_case_number

__all__ = ["case_numbers_in", "normal_case_number"]
