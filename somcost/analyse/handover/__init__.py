"""What goes on to SØM: cost per participant by year and category."""
