"""What is done to a log: things added, corrected, removed, and all of it taken back and made again."""
