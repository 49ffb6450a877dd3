"""The workbook of a plan: a sheet for each of the six steps, live from the same trace as the figures."""
