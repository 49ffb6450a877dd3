"""The published assumption sets that come with the program."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def published_folder() -> Path:
    """Find the published sets: inside an installed package, or beside it in a checkout."""
    installed = PACKAGE / "assumptions"
    return installed if installed.is_dir() else PACKAGE.parent / "assumptions"


def published_ids() -> list[str]:
    """Give the ids of the published sets, sorted."""
    return sorted(path.stem for path in published_folder().glob("*.yaml"))


def is_path(reference: str) -> bool:
    """Tell whether a reference names a file rather than a published set.

    >>> is_path("som-2019"), is_path("./som-2019.yaml"), is_path("own/set")
    (False, True, True)
    """
    return "/" in reference or reference.endswith((".yaml", ".yml"))
