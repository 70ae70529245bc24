"""What a log keeps: the columns of each of its tables, and their rules. This is the one place that says so.

A hold is one side held once (`COLUMNS`; `HOLDS` has all its rules). Beside the holds there are: in `DAYS`, what a
person says of a day without one; in `PLANS`, how often they mean to practise; in `MARKS`, dated words of theirs.
"""

from hiplog.errors import LogError as LogError
from hiplog.ids import SESSION_GAP as SESSION_GAP
from hiplog.ids import hold_ids as hold_ids
from hiplog.ids import session_ids as session_ids
from hiplog.schema.diary import DAYS as DAYS
from hiplog.schema.diary import MARKS as MARKS
from hiplog.schema.diary import PLANS as PLANS
from hiplog.schema.diary import REASONS as REASONS
from hiplog.schema.diary import Diary as Diary
from hiplog.schema.diary import diary_of as diary_of
from hiplog.schema.holds import ALWAYS as ALWAYS
from hiplog.schema.holds import CHOICES as CHOICES
from hiplog.schema.holds import COLUMNS as COLUMNS
from hiplog.schema.holds import ENDED as ENDED
from hiplog.schema.holds import EXAMPLE as EXAMPLE
from hiplog.schema.holds import HOLDS as HOLDS
from hiplog.schema.holds import LIMITS as LIMITS
from hiplog.schema.holds import MOST_HOLD_S as MOST_HOLD_S
from hiplog.schema.holds import REQUIRED as REQUIRED
from hiplog.schema.holds import check_ids as check_ids
from hiplog.schema.holds import conform as conform
from hiplog.schema.holds import empty as empty
from hiplog.schema.holds import follow as follow
from hiplog.schema.holds import is_example as is_example
from hiplog.schema.holds import keeps_rule as keeps_rule
from hiplog.schema.holds import reached as reached
from hiplog.schema.table import Table as Table

TABLES = (HOLDS, DAYS, PLANS, MARKS)  # in the order in which a log and an export have them
RECORDS = (
    "record",
    *dict.fromkeys(name for table in TABLES for name in table.columns),
)  # of an export
