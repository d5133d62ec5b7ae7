"""`python -m bench intake`: figures side by side, measured in one run."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> int:
    """0 when every figure that was measured meets its aim, else 1."""
    parser = argparse.ArgumentParser(prog="bench", description="Figures of Bowtie beside those of its peers.")
    parser.add_argument("what", choices=["intake"])
    parser.add_argument("--runs", type=int, default=5, help="of each; the median counts")
    parser.add_argument("--small", action="store_true", help="a hundredth of the rows: to try the bench itself")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="the peers' environment; made there if it is missing")
    parser.add_argument("--no-peers", action="store_true", help="leave out what needs the peers' environment")
    chosen = parser.parse_args()
    from bench.intake import Plan, run

    rows = 10_000 if chosen.small else 1_000_000
    return run(Plan(rows, rows // 10, max(1, chosen.runs), None if chosen.no_peers else chosen.peers or Path()))


if __name__ == "__main__":
    sys.exit(main())
