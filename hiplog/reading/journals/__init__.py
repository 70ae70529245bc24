"""Dated text, as journals, outlines and messages are -> a table with a row for each line that says something."""
