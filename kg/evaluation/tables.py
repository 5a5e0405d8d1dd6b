"""An evaluation as tables of text, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.evaluation.breakdown import Row
from kg.evaluation.evaluation import Evaluation
from kg.evaluation.figures import Figure, Share
from kg.evaluation.reliability import Bin, calibration_error, pooled


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under named ``columns``."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(evaluation: Evaluation) -> Iterator[Table]:
    """The figures, what is right of what was found, the breakdowns, the mistakes and the reliability."""
    yield _figures(evaluation)
    yield _shares(evaluation)
    yield _breakdown("Meetings by type", "type", evaluation.by_type)
    yield _breakdown("Meetings by status", "status", evaluation.by_status)
    counts = evaluation.mistake_counts
    yield Table("Mistakes", ("mistake", "count"), tuple((kind, str(n)) for kind, n in counts.items()))
    yield _reliability(evaluation)


def mistake_table(evaluation: Evaluation) -> Table:
    """Every single mistake with its words."""
    columns = ("mistake", "article", "meeting", "expected", "told", "words")
    rows = ((m.kind, m.article, m.meeting, m.expected, m.told, m.words) for m in evaluation.mistakes)
    return Table("All mistakes", columns, tuple(rows))


def _figures(evaluation: Evaluation) -> Table:
    columns = ("facts", "precision", "recall", "F1", "right", "wrong", "missed")
    rows = (
        (name, *_quality(figure), str(figure.right), str(figure.wrong), str(figure.missed))
        for name, figure in evaluation.figures.items()
    )
    number = len(evaluation.comparisons)
    return Table(f"Figures over {number} article{'s' * (number != 1)}", columns, tuple(rows))


def _quality(figure: Figure) -> tuple[str, str, str]:
    return f"{figure.precision:.3f}", f"{figure.recall:.3f}", f"{figure.f1:.3f}"


def _shares(evaluation: Evaluation) -> Table:
    labels = {
        "status": "status right, of matched meetings",
        "type": "type right, of matched meetings",
        "part": "part played right, of matched participants",
        "former": "former or present right, of matched roles",
    }
    rows = [(labels[name], *_share(share)) for name, share in evaluation.shares.items()]
    rows.append(("told as having happened that did not", str(evaluation.told_as_happened), "", ""))
    return Table("Of what was found", ("what", "count", "of", "share"), tuple(rows))


def _share(share: Share) -> tuple[str, str, str]:
    return str(share.right), str(share.all), f"{share.value:.3f}" if share.all else ""


def _breakdown(title: str, kind: str, rows: Sequence[Row]) -> Table:
    columns = (kind, "precision", "recall", "F1", "annotated", "found", "told", "confirmed", f"same {kind}")
    cells = (
        (row.name, *_known_quality(row), *map(str, (row.gold, row.found, row.told, row.confirmed, row.same)))
        for row in rows
    )
    return Table(title, columns, tuple(cells))


def _known_quality(row: Row) -> tuple[str, str, str]:
    """Precision, recall and F1, empty where there was nothing to tell it from."""
    precision, recall, f1 = _quality(row.figure)
    return precision if row.told else "", recall if row.gold else "", f1 if row.told or row.gold else ""


def _reliability(evaluation: Evaluation) -> Table:
    columns = ("facts", "confidence", "count", "right", "mean confidence", "share right", "distance")
    rows = (row for kind, bins in evaluation.reliability.items() for row in _bins(kind, bins))
    return Table("Reliability: of facts given this confidence, how many are right", columns, tuple(rows))


def _bins(kind: str, bins: Sequence[Bin]) -> Iterator[tuple[str, ...]]:
    for b in bins:
        if b.facts:
            yield kind, f"{b.lower:.1f}–{b.upper:.1f}", *_cells(b, calibration_error([b]))
    if whole := pooled(bins):
        yield kind, "all", *_cells(whole, calibration_error(bins))


def _cells(b: Bin, distance: float) -> tuple[str, ...]:
    return (
        str(b.facts),
        str(b.right),
        f"{b.confidence or 0.0:.3f}",
        f"{b.share or 0.0:.3f}",
        f"{distance:.3f}",
    )
