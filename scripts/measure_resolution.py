"""How the cost of resolution grows: the articles of a store once, twice, four and eight times.

    python scripts/measure_resolution.py STORE [NUMBER]

Takes NUMBER articles of a store that `kg build` made (default: 400). Each copy has other names: every letter
of names and texts is moved on in the alphabet, so that people of two copies are as unlike as any two. Prints
the processor time and the memory of resolving each number of articles, the exponents of growth, and what one
article more costs.
"""

from __future__ import annotations

import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from kg.graph import vocabulary as v
from kg.graph.identifiers import ARTICLE_PREFIX
from kg.store import open_store
from kg.store.merging import bring_up_to_date

TIMES = (1, 2, 4, 8)
NAMES = {v.NAME, v.ANCHOR_OF, v.IS_STRING}


def copied(quads: list[Quad], number: int) -> Iterator[Quad]:
    """The article's graph under another IRI, with other names."""
    shift = number * 3
    letters = str.maketrans(
        ascii_lowercase + ascii_uppercase,
        "".join(
            alphabet[(n + shift) % 26] for alphabet in (ascii_lowercase, ascii_uppercase) for n in range(26)
        ),
    )
    old = quads[0].graph_name.value  # type: ignore[union-attr]
    new = ARTICLE_PREFIX + sha256(f"{old} {number}".encode()).hexdigest()[:32]

    def moved(term: object) -> object:
        return NamedNode(term.value.replace(old, new)) if isinstance(term, NamedNode) else term

    for quad in quads:
        value = moved(quad.object)
        if quad.predicate in NAMES and isinstance(value, Literal):
            value = Literal(value.value.translate(letters))
        yield Quad(moved(quad.subject), quad.predicate, value, NamedNode(new))  # type: ignore[arg-type]


def measure(location: str, number: int, times: int) -> None:
    """Resolve so many copies in this process; prints articles, seconds, megabytes, seconds for one more."""
    with open_store(location, read_only=True) as given:
        chosen = random.Random(1).sample(given.article_graphs(), number + 1)
        *graphs, last = [list(given.quads(iri)) for iri in chosen]
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "s.kg", create=True) as store:
        for quads in graphs:
            copies = (quad for copy in range(times) for quad in copied(quads, copy))
            store.replace(serialize(copies, format=RdfFormat.N_QUADS) or b"")
        start = time.process_time()
        bring_up_to_date(store)
        seconds = time.process_time() - start
        store.replace(serialize(copied(last, 0), format=RdfFormat.N_QUADS) or b"")
        start = time.process_time()
        bring_up_to_date(store)
        one = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{number * times} {seconds:.2f} {memory:.0f} {one:.2f}\n")


def main(location: str, number: int) -> None:
    """Measure each number of copies in a process of its own."""
    found = []
    for times in TIMES:
        command = [sys.executable, __file__, location, str(number), str(times)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        found.append([float(value) for value in answer])
        sys.stdout.write("{} articles: {} s, {} MB; one more: {} s\n".format(*answer))
        sys.stdout.flush()
    for one, other in pairwise(found):
        steps = math.log(other[0] / one[0])
        time_exponent, memory_exponent = (math.log(other[n] / one[n]) / steps for n in (1, 2))
        told = f"time grows with exponent {time_exponent:.2f}, memory with {memory_exponent:.2f}"
        sys.stdout.write(f"from {one[0]:.0f} to {other[0]:.0f} articles: {told}\n")


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[2:]]
    if len(arguments) == 2:
        measure(sys.argv[1], *arguments)
    else:
        main(sys.argv[1], *(arguments or [400]))
