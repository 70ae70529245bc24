"""What a call of `Log` does with the log that was opened: it is read, added to, stepped through, copied."""
