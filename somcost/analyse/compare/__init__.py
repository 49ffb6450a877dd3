"""Several assessments side by side: one price level, how far apart they lie, and why two of them differ."""
