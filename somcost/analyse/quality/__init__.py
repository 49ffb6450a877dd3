"""What the data is worth: what is covered, what stands out, what the result rests on, and where every row went."""
