"""The log: holds in one SQLite file that threads, notebooks and processes may use at the same time."""

from hiplog.log.log import Log

__all__ = ["Log"]
