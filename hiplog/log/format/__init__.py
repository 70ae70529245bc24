"""What is in the file of a log: its tables and checksums, its rows, and how an older one becomes one of today."""
