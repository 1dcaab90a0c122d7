"""Short posts of social networks, and comments on videos."""
