"""The worker processes of this machine, as things to call."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, BinaryIO

from kg.engine import wire
from kg.engine.reading import Reading, Recipe
from kg.errors import ExtractionError
from kg.model import Article


class WorkerDied(Exception):
    """A worker process ended in the middle of its work; the message says how."""


class Worker:
    """One worker process. It starts at once and loads the model while the caller goes on.

    Not started by ``multiprocessing``: forking is unsafe beside the threads of the store, spawning runs the
    caller's main module again, and both send pickles.
    """

    def __init__(self, recipe: Recipe) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "kg.engine.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)},
            # Ctrl-C in a terminal goes to the whole group; the parent alone decides what becomes of its
            # workers.
            process_group=0,
        )
        self._ready = False
        self._send(wire.recipe_to_json(recipe))

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """Have these articles read.

        Raises :class:`WorkerDied`, and :class:`~kg.errors.ExtractionError` where the worker cannot begin (no
        model).
        """
        self._wait_until_ready()
        self._send(wire.articles_to_json(articles))
        return wire.readings_from_json(self._receive(), articles)

    def kill(self) -> None:
        """End the worker now; a :meth:`read` in another thread raises :class:`WorkerDied`."""
        self._process.kill()

    def close(self) -> None:
        """Free what the killed worker held. Not while another thread is in :meth:`read`."""
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            # What could not be sent to a worker that is gone does not matter any more.
            with suppress(BrokenPipeError):
                self._pipe(pipe).close()

    def _wait_until_ready(self) -> None:
        if self._ready:
            return
        try:
            problem = self._receive()["problem"]
        except WorkerDied as death:
            raise ExtractionError(f"a worker process cannot start: {death}") from death
        if problem is not None:
            raise ExtractionError(problem)
        self._ready = True

    def _send(self, message: Any) -> None:
        try:
            wire.send(self._pipe(self._process.stdin), message)
        except BrokenPipeError as error:
            raise self._death() from error

    def _receive(self) -> Any:
        try:
            return wire.receive(self._pipe(self._process.stdout))
        except EOFError as error:
            raise self._death() from error

    def _pipe(self, pipe: Any) -> BinaryIO:
        stream: BinaryIO = pipe
        return stream

    def _death(self) -> WorkerDied:
        code = self._process.wait()
        how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
        return WorkerDied(f"the process that read it {how}")
