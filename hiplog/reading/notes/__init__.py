"""What a pain note in a person's own words says."""

from hiplog.reading.notes.pain_notes import COLUMNS, read_pain_notes

__all__ = ["COLUMNS", "read_pain_notes"]
