"""What a query process does when the files that it reads are taken away."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kg.graph import MERGED_GRAPH
from kg.serve.jobs import Reader
from kg.serve.problems import Problem
from kg.store import open_store, updates
from kg.store.merging import bring_up_to_date

GONE = "No such file or directory: While open a file for random read"


class Bereft(Reader):
    """A reader whose first snapshot loses a file, before or after part of the answer is out."""

    lost = False
    after = False

    def _counts(self, request: Mapping[str, Any]) -> None:
        if self.lost:
            super()._counts(request)
            return
        self.lost = True
        outlet = self._outlet("application/json")
        outlet.write(b" " * (100_000 if self.after else 1))
        raise OSError(GONE)


def test_an_answer_comes_from_a_new_snapshot_when_files_of_the_old_are_gone(store: Path) -> None:
    usual, answers = io.BytesIO(), io.BytesIO()
    Reader(str(store), usual, max_rows=10).answer({"kind": "counts"})
    Bereft(str(store), answers, max_rows=10).answer({"kind": "counts"})
    assert answers.getvalue() == usual.getvalue()


def test_half_an_answer_is_not_begun_anew(store: Path) -> None:
    reader = Bereft(str(store), io.BytesIO(), max_rows=10)
    reader.after = True
    with pytest.raises(OSError, match=GONE):
        reader.answer({"kind": "counts"})


def people(reader: Reader, answers: io.BytesIO, *, reopen: bool) -> bytes:
    """The answer to how many people the merged graph has."""
    text = "SELECT (COUNT(?p) AS ?n) { GRAPH ?g { ?p a <https://schema.org/Person> } }"
    answers.truncate(answers.seek(0))
    reader.answer({"kind": "query", "text": text, "accept": "text/csv", "reopen": reopen})
    return answers.getvalue()


def test_while_people_are_worked_out_anew_answers_come_from_before(own_store: Path) -> None:
    answers = io.BytesIO()
    reader = Reader(str(own_store), answers, max_rows=10)
    before = people(reader, answers, reopen=False)
    with open_store(own_store) as store:
        store.mark_rules(updates.UNDER_WAY)
        store.clear(MERGED_GRAPH)
    assert people(reader, answers, reopen=True) == before
    begun_since = Reader(str(own_store), answers, max_rows=10)
    with pytest.raises(Problem, match="worked out anew"):
        people(begun_since, answers, reopen=False)
    with open_store(own_store) as store:
        bring_up_to_date(store)
    assert people(begun_since, answers, reopen=False) == people(reader, answers, reopen=True) == before
