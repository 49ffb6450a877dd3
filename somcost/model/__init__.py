"""The nouns: what an assessment is made of, frozen. No file is read and nothing is computed here."""
