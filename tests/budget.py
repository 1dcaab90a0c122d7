"""How much Hypothesis makes up for a test: little for every change, twenty times as much to fuzz."""

from hypothesis import settings

USUAL = 50
"""Examples of a test that asks for no number."""


def examples(number: int) -> settings:
    """Return how often a test with slow examples is tried: so many times where another has the usual."""
    return settings(max_examples=number * settings().max_examples // USUAL)
