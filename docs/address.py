"""Give the project its public address, once there is one: `python docs/address.py https://github.com/somebody/hiplog`.

Nobody has given it one yet, and one that is made up would be false. This writes it wherever it belongs: into the
README, `pyproject.toml` (so that a package index finds the README's links and pictures too) and `CITATION.cff`.
"""

import re
import sys
from pathlib import Path

NONE_YET = "ADDRESS_OF_THIS_REPOSITORY"
LEFT_OUT = re.compile(r"# A package index has none.*?(?=\n\[tool\.hatch\.build\]\n)", re.DOTALL)
LED_THERE = r"""# A package index has none of the repository's files: they are shown, and led to, where they are.
[[tool.hatch.metadata.hooks.fancy-pypi-readme.substitutions]]
pattern = '(?<=[("])(?=docs/pictures/)'
replacement = '{address}/raw/HEAD/'

[[tool.hatch.metadata.hooks.fancy-pypi-readme.substitutions]]
pattern = '(?<=\]\()(?!https?:|#)'
replacement = '{address}/blob/HEAD/'
"""
URLS = """[project.urls]
Repository = "{address}"
Issues = "{address}/issues"
Changelog = "{address}/blob/HEAD/CHANGELOG.md"

"""


def give(root: Path, address: str) -> None:
    """Write the address into the files of the repository at `root`."""
    readme = (root / "README.md").read_text("utf-8")
    if NONE_YET not in readme:
        sys.exit(f"README.md has its address already, expected {NONE_YET}")
    (root / "README.md").write_text(readme.replace(NONE_YET, address), "utf-8")
    project = (root / "pyproject.toml").read_text("utf-8")
    project = LEFT_OUT.sub(lambda _: LED_THERE.format(address=address), project)
    project = project.replace("[project.scripts]\n", URLS.format(address=address) + "[project.scripts]\n")
    (root / "pyproject.toml").write_text(project, "utf-8")
    with (root / "CITATION.cff").open("a", encoding="utf-8") as citation:
        citation.write(f"repository-code: {address}\n")


if __name__ == "__main__":
    give(Path(__file__).parents[1], sys.argv[1].rstrip("/"))
