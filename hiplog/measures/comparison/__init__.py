"""Two parts of a log beside each other: before and after a day, or days of one kind and of another."""
