"""An evaluation as plain values, for programs: what ``kg evaluate --format json`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from kg.evaluation.breakdown import Row
from kg.evaluation.evaluation import Evaluation
from kg.evaluation.figures import Figure, Share
from kg.evaluation.reliability import Bin, calibration_error


def summary(evaluation: Evaluation, *, errors: bool = False) -> dict[str, Any]:
    """Everything that ``evaluation`` says, ready for JSON; with ``errors`` every single mistake, too."""
    values: dict[str, Any] = {
        "articles": len(evaluation.comparisons),
        "figures": {name: _figure(figure) for name, figure in evaluation.figures.items()},
        "shares": {name: _share(share) for name, share in evaluation.shares.items()},
        "told_as_happened": evaluation.told_as_happened,
        "by_type": _rows(evaluation.by_type),
        "by_status": _rows(evaluation.by_status),
        "mistakes": evaluation.mistake_counts,
        "reliability": {kind: _reliability(bins) for kind, bins in evaluation.reliability.items()},
    }
    if errors:
        values["errors"] = [asdict(mistake) for mistake in evaluation.mistakes]
    return values


def _figure(figure: Figure) -> dict[str, float]:
    return {
        "precision": _rounded(figure.precision),
        "recall": _rounded(figure.recall),
        "f1": _rounded(figure.f1),
        "right": figure.right,
        "wrong": figure.wrong,
        "missed": figure.missed,
    }


def _share(share: Share) -> dict[str, float]:
    return {"right": share.right, "all": share.all, "share": _rounded(share.value)}


def _rows(rows: Iterable[Row]) -> dict[str, Any]:
    return {
        row.name: {
            "precision": _rounded(row.figure.precision) if row.told else None,
            "recall": _rounded(row.figure.recall) if row.gold else None,
            "f1": _rounded(row.figure.f1) if row.told or row.gold else None,
            "annotated": row.gold,
            "found": row.found,
            "told": row.told,
            "confirmed": row.confirmed,
            "same": row.same,
        }
        for row in rows
    }


def _reliability(bins: tuple[Bin, ...]) -> dict[str, Any]:
    return {
        "mean_distance": _rounded(calibration_error(bins)),
        "bins": [
            {
                "from": b.lower,
                "to": b.upper,
                "facts": b.facts,
                "right": b.right,
                "confidence": None if b.confidence is None else _rounded(b.confidence),
                "share": None if b.share is None else _rounded(b.share),
            }
            for b in bins
        ],
    }


def _rounded(value: float) -> float:
    return round(value, 4)
