"""The formulas of the method, one concept a file, and the quantity they are traced with."""
