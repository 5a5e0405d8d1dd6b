"""Which rules of resolution these are."""

from __future__ import annotations

from typing import Final

RULES: Final = "6"
"""Version of the rules and weights; raised when the same articles and decisions give other people, meetings
or facts, so that stores work them out anew.
"""
