"""How sure a figure is that rests on few observations: jackknife and bootstrap of the traced formulas."""
