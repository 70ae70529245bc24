"""Give the project its public address, once there is one: `python docs/address.py https://github.com/somebody/hiplog`.

Nobody has given it one yet, and one that is made up would be false. This writes it wherever it belongs: into the
README, whose links and pictures are then found from a package index too, into `pyproject.toml` and `CITATION.cff`.
"""

import re
import sys
from pathlib import Path

NONE_YET = "ADDRESS_OF_THIS_REPOSITORY"
PICTURE = re.compile(r'(?<=[("])(?=docs/pictures/)')
LINK = re.compile(r"(?<=\]\()(?!https?:|#)")


def give(root: Path, address: str) -> None:
    """Write the address into the files of the repository at `root`."""
    readme = (root / "README.md").read_text("utf-8")
    if NONE_YET not in readme:
        sys.exit(f"README.md has its address already, expected {NONE_YET}")
    readme = PICTURE.sub(f"{address}/raw/HEAD/", readme)
    readme = LINK.sub(f"{address}/blob/HEAD/", readme).replace(NONE_YET, address)
    (root / "README.md").write_text(readme, "utf-8")
    project = root / "pyproject.toml"
    urls = f'[project.urls]\nRepository = "{address}"\nIssues = "{address}/issues"\n'
    urls += f'Changelog = "{address}/blob/HEAD/CHANGELOG.md"\n\n'
    text = project.read_text("utf-8").replace("[project.scripts]\n", f"{urls}[project.scripts]\n")
    project.write_text(text, "utf-8")
    with (root / "CITATION.cff").open("a", encoding="utf-8") as citation:
        citation.write(f"repository-code: {address}\n")


if __name__ == "__main__":
    give(Path(__file__).parents[1], sys.argv[1].rstrip("/"))
