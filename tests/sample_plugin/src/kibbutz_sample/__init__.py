"""A reader of guestbooks and a metric of welcomes."""
