"""How a figure came about: formula in words, numbers put in, and the source of each, down to the assumptions."""

from somcost.present.derivation.find import Found, find
from somcost.present.derivation.print import print_derivation

__all__ = ["Found", "find", "print_derivation"]
