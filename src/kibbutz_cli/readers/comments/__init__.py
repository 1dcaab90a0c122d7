"""Comments below pages, kept by a service of their own."""
