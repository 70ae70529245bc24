"""The file of a log: opened safely, with a journal that belongs, and nothing missing that was saved."""
