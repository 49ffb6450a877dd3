"""The data quality report in words and tables, alike in the terminal and on the workbook's sheet."""
