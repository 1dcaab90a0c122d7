"""From bytes to activities: one module a source, and the choice among them."""
