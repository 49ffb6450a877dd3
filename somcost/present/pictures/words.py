"""The few words that pictures have of their own."""

from somcost.present.language import N_

AT_LOW = N_("Input at its low value")
AT_HIGH = N_("Input at its high value")
AS_CALCULATED = N_("As calculated")
RAISES = N_("Raises")
LOWERS = N_("Lowers")
NOT_FROM_ZERO = N_("The axis does not begin at 0.")
NOT_DEFINED = N_("Not defined")
FAR = N_("Far from the others")
MISSING = N_("missing")
