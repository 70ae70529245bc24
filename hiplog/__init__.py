"""Time a daily hip balancing exercise, keep the holds, and see honestly how they change.

What stands below is loaded when it is first used, so that `import hiplog` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:  # for editors and type checkers, which do not run `__getattr__`
    from hiplog import exercise as exercise
    from hiplog import schema as schema
    from hiplog.charts import plot_balance as plot_balance
    from hiplog.charts import plot_compare as plot_compare
    from hiplog.charts import plot_hold_probability as plot_hold_probability
    from hiplog.charts import plot_overview as plot_overview
    from hiplog.charts import plot_pain as plot_pain
    from hiplog.charts import plot_practice as plot_practice
    from hiplog.charts import plot_progress as plot_progress
    from hiplog.charts import save_chart as save_chart
    from hiplog.controls import DayEditor as DayEditor
    from hiplog.controls import HoldEditor as HoldEditor
    from hiplog.controls import ImportForm as ImportForm
    from hiplog.controls import MarkEditor as MarkEditor
    from hiplog.controls import PlanEditor as PlanEditor
    from hiplog.controls import ReportForm as ReportForm
    from hiplog.controls import explore as explore
    from hiplog.examples import example as example
    from hiplog.examples import log_or_example as log_or_example
    from hiplog.log import Log as Log
    from hiplog.measures.comparison.compare import compare as compare
    from hiplog.measures.holds.censoring import is_censored as is_censored
    from hiplog.measures.pain.change import pain_change as pain_change
    from hiplog.measures.pain.days import pain_days as pain_days
    from hiplog.measures.pain.days import pain_next_day as pain_next_day
    from hiplog.measures.pain.months import pain_months as pain_months
    from hiplog.measures.pain.spells import pain_spells as pain_spells
    from hiplog.measures.pain.stops import pain_stops as pain_stops
    from hiplog.measures.practice import practice as practice
    from hiplog.measures.probability import hold_probability as hold_probability
    from hiplog.measures.progress import progress as progress
    from hiplog.measures.sessions import sessions as sessions
    from hiplog.measures.sides.asymmetry import asymmetry as asymmetry
    from hiplog.measures.sides.balance import balance as balance
    from hiplog.measures.trend import trend as trend
    from hiplog.measures.typical import typical_hold as typical_hold
    from hiplog.places import pain_places as pain_places
    from hiplog.reading import read_log as read_log
    from hiplog.reading import read_pain_notes as read_pain_notes
    from hiplog.report import write_report as write_report
    from hiplog.schema import LogError as LogError
    from hiplog.sentences import summary as summary
    from hiplog.study import Study as Study
    from hiplog.study import plot_dropout as plot_dropout
    from hiplog.study import plot_people as plot_people
    from hiplog.timer import HoldTimer as HoldTimer

_HOME_OF = {
    "LogError": "schema",
    "Log": "log",
    "HoldTimer": "timer",
    "read_log": "reading",
    "read_pain_notes": "reading",
    "example": "examples",
    "log_or_example": "examples",
    "sessions": "measures.sessions",
    "progress": "measures.progress",
    "typical_hold": "measures.typical",
    "trend": "measures.trend",
    "balance": "measures.sides.balance",
    "asymmetry": "measures.sides.asymmetry",
    "hold_probability": "measures.probability",
    "is_censored": "measures.holds.censoring",
    "compare": "measures.comparison.compare",
    "practice": "measures.practice",
    "pain_change": "measures.pain.change",
    "pain_months": "measures.pain.months",
    "pain_spells": "measures.pain.spells",
    "pain_days": "measures.pain.days",
    "pain_next_day": "measures.pain.days",
    "pain_stops": "measures.pain.stops",
    "pain_places": "places",
    "summary": "sentences",
    "Study": "study",
    "plot_people": "study",
    "plot_dropout": "study",
    "plot_progress": "charts",
    "plot_balance": "charts",
    "plot_compare": "charts",
    "plot_hold_probability": "charts",
    "plot_practice": "charts",
    "plot_pain": "charts",
    "plot_overview": "charts",
    "save_chart": "charts",
    "write_report": "report",
    "explore": "controls",
    "ImportForm": "controls",
    "ReportForm": "controls",
    "DayEditor": "controls",
    "PlanEditor": "controls",
    "MarkEditor": "controls",
    "HoldEditor": "controls",
}
_DATA = ("exercise", "schema")  # modules for everyone: what the exercises are, and the columns of a hold
_ROOMS = (
    *_DATA,
    "charts",
    "controls",
    "log",
    "measures",
    "reading",
    "report",
    "study",
    "timer",
)  # what docstrings name is in them
__all__ = [*_HOME_OF]


if not TYPE_CHECKING:  # or every misspelt name would be one that a type checker takes

    def __getattr__(name: str):
        if name in _ROOMS:
            return import_module(f"hiplog.{name}")
        if name not in _HOME_OF:
            raise AttributeError(f"module 'hiplog' has no attribute {name!r}{_like(name)}")
        value = getattr(import_module(f"hiplog.{_HOME_OF[name]}"), name)
        globals()[name] = value
        return value

    def _like(name: str) -> str:
        """Return which public names a wrong one may have meant, like the five that `pain` is in."""
        from difflib import get_close_matches

        known = [*_HOME_OF, *_DATA]
        near = [each for each in known if name.lower() in each.lower()] or get_close_matches(name, known)
        return f"; there is {', '.join(near)}" if near and not name.startswith("_") else ""

    def __dir__() -> list[str]:
        own = [name for name in globals() if name.startswith("__")]
        return sorted([*own, *_HOME_OF, *_DATA])
