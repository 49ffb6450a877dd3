"""The assessment for a reader: terminal, JSON, derivation, workbook."""
