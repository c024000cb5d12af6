"""Speed, measured against something else in the same run, because machines differ and ratios hardly do."""
