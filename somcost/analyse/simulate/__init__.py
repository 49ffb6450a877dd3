"""How sure a result is when its inputs are not: Monte Carlo, and which inputs the uncertainty comes from."""
