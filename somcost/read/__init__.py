"""Files become the model's nouns, every value with file, line and column. Pydantic lives here."""
