"""Forums, questions with answers, and wikis."""
