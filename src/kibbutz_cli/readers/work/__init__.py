"""Work done together: mails, commits, issues, reviews."""
