"""A process that answers one request after the other from a snapshot of the store, and can be killed.

``python -m kg.serve.worker LOCATION MEGABYTES MAX_ROWS read|update [URL…]`` reads requests from its standard
input and writes frames (:mod:`kg.serve.frames`) to its standard output. Queries may call the URLs.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any, BinaryIO

from kg.errors import NewsgraphError
from kg.serve.frames import END, FAILURE, write_json
from kg.serve.problems import Problem
from kg.serve.sandbox import confine


def main() -> None:
    """Run until the standard input ends."""
    location, megabytes, max_rows, mode, *fetchable = sys.argv[1:]
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the frames
    confined = confine(int(megabytes), sockets=bool(fetchable))
    from kg.serve.jobs import Reader

    try:
        reader = Reader(
            location, answers, max_rows=int(max_rows), writable=mode == "update", fetchable=fetchable
        )
    except NewsgraphError as error:
        write_json(answers, FAILURE, status=503, detail=str(error))
        return
    write_json(answers, END, confined=confined)
    for line in sys.stdin.buffer:
        _answer(reader, json.loads(line), answers)


def _answer(reader: Any, request: dict[str, Any], answers: BinaryIO) -> None:
    try:
        reader.answer(request)
    except Problem as problem:
        write_json(answers, FAILURE, status=problem.status, detail=problem.detail)
    except NewsgraphError as error:
        write_json(answers, FAILURE, status=400, detail=str(error))
    except SyntaxError as error:
        write_json(
            answers, FAILURE, status=400, detail=f"the query is not SPARQL 1.1: {str(error.msg)[:400]}"
        )
    except (RuntimeError, ValueError) as error:
        write_json(answers, FAILURE, status=400, detail=f"the query cannot be answered: {str(error)[:400]}")
    except MemoryError:
        write_json(answers, FAILURE, status=500, detail="the answer needs more memory than a query may take")
    except OSError:
        if reader.fetchable:
            detail = "an address that the query calls does not answer as it should"
            write_json(answers, FAILURE, status=502, detail=detail)
            return
        # The files of a snapshot may go while a build goes on; the next request opens a new one.
        reader.reopen()
        write_json(answers, FAILURE, status=503, detail="the store changed while it was read; ask again")


if __name__ == "__main__":
    main()
