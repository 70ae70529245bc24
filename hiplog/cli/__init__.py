"""The command `hiplog`: open the notebooks, and import, show, undo, back up and export without them.

Exit codes: 0 done, 1 it could not be done (one line on stderr says why), 2 wrong usage; of `hiplog import` also 3,
where every file was read but some rows were refused.
"""

import os
import sys
from typing import Any

import click

import hiplog
from hiplog.cli.diary import day, mark, plan
from hiplog.cli.history import backup, check, forget, keep_backups, redo, restore, undo
from hiplog.cli.importing import import_files
from hiplog.cli.opening import open_app, open_lab
from hiplog.cli.output import export, show
from hiplog.cli.pictures import chart, report
from hiplog.cli.reminding import remind
from hiplog.cli.studying import study
from hiplog.cli.terminal import written_out
from hiplog.printable import one_line


class _OneLine(click.Group):
    """Say in one line, without a traceback, what was given that cannot be used."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except hiplog.LogError as error:
            raise click.ClickException(one_line(error)) from error
        except click.ClickException as error:  # it may name what was given
            error.message = one_line(error.message)
            raise

    def main(self, *arguments: Any, **more: Any) -> Any:
        """Run a command; that its help cannot be written is one line, too."""
        try:
            with written_out():
                return super().main(*arguments, **more)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)


@click.group(cls=_OneLine, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(hiplog.__version__, message="hiplog %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Time a daily hip balancing exercise, keep the holds, and see how they change.

    This is a record, not medical advice. Nothing leaves this computer.
    """
    before = os.umask(0o077)  # what is made here is for its owner alone, and so is what the server here makes
    ctx.call_on_close(lambda: os.umask(before))


_LOOK = (show, report, chart, export, check, study)
_HISTORY = (undo, redo, backup, restore, keep_backups, forget)
_BESIDE = (day, plan, mark, remind)
for command in (open_lab, open_app, import_files, *_BESIDE, *_LOOK, *_HISTORY):
    main.add_command(command)
