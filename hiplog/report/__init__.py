"""A report to hand over: one file, HTML or PDF, of what a log says."""

from hiplog.report.write import write_report

__all__ = ["write_report"]
