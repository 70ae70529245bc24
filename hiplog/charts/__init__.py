"""Charts of holds, one function each; they draw on axes that you give, or on a figure of their own."""

from hiplog.charts.balance import plot_balance
from hiplog.charts.compare import plot_compare
from hiplog.charts.overview import plot_overview
from hiplog.charts.pain import plot_pain
from hiplog.charts.pictures import save_chart
from hiplog.charts.practice import plot_practice
from hiplog.charts.probability import plot_hold_probability
from hiplog.charts.progress import plot_progress

__all__ = [
    "plot_balance",
    "plot_compare",
    "plot_hold_probability",
    "plot_overview",
    "plot_pain",
    "plot_practice",
    "plot_progress",
    "save_chart",
]
