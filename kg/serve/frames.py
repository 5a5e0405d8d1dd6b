"""How the server and its query processes speak: a request is one line of JSON, an answer several frames.

A frame is a letter, a length and that many bytes: ``H`` the head (JSON: media type), then ``D`` data, then
``E`` the end (JSON: rows); or at any place ``F`` a failure (JSON: status, title, detail).
"""

from __future__ import annotations

import asyncio
import json
import struct
from typing import Any, BinaryIO, Final

HEAD: Final = b"H"
DATA: Final = b"D"
END: Final = b"E"
FAILURE: Final = b"F"

_HEADER: Final = struct.Struct(">cI")


def write_frame(stream: BinaryIO, kind: bytes, payload: bytes) -> None:
    """Write one frame and flush it."""
    stream.write(_HEADER.pack(kind, len(payload)))
    stream.write(payload)
    stream.flush()


def write_json(stream: BinaryIO, kind: bytes, **values: Any) -> None:
    """Write a frame whose payload is a JSON object."""
    write_frame(stream, kind, json.dumps(values).encode())


async def read_frame(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """The kind and the payload of the next frame.

    Raises :class:`asyncio.IncompleteReadError` where the process ended.
    """
    kind, length = _HEADER.unpack(await reader.readexactly(_HEADER.size))
    return kind, await reader.readexactly(length)
