"""Metrics: one ``.sql`` file each."""
