"""Registrations of any size, read as the sums that a cost depends on: by an engine, or row by row in blocks.

The row reader (`somcost.read.table_rows`) is the measure: an engine's sums are used only where nothing in the file
could make the two differ; anything else is read in blocks by the row reader's own code, which finds every place.
"""
