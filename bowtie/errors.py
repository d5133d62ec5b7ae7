"""One base error. Its text is three sentences' worth: where, what is wrong, how to mend it."""

from __future__ import annotations

from bowtie.words import Text


class BowtieError(Exception):
    """Something that a person can mend.

    `problem` and `remedy` are translatable sentences; `file` is the name the user knows the file by, or "".
    """

    def __init__(self, problem: Text, remedy: Text, file: str = "") -> None:
        super().__init__(problem, remedy, file)
        self.problem = problem
        self.remedy = remedy
        self.file = file

    def __str__(self) -> str:
        where = f"{self.file}: " if self.file else ""
        return f"{where}{self.problem} {self.remedy}"

    def as_json(self) -> dict[str, str]:
        """The shape that INTERFACE promises: file, problem, remedy."""
        return {"file": self.file, "problem": str(self.problem), "remedy": str(self.remedy)}


class FileProblem(BowtieError):
    """A file that cannot be used: broken, hostile, encrypted, empty, too large."""


class MappingProblem(BowtieError):
    """A mapping that does not fit the sheets, or names a field or value that does not exist."""


class SettingProblem(BowtieError):
    """A setting outside the values that make sense."""
