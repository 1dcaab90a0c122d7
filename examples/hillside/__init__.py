"""Hillside Tools: an invented documentation community of forty people over two years."""
