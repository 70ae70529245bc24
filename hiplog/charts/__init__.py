"""Charts of holds, one function each; they draw on axes that you give, or on the current ones."""

from hiplog.charts.balance import plot_balance
from hiplog.charts.progress import plot_progress

__all__ = ["plot_balance", "plot_progress"]
