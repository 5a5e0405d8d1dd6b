"""A report as one line of JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

from kg.model import Report


def report_json(report: Report) -> str:
    """``report`` as one line of JSON with the field names of :mod:`kg.model`; dates in ISO 8601."""
    return json.dumps(asdict(report), ensure_ascii=False, default=_iso)


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {type(value).__name__}")
