"""The least a program with two commands can be with Typer: what ``kibbutz --help`` is measured against."""

import typer

app = typer.Typer()


@app.command()
def score(path: str) -> None:
    """Score an export."""
    print(path)


@app.command()
def inspect(path: str) -> None:
    """Look at an export."""
    print(path)


if __name__ == "__main__":
    app()
