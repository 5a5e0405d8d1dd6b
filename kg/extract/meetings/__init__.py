"""Meetings: triggers, who takes part, status, time and place, and which mentions tell of one event."""
