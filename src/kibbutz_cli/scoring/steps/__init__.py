"""The shared vocabulary of the metrics, one table a file."""
