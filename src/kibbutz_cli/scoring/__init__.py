"""What counts: SQL files and the small Python that runs them in order."""
