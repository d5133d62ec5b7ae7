"""What is said when a file cannot be used: what is wrong, and what to do."""

from __future__ import annotations

from bowtie.errors import FileProblem
from bowtie.intake.guard import Limits
from bowtie.words import Text, say


def _sheet(file: str, name: str) -> str:
    return f"{file} [{name}]" if name else file


def too_many_columns(file: str, sheet: str, columns: int, limits: Limits) -> FileProblem:
    """More columns than a sheet may have."""
    return FileProblem(
        say("The table has {n:int} columns, and at most {most:int} can be read.", n=columns, most=limits.columns),
        say("Keep the columns that matter, and delete empty ones to the right of the table."), _sheet(file, sheet),
    )


def too_many_rows(file: str, sheet: str, rows: int, most: int) -> FileProblem:
    """More rows than a sheet may have."""
    return FileProblem(
        say("The table has {n:int} rows, and at most {most:int} can be read.", n=rows, most=most),
        say("Split it by year, or export fewer rows, and upload the parts."), _sheet(file, sheet),
    )


def no_rows(file: str, sheet: str = "") -> FileProblem:
    """A header and nothing below it."""
    return FileProblem(
        say("The file has a header but no rows below it."),
        say("Export it again with its data, or leave it out."), _sheet(file, sheet),
    )


def empty_text(file: str) -> FileProblem:
    """Nothing but blanks."""
    return FileProblem(
        say("The file holds nothing but blanks and line breaks."),
        say("Export it again, and check that it opens with data in it."), file,
    )


def empty_workbook(file: str) -> FileProblem:
    """All sheets are empty."""
    return FileProblem(
        say("The workbook holds no data: all its sheets are empty."),
        say("Check that it was saved with its data, and upload it again."), file,
    )


def unreadable(file: str, cause: str) -> FileProblem:
    """A parser gave up; `cause` is the kind of error, for a report of the fault."""
    return FileProblem(
        say("The file is damaged or not what its name says ({cause}).", cause=cause),
        say("Open it in a spreadsheet program, save it as a new .xlsx or .csv, and upload that."), file,
    )


def too_much_memory(file: str) -> FileProblem:
    """Said when the file needs more memory than a file may."""
    return FileProblem(
        say("Reading this file took more memory than is allowed."),
        say("Delete unused rows and columns far from the table, or save the table alone as CSV, and upload that."),
        file,
    )


def too_slow(file: str, limits: Limits) -> FileProblem:
    """Stopped when the time was up."""
    return FileProblem(
        say("Reading this file took longer than {seconds:num} seconds, so it was stopped.", seconds=limits.seconds),
        say("Save the table alone, without formatting and unused rows, as a new .xlsx or .csv, and upload that."), file,
    )


def died(file: str) -> FileProblem:
    """The reading process ended without a word."""
    return FileProblem(
        say("Reading this file broke off: it unpacks to more than is allowed, or is damaged."),
        say("Delete unused rows and columns far from the table, or save the table alone as CSV, and upload that."),
        file,
    )


def missing(file: str) -> FileProblem:
    """No such file."""
    return FileProblem(say("There is no such file, or it cannot be opened."), say("Check its name and folder."), file)


def no_room(file: str, cause: str) -> FileProblem:
    """The system would not let us read or write."""
    return FileProblem(
        say("The system did not let this file be read ({cause}).", cause=cause),
        say("Check that there is free space for temporary files, and try again."), file,
    )


def only_errors(file: str, cells: int) -> FileProblem:
    """All that a workbook holds is #N/A and the like."""
    return FileProblem(
        say("The workbook holds nothing but cells with errors such as #N/A ({n:int} of them).", n=cells),
        say("Mend its formulas, save it, and upload it again."), file,
    )


def refused(file: str, problem: Text, remedy: Text) -> FileProblem:
    """Any other."""
    return FileProblem(problem, remedy, file)
