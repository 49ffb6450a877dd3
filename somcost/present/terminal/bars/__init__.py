"""Pictures as text: bars of characters in tables that fit 80 columns."""

from somcost.present.terminal.bars.show import text_bars

__all__ = ["text_bars"]
