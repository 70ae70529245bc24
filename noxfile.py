"""The tests that need no browser, on each Python that we name, with the newest and the lowest of its needs."""

import nox

PYTHONS = ("3.11", "3.12", "3.13", "3.14")


@nox.session(python=PYTHONS, venv_backend="uv", tags=["matrix"])
@nox.parametrize("versions", ["highest", "lowest-direct"])
def matrix(session: nox.Session, versions: str) -> None:
    """Install the newest that `pyproject.toml` allows, or the lowest with a wheel for this Python, and test."""
    listed = f"{session.create_tmp()}/versions.txt"
    told = ("--resolution", versions, "--only-binary", ":all:", "--no-annotate", "--extra", "test")
    session.run_install("uv", "pip", "compile", "-q", *told, "-o", listed, "pyproject.toml", external=True)
    session.install("-r", listed)
    session.install("--no-deps", "-e", ".")
    session.run("python", "-m", "pytest", "-q", "-m", "not browser and not registry", *session.posargs)
