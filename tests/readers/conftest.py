"""Its place makes the helpers beside it importable from the folders of the families."""
