"""Arguments in, exit codes out."""

from somcost.cli.program import app, main

__all__ = ["app", "main"]
