"""Which reports of meetings tell of one event."""

from kg.resolve.meetings.keys import keys_of
from kg.resolve.meetings.merging import Merger, merge
from kg.resolve.meetings.network import Find

__all__ = ["Find", "Merger", "keys_of", "merge"]
