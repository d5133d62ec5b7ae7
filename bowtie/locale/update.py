"""Bring the catalogues up to date: `python -m bowtie.locale.update`, after a sentence was added or changed.

Extracts every `say` and `say_n`, merges what is new into each language, and compiles. A sentence without a
translation is shown in English.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from bowtie.stages.frameworks import framework_names, labels
from bowtie.words import LANGUAGES, LOCALES

ROOT = Path(__file__).parents[2]
DOMAIN = "bowtie"
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {"say": None, "say_n": (1, 2)}
TEMPLATE = LOCALES / f"{DOMAIN}.pot"


def extracted(root: Path = ROOT) -> Catalog:
    """Every sentence of the sources, with the files that it stands in."""
    with (root / "babel.cfg").open(encoding="utf-8") as config:
        methods, options = parse_mapping_cfg(config)  # type: ignore[no-untyped-call]
    found = Catalog(project="Bowtie", charset="utf-8")
    for file, _line, message, comments, context in extract_from_dir(root, methods, options, keywords=KEYWORDS):
        if message:
            found.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    for label in (*labels(), *(name.message for name in framework_names().values())):
        found.add(label, locations=[("bowtie/data/frameworks.toml", 0)])
    return found


def written(catalogue: Catalog) -> bytes:
    """As a .po or .pot file: sorted, without line numbers and dates, so that it changes only when a sentence does."""
    out = io.BytesIO()
    write_po(out, catalogue, width=120, sort_output=True, omit_header=catalogue.locale is None, include_lineno=False)
    return out.getvalue()


def catalogue_of(language: str) -> Catalog:
    """The translations of a language as they stand."""
    path = folder(language) / f"{DOMAIN}.po"
    if not path.exists():
        return _blank(language)
    with path.open("rb") as file:
        kept = read_po(file, locale=language, domain=DOMAIN)
    fresh = _blank(language)
    for message in kept:
        if message.id:
            fresh[message.id] = message
    return fresh


def _blank(language: str) -> Catalog:
    """No names and no dates of the day: a catalogue changes only when a sentence does."""
    return Catalog(
        locale=language, project="Bowtie", version="1", charset="utf-8", fuzzy=False, header_comment="#",
        msgid_bugs_address="", last_translator="", language_team=language, creation_date=EPOCH, revision_date=EPOCH,
    )


def folder(language: str) -> Path:
    """Where gettext looks for a language."""
    return LOCALES / language / "LC_MESSAGES"


def update(root: Path = ROOT) -> dict[str, tuple[int, int]]:
    """Write the template and every catalogue; language -> how many sentences are translated, of how many."""
    template = extracted(root)
    TEMPLATE.write_bytes(written(template))
    return {language: _update(language, template) for language in LANGUAGES if language != "en"}


def _update(language: str, template: Catalog) -> tuple[int, int]:
    catalogue = catalogue_of(language)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    folder(language).mkdir(parents=True, exist_ok=True)
    (folder(language) / f"{DOMAIN}.po").write_bytes(written(catalogue))
    compiled = _compiled(language, catalogue)
    with (folder(language) / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, compiled)
    return len(compiled), len(catalogue)


def _compiled(language: str, catalogue: Catalog) -> Catalog:
    """Only what is translated: a compiler fills empty plural forms with the singular, and gettext knows better."""
    told = _blank(language)
    for message in catalogue:
        if message.id and _translated(message.string):
            told[message.id] = message
    return told


def _translated(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(string) if isinstance(string, str) else bool(string) and all(string or ())


if __name__ == "__main__":
    for code, (done, of) in update().items():
        print(f"{code}: {done} of {of} sentences")  # noqa: T201 - the command's answer
