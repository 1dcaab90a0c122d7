"""Metrics of the Cultural element, one ``.sql`` file each."""
