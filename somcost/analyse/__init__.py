"""Many evaluations of the same formulas, one answer."""
