"""One cell -> a value."""
