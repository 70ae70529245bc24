"""What is made of a log beside it: backups, exports, and a report of what of it is whole."""
