"""Metrics of the Commitment element, one ``.sql`` file each."""
