"""Times told in an article: calendar dates, weekdays and relative words, each at its own precision."""

from kg.extract.times.finder import find_times, future_reading
from kg.extract.times.tense import tense_of

__all__ = ["find_times", "future_reading", "tense_of"]
