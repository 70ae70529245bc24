"""Days, times and seconds in words: in English, whatever the locale."""

from datetime import date, datetime

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month_in_words(day: date) -> str:
    """Return the month of a day, like Mar 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_in_words(day: date) -> str:
    """Return a day like 4 Mar 2026."""
    return f"{day.day} {month_in_words(day)}"


def time_in_words(moment: datetime) -> str:
    """Return a time like 4 Mar 2026, 07:10."""
    return f"{day_in_words(moment)}, {moment.hour:02}:{moment.minute:02}"


def clock(seconds: float) -> str:
    """Return seconds like 2:00, to the nearest; the timer, whose clock runs, cuts a hold of 1:59.7 to 1:59."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"
