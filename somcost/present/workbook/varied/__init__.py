"""Sheets of sensitivity whose cells follow the workbook's inputs: a row a point, every step of the trace a column."""
