"""Metrics of the Economic element, one ``.sql`` file each."""
