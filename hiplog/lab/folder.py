"""What a reader's folder holds: notebooks and example data laid there, and kept where the reader changed them."""

import hashlib
import json
from pathlib import Path

FOLDER = "my_hiplog"  # where no other is named
LOG = "data/my_log.sqlite"
RECORD = ".hiplog/laid.json"
LAID = ("notebooks/*.ipynb", "data/*.csv", "data/*.md")
_PACKAGE = Path(__file__).parents[1]


def nearest(name: str) -> Path | None:
    """Return the file `name` in the current folder or the nearest one above that has it."""
    here = Path.cwd()
    return next((path for folder in (here, *here.parents) if (path := folder / name).is_file()), None)


def starter() -> Path:
    """Return the folder of the shipped notebooks and data: within an installed hiplog, beside it in a checkout."""
    installed = _PACKAGE / "starter"
    return installed if installed.is_dir() else _PACKAGE.parent


def copy_into(folder: Path, source: Path) -> dict[str, list[str]]:
    """Copy the notebooks and example data of `source` into `folder`; what its reader has changed stays as it is.

    Returns
    -------
    dict
        The names of the files that are "new", "renewed", "same", or "kept": changed by the reader, while `source`
        has another.
    """
    record = _read_record(folder)
    laid = {"new": [], "renewed": [], "kept": [], "same": []}
    for name in sorted(path.relative_to(source).as_posix() for glob in LAID for path in source.glob(glob)):
        state = _state(source / name, folder / name, record.get(name))
        laid[state].append(name)
        if state in ("new", "renewed"):
            _write(folder / name, (source / name).read_bytes())
        if state != "kept":
            record[name] = _says(source / name)
    _write(folder / RECORD, json.dumps(record, indent=1).encode())
    return laid


def _state(source: Path, there: Path, laid: str | None) -> str:
    if not there.exists():
        return "new"
    if _says(there) == _says(source):
        return "same"
    return "renewed" if _says(there) == laid else "kept"


def _says(file: Path) -> str:
    """Return a digest of what a file says: of a notebook the text of its cells, for running it writes the rest."""
    content = file.read_bytes()
    if file.suffix == ".ipynb":
        try:
            cells = [(cell["cell_type"], "".join(cell["source"])) for cell in json.loads(content)["cells"]]
            content = json.dumps([cell for cell in cells if cell[1].strip()]).encode()
        except (ValueError, KeyError, TypeError):
            pass  # no notebook any more: every byte counts
    return hashlib.sha256(content).hexdigest()


def _read_record(folder: Path) -> dict[str, str]:
    try:
        return json.loads((folder / RECORD).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}  # nothing is known to have been laid, so every file that differs counts as the reader's


def _write(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: half a notebook would count as the reader's, and stay."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(file.name + ".part")
    half.write_bytes(content)
    half.replace(file)
