"""What turns bytes into values: JSON, XML, markup, times, and whose the words are."""
