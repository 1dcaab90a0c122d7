"""Whether the program can work here: asked when something is missing, it needs as little as can be."""

import importlib.metadata
import sys
import tempfile

from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.views import Check, Plugin

LIBRARIES = (
    "typer",
    "rich",
    "pydantic",
    "tomli-w",
    "duckdb",
    "feedparser",
    "libipld",
    "platformdirs",
    *(() if sys.version_info >= (3, 14) else ("backports.zstd",)),
)
"""What is installed with kibbutz; from 3.14 on Python itself unpacks zstd."""

AGAIN = "install kibbutz-cli again"


def doctor() -> list[Check]:
    """Return what was looked at to see whether the program can work here."""
    python = Check(name="python", sound=sys.version_info >= (3, 11), found=sys.version.split()[0])
    checks = [python, *map(_library, LIBRARIES)]
    for name, look in (("engine", _engine), ("plug-ins", _packages)):
        try:
            checks.append(look())
        except ModuleNotFoundError as exc:
            checks.append(Check(name=name, sound=False, found=f"cannot be looked at: {exc}", hint=AGAIN))
    return checks


def _library(name: str) -> Check:
    try:
        return Check(name=name, sound=True, found=importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return Check(name=name, sound=False, found="missing", hint=AGAIN)


def _engine() -> Check:
    from kibbutz_cli.engines.duckdb import DuckDB

    try:
        with DuckDB() as engine:
            ((answer,),) = engine.rows("select 6 * 7")
    except KibbutzError as exc:
        return Check(
            name="engine",
            sound=False,
            found=exc.message,
            hint=exc.hint or f"is {tempfile.gettempdir()} full?",
        )
    return Check(name="engine", sound=answer == 42, found="answers, locked down")


def _packages() -> Check:
    from kibbutz_cli.app.about import plugins  # it needs all that readers need

    found = plugins()
    broken = [plugin for plugin in found if plugin.fault]
    return Check(
        name="plug-ins",
        sound=not broken,
        found="; ".join(map(_told, broken)) or f"{len(found)} sound",
        hint="uninstall or upgrade what is broken" if broken else "",
    )


def _told(broken: Plugin) -> str:
    """Return a fault with whose it is: most begin with that."""
    whose = f"{broken.name} ({broken.package}): "
    return broken.fault if whose in broken.fault else f"{broken.group} {whose}{broken.fault}"
