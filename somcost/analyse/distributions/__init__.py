"""Distributions of inputs: families by their quantile functions, made from what is stated of an input."""
