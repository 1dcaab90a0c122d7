"""From bytes to activities: one module a source in its family, the contract, and the choice."""
