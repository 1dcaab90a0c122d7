"""Metrics of the Social element, one ``.sql`` file each."""
