"""Files -> raw sheets. Nothing is typed or guessed at beyond what a sheet is; that is for `recognise` and `build`."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO, Union

from bowtie.errors import FileProblem
from bowtie.intake import problems, worker
from bowtie.intake.guard import TEXT_ENDINGS, Limits, check_size
from bowtie.intake.options import ALL, Options
from bowtie.intake.sheets import RawSheet, Sheets
from bowtie.intake.wire import unpack_problem, unpack_sheet

Source = Union[str, "PathLike[str]", bytes, BinaryIO]


@dataclass(frozen=True)
class Given:
    """One file as it was handed in: a path, or bytes under a name."""

    name: str
    path: Path | None = None
    data: Any = None

    @property
    def size(self) -> int:
        """In bytes; OSError when there is no such file."""
        if self.path is None:
            return memoryview(self.data).nbytes
        with self.path.open("rb"):   # a folder, or a file that may not be read, is found out here
            return self.path.stat().st_size


def read(
    paths_or_buffers: Source | Iterable[Source] | Mapping[str, Source], *,
    encoding: str | Mapping[str, str] | None = None,
    delimiter: str | Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Sheets:
    """The sheets of one or more files, in the order given; files that cannot be used are in `.problems`.

    Takes paths, open binary files or uploads (`.name` is their name), bytes, or a mapping of names to these.
    `encoding` and `delimiter` override what is found, for all files or by file name. Never raises for what a file
    holds; TypeError for something that is no file.
    """
    worker.warm()
    given = _distinct([_given(source, name) for name, source in _named(paths_or_buffers)])
    found: list[RawSheet] = []
    refusals: list[FileProblem] = []
    prints = []
    options = Options(_choices(encoding), _choices(delimiter), limits or Limits())
    for one in given:
        sheets, refused, fingerprint = _read_one(one, options)
        found += _apart(sheets, found, one.name)
        refusals += refused
        prints.append(fingerprint)
    return Sheets(tuple(found), tuple(refusals), _join(prints), tuple(one.name for one in given))


def _choices(chosen: str | Mapping[str, str] | None) -> Mapping[str, str]:
    return chosen if isinstance(chosen, Mapping) else {ALL: chosen or ""}


def _apart(sheets: list[RawSheet], before: list[RawSheet], name: str) -> list[RawSheet]:
    """A file inside an archive may be called like one beside it: then the archive's name stands before it."""
    taken = {sheet.file for sheet in before}
    return [replace(sheet, file=f"{name}/{sheet.file}") if sheet.file in taken else sheet for sheet in sheets]


def _named(sources: Any) -> list[tuple[str, Any]]:
    if isinstance(sources, Mapping):
        return list(sources.items())
    if isinstance(sources, (str, PathLike, bytes, bytearray, memoryview)) or hasattr(sources, "read"):
        sources = [sources]
    return [("", source) for source in sources]


def _given(source: Any, name: str) -> Given:
    if isinstance(source, (str, PathLike)):
        path = Path(source)
        return Given(name or path.name, path=path)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return Given(name or "file", data=source)
    if hasattr(source, "read"):
        own = Path(str(getattr(source, "name", "") or "file")).name
        return Given(name or own, data=source.getbuffer() if hasattr(source, "getbuffer") else source.read())
    raise TypeError(f"read() takes paths, binary files or bytes, not {type(source).__name__}")


def _distinct(given: list[Given]) -> list[Given]:
    """Two files of one name get a number, since a sheet is known by its file."""
    seen: dict[str, int] = {}
    named = []
    for one in given:
        seen[one.name] = count = seen.get(one.name, 0) + 1
        stem, dot, ending = one.name.rpartition(".")
        again = f"{stem} ({count}){dot}{ending}" if dot else f"{one.name} ({count})"
        named.append(one if count == 1 else replace(one, name=again))
    return named


def _read_one(given: Given, options: Options) -> tuple[list[RawSheet], list[FileProblem], str]:
    try:
        check_size(given.name, given.size, options.limits, given.name.lower().endswith(TEXT_ENDINGS))
    except FileProblem as problem:
        return [], [problem], f"{given.name}:refused"
    except OSError:
        return [], [problems.missing(given.name)], f"{given.name}:missing"
    try:
        with tempfile.TemporaryDirectory(prefix="bowtie-", ignore_cleanup_errors=True) as folder:
            path = given.path or _spool(given.data, Path(folder))
            return _read_path(given.name, path, folder, options)
    except OSError as error:
        return [], [problems.no_room(given.name, error.strerror or "")], f"{given.name}:unread"


def _read_path(
    name: str, path: Path, folder: str, options: Options
) -> tuple[list[RawSheet], list[FileProblem], str]:
    with ThreadPoolExecutor(1) as aside:
        fingerprint = aside.submit(_fingerprint, name, path, options)
        sheets, refused = _ask(name, path, folder, options)
        return sheets, refused, fingerprint.result()


def _spool(data: Any, folder: Path) -> Path:
    path = folder / "upload"
    path.write_bytes(data)
    return path


def _ask(name: str, path: Path, folder: str, options: Options) -> tuple[list[RawSheet], list[FileProblem]]:
    request = {"path": str(path.resolve()), "name": name, "folder": folder, "options": options.as_json()}
    try:
        answer = worker.pool().ask(request, options.limits.seconds)
    except worker.WorkerDied as death:
        return [], [problems.too_slow(name, options.limits) if death.timed_out else problems.died(name)]
    return [unpack_sheet(told) for told in answer["sheets"]], [unpack_problem(told) for told in answer["problems"]]


def _fingerprint(name: str, path: Path, options: Options) -> str:
    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    return json.dumps([name, content, dict(options.encodings), dict(options.delimiters)])


def _join(prints: list[str]) -> str:
    return hashlib.sha256("\n".join(prints).encode()).hexdigest()
