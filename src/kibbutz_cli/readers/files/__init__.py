"""Files, folders, zips and tars as one tree of named streams of bytes."""
