"""Every page: empty, with the sample, with own files, after a bad file."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app import made

PAGES = (
    "pages/data/start.py", "pages/data/upload.py", "pages/picture/bowtie.py", "pages/picture/people.py",
    "pages/share/definitions.py", "pages/share/settings.py",
)


@pytest.fixture
def app(root):
    """The app as a new visitor sees it, through its router."""
    return AppTest.from_file(str(root / "app.py"), default_timeout=120).run()


def _at(app, page):
    shown = app.switch_page(page).run()
    assert not shown.exception, [found.message for found in shown.exception]
    return shown


def _uploaded(app, **files):
    _at(app, "pages/data/upload.py")
    for name, content in files.items():
        app.file_uploader[0].upload(name.replace("_dot_", "."), content)
    app.run()
    assert not app.exception
    return app


def _in_use(app):
    _uploaded(app, customers_dot_csv=made.customers_csv(), events_dot_csv=made.events_csv())
    app.button(key="use").click().run()
    assert not app.exception
    return app


def _words(app):
    return " ".join(str(part.value) for kind in (app.title, app.markdown, app.caption, app.error) for part in kind)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_without_data(app, page):
    assert _at(app, page).title


@pytest.mark.parametrize("page", ["pages/picture/bowtie.py", "pages/picture/people.py"])
def test_a_page_without_data_shows_the_samples_picture_and_the_way_on(app, page):
    shown = _at(app, page)
    assert "There is no data yet" in _words(shown)
    assert shown.get("vega_lite_chart")
    assert {button.label for button in shown.button} >= {"Use my own files", "Explore the sample company"}


def test_the_sample_company_is_one_click(app):
    app.button(key="explore").click().run()
    assert not app.exception
    assert app.session_state["data"] == "sample"
    assert "1,200 customers" in _words(app).replace("\\", "")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_full_with_the_sample(app, page):
    app.button(key="explore").click().run()
    shown = _at(app, page)
    if "picture" in page:
        assert shown.get("vega_lite_chart")
        assert "What would fill this" not in _words(shown)


def test_own_files_are_confirmed_before_they_are_used(app):
    _uploaded(app, customers_dot_csv=made.customers_csv(), events_dot_csv=made.events_csv())
    assert "data" not in app.session_state or app.session_state["data"] != "own"
    shown = _in_use(app)
    assert shown.session_state["data"] == "own"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_own_files(app, page):
    shown = _at(_in_use(app), page)
    assert shown.title


def test_the_numbers_of_own_files_are_the_models(app):
    import bowtie

    sheets = bowtie.read({"customers.csv": made.customers_csv(), "events.csv": made.events_csv()})
    expected = bowtie.analyse(bowtie.build(sheets, bowtie.recognise(sheets)))
    shown = _at(_in_use(app), "pages/picture/people.py")
    counts = {metric.label: metric.value for metric in shown.metric}
    assert counts["Lovers"] == str(expected.segments.counts["lover"]) == "3"
    assert str(expected.segments.answer) in _words(shown).replace("\\", "").replace("\u2060", "")


def test_a_bad_file_gets_a_sentence_and_the_others_go_on(app):
    shown = _uploaded(app, broken_dot_csv=made.NOT_A_TABLE, customers_dot_csv=made.customers_csv())
    assert len(shown.error) == 1
    assert shown.button(key="use")


def test_a_bad_file_alone_leaves_what_was_in_use(app):
    _in_use(app)
    shown = _uploaded(app, broken_dot_csv=made.NOT_A_TABLE)
    assert len(shown.error) == 1
    assert "Your earlier files are still in use" in _words(shown)
    people = _at(shown, "pages/picture/people.py")
    assert "24 customers" in _words(people)


@pytest.mark.parametrize("page", PAGES)
def test_names_that_would_be_markup_are_shown_as_they_are(app, page):
    _uploaded(app, customers_dot_csv=made.hostile_names_csv())
    app.button(key="use").click().run()
    shown = _at(app, page)
    texts = [str(part.value) for kind in (shown.markdown, shown.caption) for part in kind]
    assert not [text for text in texts if "<script>" in text or ":red[x]" in text or ":material/home:" in text]


def test_filters_apply_to_every_page_and_come_off(app):
    _in_use(app)
    app.multiselect(key="only_plan").select("Pro").run()
    assert "12 customers" in _words(_at(app, "pages/picture/people.py"))
    assert "12 customers" in _words(_at(app, "pages/picture/bowtie.py"))
    next(button for button in app.button if button.label == "Take all filters off").click().run()
    assert "24 customers" in _words(app)


def test_a_moved_line_moves_the_numbers(app):
    _in_use(app)
    _at(app, "pages/share/settings.py")
    app.number_input(key="line_lover_acts").set_value(3).run()
    shown = _at(app, "pages/picture/people.py")
    assert {metric.label: metric.value for metric in shown.metric}["Lovers"] != "3"


def test_lines_out_of_order_are_refused_with_a_sentence(app):
    _at(app, "pages/share/settings.py")
    app.number_input(key="line_unhappy_nps").set_value(9).run()
    assert not app.exception
    assert app.number_input(key="line_unhappy_nps").value == 6
    assert app.toast


@pytest.mark.parametrize(("language", "title"), [("zh_Hant", "開始"), ("zh_Hans", "开始"), ("ru", "Начало")])
def test_the_language_picker_changes_the_words(app, language, title):
    from bowtie.words import say, speaking

    app.selectbox(key="lang").select(language).run()
    assert not app.exception
    with speaking(language):
        assert str(say("Start")) == title
        assert app.title[0].value.replace("\\", "") == str(say("See your whole customer lifecycle in one picture"))


def test_purchases_alone_tell_repeat_purchase_and_no_segments(app):
    _uploaded(app, orders_dot_csv=made.purchases_csv())
    app.button(key="use").click().run()
    shown = _at(app, "pages/picture/people.py")
    assert "of 30 buyers bought more than once" in _words(shown)
    assert "What would fill this" in _words(shown)
