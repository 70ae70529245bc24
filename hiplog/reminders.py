"""A calendar file that reminds of the exercise: every day at the same local times, whatever the time zone.

iCalendar, RFC 5545. All text in it is fixed and plain, so that nothing needs to be escaped or folded.
"""

from datetime import date, datetime, time
from uuid import NAMESPACE_OID, uuid5

from hiplog.exercise import EXERCISES

SIGN = "-//hiplog//reminders//EN"
_TITLE = EXERCISES["hip_balance"].title


def calendar(times: list[time], *, url: str, since: date) -> bytes:
    """Return a calendar with a daily event and an alarm at each of these local times.

    Parameters
    ----------
    times : list of time
        Floating: 07:30 is 07:30 wherever the person is.
    url : str
        The page that each event links to.
    since : date
        The first day.

    Returns
    -------
    bytes
        The content of an .ics file. The same time has the same UID, so that bringing it in again replaces it.
    """
    stamp = datetime.combine(since, time())
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{SIGN}"]
    for at in sorted(set(times)):
        lines += _event(datetime.combine(since, at), stamp, url)
    return "".join(f"{line}\r\n" for line in [*lines, "END:VCALENDAR"]).encode("ascii")


def _event(begin: datetime, stamp: datetime, url: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{uuid5(NAMESPACE_OID, f'hiplog {begin:%H%M}')}",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%S}Z",
        f"DTSTART:{begin:%Y%m%dT%H%M%S}",
        "DURATION:PT10M",
        "RRULE:FREQ=DAILY",
        f"SUMMARY:{_TITLE}",
        f"URL:{url}",
        f"DESCRIPTION:{url}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_TITLE}",
        "TRIGGER:PT0S",
        "END:VALARM",
        "END:VEVENT",
    ]
