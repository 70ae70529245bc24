"""Time a daily hip balancing exercise, keep the holds, and see honestly how they change.

The names below are loaded when they are first used, so that `import hiplog` costs next to nothing.
"""

from importlib import import_module

__version__ = "0.1.0"

_HOME_OF = {
    "LogError": "schema",
    "Log": "log",
    "HoldTimer": "timer",
    "read_log": "reading",
    "read_pain_notes": "reading",
    "example": "examples",
    "holds_or_example": "examples",
    "sessions": "measures.sessions",
    "progress": "measures.progress",
    "trend": "measures.trend",
    "balance": "measures.balance",
    "asymmetry": "measures.balance",
    "hold_probability": "measures.probability",
    "practice": "measures.practice",
    "pain_change": "measures.pain",
    "pain_spells": "measures.pain",
    "summary": "sentences",
    "plot_progress": "charts",
    "plot_balance": "charts",
    "plot_hold_probability": "charts",
    "plot_practice": "charts",
    "plot_pain": "charts",
    "plot_overview": "charts",
    "explore": "controls",
    "ImportForm": "controls",
    "HoldEditor": "controls",
}
__all__ = [*_HOME_OF]


def __getattr__(name: str):
    if name not in _HOME_OF:
        raise AttributeError(f"module 'hiplog' has no attribute {name!r}")
    value = getattr(import_module(f"hiplog.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME_OF])
