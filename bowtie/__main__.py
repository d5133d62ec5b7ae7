"""The command line: proof that the model needs no screen. `python -m bowtie --help`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from bowtie.errors import BowtieError, FileProblem
from bowtie.intake.light import keep_pandas_out
from bowtie.words import Text, say

if TYPE_CHECKING:
    from bowtie.intake.mapping import Mapping
    from bowtie.intake.sheets import Sheets
    from bowtie.settings import Settings

WORKED, REFUSED = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it worked, 2 with one plain sentence when a file cannot be used. Never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    chosen = _parser().parse_args(arguments)
    try:
        return _COMMANDS[chosen.command](chosen)
    except BowtieError as problem:
        return _refuse(problem, chosen)
    except BrokenPipeError:   # whoever read our output has seen enough
        sys.stdout = None
        return WORKED
    except OSError as problem:
        return _refuse(FileProblem(
            say("It cannot be opened or written: {why}.", why=problem.strerror or type(problem).__name__),
            say("Check the name, and that you may use it."), str(problem.filename or "")), chosen)
    except KeyboardInterrupt:
        return 130
    except Exception as problem:  # noqa: BLE001 - the last line of defence: a person gets a sentence, not a traceback
        return _refuse(BowtieError(
            say("Something went wrong that should not have ({kind}).", kind=type(problem).__name__),
            say("Please report it, with the kind of file that you used.")), chosen)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bowtie", description=str(say(
        "From customer spreadsheets to one picture of the customer lifecycle.")))
    commands = parser.add_subparsers(dest="command", required=True)
    inspect = commands.add_parser("inspect", help=str(say("what each sheet and column is; writes nothing")))
    analyse = commands.add_parser("analyse", help=str(say("the figures, from files")))
    for command in (inspect, analyse):
        command.add_argument("files", nargs="+", metavar="FILE")
        command.add_argument("--json", action="store_true", help=str(say("plain data on standard output")))
    analyse.add_argument("--mapping", metavar="FILE", type=Path, help=str(say("a saved mapping.toml")))
    analyse.add_argument("--as-of", metavar="YYYY-MM-DD", help=str(say("the date that everything is computed as of")))
    analyse.add_argument("--out", metavar="DIR", type=Path, help=str(say("a folder for results, mapping and lists")))
    sample = commands.add_parser("sample", help=str(say("the sample company's files and the blank templates")))
    sample.add_argument("folder", metavar="DIR", type=Path)
    return parser


def _inspect(chosen: argparse.Namespace) -> int:
    import bowtie

    sheets = _read(chosen.files)
    mapping = bowtie.recognise(sheets)
    if chosen.json:
        from bowtie.intake.inspect import as_json

        return _print_json({**as_json(mapping, sheets), **_errors(sheets)})
    from bowtie.spoken import inspected

    return _print_lines(inspected(sheets, mapping), sheets)


def _analyse(chosen: argparse.Namespace) -> int:
    import bowtie

    settings = _settings(chosen.as_of)
    sheets = _read(chosen.files)
    mapping = _mapping(chosen.mapping, sheets)
    analysis = bowtie.analyse(bowtie.build(sheets, mapping), settings)
    if chosen.out:
        from bowtie.outputs import write_all

        write_all(analysis, mapping, chosen.out)
    if chosen.json:
        return _print_json({**analysis.results(), **_errors(sheets)})
    from bowtie.spoken import analysed

    return _print_lines(analysed(analysis, chosen.out), sheets)


def _sample(chosen: argparse.Namespace) -> int:
    from bowtie.sample import write_sample

    for path in write_sample(chosen.folder):
        print(path)
    return WORKED


_COMMANDS = {"inspect": _inspect, "analyse": _analyse, "sample": _sample}


def _read(files: Sequence[str]) -> Sheets:
    """The sheets of those files that can be used; raises the first problem when none can."""
    import bowtie
    from bowtie.intake.guard import Limits
    from bowtie.intake.worker import warm

    warm()   # the reading process starts while this one still loads its own modules
    sheets = bowtie.read(files, limits=Limits.command_line())
    if not len(sheets):
        raise sheets.problems[0] if sheets.problems else FileProblem(
            say("There is no sheet with rows."), say("Give a file that holds a table."), files[0])
    return sheets


def _mapping(path: Path | None, sheets: Sheets) -> Mapping:
    import bowtie

    if path is None:
        return bowtie.recognise(sheets)
    from bowtie.intake.mapping import Mapping
    from bowtie.intake.memory import apply_mapping

    try:
        return apply_mapping(Mapping.from_toml(path.read_text(encoding="utf-8")), sheets)
    except UnicodeDecodeError:
        raise FileProblem(say("It is not a saved mapping."), say("Give a mapping.toml that Bowtie wrote."), path.name) \
            from None


def _settings(as_of: str | None) -> Settings:
    import pandas as pd

    from bowtie.errors import SettingProblem
    from bowtie.settings import Settings

    if not as_of:
        return Settings()
    try:
        return Settings(as_of=pd.to_datetime(as_of, format="%Y-%m-%d"))
    except ValueError:
        raise SettingProblem(
            say("“{date}” is no date.", date=as_of), say("Write it as year, month and day: 2025-09-30."),
        ) from None


def _errors(sheets: Sheets) -> dict[str, Any]:
    return {"errors": [problem.as_json() for problem in sheets.problems]} if sheets.problems else {}


def _print_json(answer: Any) -> int:
    print(json.dumps(answer, ensure_ascii=False, allow_nan=False, default=str))
    return WORKED


def _print_lines(lines: Sequence[Text | str], sheets: Sheets) -> int:
    for line in lines:
        print(line)
    for problem in sheets.problems:
        print(problem, file=sys.stderr)
    return WORKED


def _refuse(problem: BowtieError, chosen: argparse.Namespace, out: TextIO | None = None) -> int:
    if getattr(chosen, "json", False):
        print(json.dumps({"error": problem.as_json()}, ensure_ascii=False), file=out or sys.stdout)
    print(" ".join(str(problem).split()), file=sys.stderr)
    return REFUSED


if __name__ == "__main__":
    if sys.argv[1:2] == ["inspect"]:
        keep_pandas_out()
    sys.exit(main())
