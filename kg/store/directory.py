"""Whether a directory is a newsgraph store, before anything is written to it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from kg.errors import StoreError

# What RocksDB leaves in a directory, also where it was killed while it made the directory.
_ENGINE_FILE: Final = re.compile(
    r"CURRENT|IDENTITY|LOCK|LOG(\.old\.\d+)?|(MANIFEST|OPTIONS)-\d+|\d+\.(log|sst|dbtmp|blob)|OPTIONS-\d+\.dbtmp"
)


def check_directory(path: Path, *, create: bool) -> bool:
    """Whether ``path`` holds data of the store's engine already.

    Raises :class:`~kg.errors.StoreError` where there is no store and ``create`` is false, and where the
    directory (or file) is another program's.
    """
    try:
        names = {entry.name for entry in path.iterdir()}
    except FileNotFoundError:
        names = set()
    except NotADirectoryError as error:
        raise StoreError("is a file; a store is a directory", path=str(path)) from error
    except OSError as error:
        raise StoreError(f"cannot be read ({error.strerror})", path=str(path)) from error
    if foreign := sorted(name for name in names if not _ENGINE_FILE.fullmatch(name)):
        raise StoreError(
            f"is a directory of something else (it holds {foreign[0]!r}); choose another for the store",
            path=str(path),
        )
    if "CURRENT" not in names and not create:
        raise StoreError("there is no store here; make one with: kg build SOURCE --store DIR", path=str(path))
    return "CURRENT" in names
