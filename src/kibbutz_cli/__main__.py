"""``python -m kibbutz_cli`` is the ``kibbutz`` command."""

from kibbutz_cli.cli import main

if __name__ == "__main__":
    main()
