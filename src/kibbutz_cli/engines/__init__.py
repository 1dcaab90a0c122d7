"""Where the SQL runs: the only rooms that know a driver."""
