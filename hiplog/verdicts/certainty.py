"""How sure a word is: what the gate lets through, and where a range lies."""

from hiplog.measures.fits import gate

GATE_IN_WORDS = (
    "A range holds the true value in 95 of 100 cases, in some 90 where good and bad days come in long runs. A "
    "word like longer or higher needs 99 % certainty (growth, also a week before) and stays until that is under "
    "80 %. So chance seldom brings one, even if you look every day."
)
ONE_IN_TWENTY = (
    "by chance one time in 20"  # of a range of 95 % that leaves out none, where no word of 99 % is told
)
LESS_CLEARLY = ", less clearly than before"


def carried_in_words(verdict: str) -> str:
    """Return a word that the gate let through, with what is to be said where its interval holds zero again."""
    word = verdict.removesuffix(gate.LESS_CLEARLY)
    return word.replace("_", " ") + (f"{LESS_CLEARLY}," if word != verdict else ",")


def leaning(low: float, high: float) -> int:
    """Return to which side of zero all of an interval lies, 1 or -1; 0 where zero is within it.

    A word waits for 99 % certainty, and an interval is of 95 %: between the two, neither is to be hidden.
    """
    return int(low > 0) - int(high < 0)
