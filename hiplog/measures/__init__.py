"""From holds to numbers one can trust: frames in, frames out.

Holds stop at their target, so an ordinary mean, trend or side difference of them is biased, most where the person
does best. Every measure here takes a hold that reached its target for what it is: at least that long.
"""

from hiplog.measures.balance import asymmetry, balance
from hiplog.measures.pain import pain_change, pain_months, pain_spells
from hiplog.measures.practice import practice
from hiplog.measures.probability import hold_probability
from hiplog.measures.progress import progress
from hiplog.measures.sessions import sessions
from hiplog.measures.trend import trend

__all__ = [
    "asymmetry",
    "balance",
    "hold_probability",
    "pain_change",
    "pain_months",
    "pain_spells",
    "practice",
    "progress",
    "sessions",
    "trend",
]
