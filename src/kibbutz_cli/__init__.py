"""Earned status from exported activity, on the five elements of the kibbutz model."""

__version__ = "0.1.0"
