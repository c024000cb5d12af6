"""Timeline: what belongs to the same case across bodies and years, why we think so, and what came of it."""
