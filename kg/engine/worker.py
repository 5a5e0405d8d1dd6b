"""A worker process: ``python -m kg.engine.worker`` reads articles that come on standard input until that
ends.

A thread waits on standard input all the time, so that a worker whose parent is killed ends at once and not
after its articles.
"""

from __future__ import annotations

import os
import sys
import threading
from queue import SimpleQueue
from typing import Any, BinaryIO

from kg.engine import wire
from kg.engine.reading import Reader
from kg.errors import NewsgraphError


def main() -> None:
    """Load the model, say so, and answer each message of articles with their readings."""
    answers = _own_stdout()
    messages: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, messages), daemon=True).start()
    try:
        reader = Reader(wire.recipe_from_json(messages.get()))
    except NewsgraphError as error:
        wire.send(answers, {"problem": str(error)})
        return
    wire.send(answers, {"problem": None})
    while True:
        readings = list(reader.read(wire.articles_from_json(messages.get())))
        wire.send(answers, wire.readings_to_json(readings))


def _own_stdout() -> BinaryIO:
    """The pipe to the parent; whatever a library prints goes to standard error from now on."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _listen(stream: BinaryIO, messages: SimpleQueue[Any]) -> None:
    while True:
        try:
            messages.put(wire.receive(stream))
        except EOFError:
            os._exit(0)


if __name__ == "__main__":
    main()
