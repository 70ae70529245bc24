"""What the notebooks let a reader do: choose what a chart shows, bring in a file, correct the log."""

from hiplog.controls.chart import explore
from hiplog.controls.diary_editors import DayEditor, MarkEditor, PlanEditor
from hiplog.controls.hold_editor import HoldEditor
from hiplog.controls.import_form import ImportForm
from hiplog.controls.report_form import ReportForm

__all__ = ["DayEditor", "HoldEditor", "ImportForm", "MarkEditor", "PlanEditor", "ReportForm", "explore"]
