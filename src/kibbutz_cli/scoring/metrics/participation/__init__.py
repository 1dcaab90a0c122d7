"""Metrics of the Participation element, one ``.sql`` file each."""
