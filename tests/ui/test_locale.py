"""The catalogues hold what the sources say, and a translation takes the parameters that its sentence gives."""

import ast
import re
import string
import subprocess
import sys

import pytest

from bowtie.locale import update
from bowtie.words import LANGUAGES, say, say_n, speaking

OTHERS = [language for language in LANGUAGES if language != "en"]


def _fields(text):
    return {(name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name}


def _messages(language):
    return [message for message in update.catalogue_of(language) if message.id]


def test_the_template_is_up_to_date():
    assert update.TEMPLATE.read_bytes() == update.written(update.extracted()), "python -m bowtie.locale.update"


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_holds_every_sentence(language):
    wanted = {message.id for message in update.extracted() if message.id}
    assert {message.id for message in _messages(language)} == wanted, "python -m bowtie.locale.update"


@pytest.mark.parametrize("language", OTHERS)
def test_translations_take_the_same_parameters(language):
    wrong = []
    for message in _messages(language):
        originals = message.id if isinstance(message.id, tuple) else (message.id,)
        theirs = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = set().union(*map(_fields, originals))
        wrong += [text for text in theirs if text and not _fields(text) <= wanted]
        wrong += [text for text in theirs if text and not isinstance(message.id, tuple) and _fields(text) != wanted]
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_compiled_catalogue_is_the_written_one(language):
    """A sentence of each kind comes out translated as the .po says."""
    for message in _messages(language):
        if message.string and isinstance(message.string, str) and not _fields(message.string):
            with speaking(language):
                assert str(say(message.id)) == message.string


@pytest.mark.parametrize("language", OTHERS)
def test_the_menu_is_translated(language):
    with speaking(language):
        words = [str(say(word)) for word in ("Start", "Your files", "People", "Definitions", "Settings", "Data")]
    assert all(re.search(r"[^\x00-\x7f]", word) for word in words), words


@pytest.mark.parametrize("language", OTHERS)
def test_a_count_without_a_translation_takes_the_english_form(language):
    compiled = update._compiled(language, update.catalogue_of(language))
    plurals = [message for message in _messages(language) if isinstance(message.id, tuple)]
    assert [message.id for message in plurals if not all(message.string) and message.id in compiled] == []
    with speaking(language):
        assert str(say_n("{n:int} thing", "{n:int} things", 2)) == "2 things"


def test_counts_take_the_form_of_the_language():
    with speaking("ru"):
        forms = {str(say_n("{n:int} customer", "{n:int} customers", n)).split()[-1] for n in (1, 2, 5)}
    assert len(forms) == 3


def _said(root):
    """Every literal sentence that the sources say, where it stands."""
    for folder in ("bowtie", "ui", "pages"):
        for path in (root / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "say_n") and node.args:
                    first = node.args[0]
                    if isinstance(first, ast.Constant) and first.value:
                        yield first.value, f"{path.relative_to(root)}:{node.lineno}"


def test_the_template_holds_every_sentence_that_is_said(root):
    """A sentence inside an f-string, or among another's parameters, is one that the extraction does not see."""
    known = {message.id[0] if isinstance(message.id, tuple) else message.id for message in update.extracted()}
    assert [where for sentence, where in _said(root) if sentence not in known] == []


def test_no_sentence_is_glued_in_the_screens_code(root):
    """`say` with an f-string would never be found in a catalogue."""
    glued = [
        f"{path.name}: {line.strip()}"
        for folder in ("ui", "pages", "bowtie") for path in (root / folder).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines() if re.search(r"\bsay(_n)?\(f[\"']", line)
    ]
    assert glued == []


def test_the_command_runs_and_says_how_far_each_language_is(tmp_path):
    done = subprocess.run([sys.executable, "-c", "from bowtie.locale.update import extracted; print(len(extracted()))"],
                          capture_output=True, text=True, check=True)
    assert int(done.stdout) > 100
