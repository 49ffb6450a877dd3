"""Runs the program as `python -m somcost`."""

from somcost.cli import main

if __name__ == "__main__":
    main()
