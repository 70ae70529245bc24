"""Let `python -m hiplog` be the command `hiplog`, where that is not on the path."""

from hiplog.cli import main

main(prog_name="hiplog")
