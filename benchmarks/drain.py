"""Read an export to its end and keep nothing of it: ``python benchmarks/drain.py PATH``.

What this takes is the reader's own memory, without the engine that holds the activities.
"""

import sys

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.choose import Input, inputs

WITHOUT_END = Limits(bytes_in=10**13, bytes_out=10**13, ratio=10**6)

for found in inputs(sys.argv[1], WITHOUT_END, None):
    if isinstance(found, Input):
        for _ in found.reader.read(found.tree, found.budget):
            pass
        print(f"{found.reader.ABOUT.name}: {found.budget.records:,} records")
