"""The same formulas with other inputs: keys that can be varied, ranges, grids, break-even."""
