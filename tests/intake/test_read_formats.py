"""Files as people export them: bytes in, sheets out."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

import bowtie
from bowtie.intake.sheets import RawSheet
from tests.intake import files


def one(content: bytes, name: str = "made.csv", **options: object) -> RawSheet:
    sheets = bowtie.read({name: content}, **options)
    assert not sheets.problems, str(sheets.problems[0])
    [sheet] = sheets
    return sheet


def table(sheet: RawSheet) -> list[tuple[str | None, ...]]:
    return list(zip(*(sheet.texts(place).to_pylist() for place in range(len(sheet.headers))), strict=True))


def said(sheet: RawSheet) -> str:
    return " ".join(map(str, sheet.notes))


@pytest.mark.parametrize("make", [files.xlsx, files.ods, files.xls, files.xlsb])
@pytest.mark.parametrize("name", ["right.xlsx", "wrong.csv"])
def test_every_workbook_format_whatever_its_name(make, name):
    sheet = one(make(), name)
    assert (sheet.file, sheet.name, sheet.header_row) == (name, "Data", 1)
    assert sheet.headers == ("id", "name", "amount")
    assert table(sheet) == [("001", "Anna", "12.5"), ("002", "Bert", "7")]
    assert sheet.native == ("text", "text", "number")
    assert sheet.row_numbers.to_pylist() == [2, 3]


@pytest.mark.parametrize(("text", "delimiter"), [
    ("id,name\n1,Anna\n2,Bert\n", ","), ("id;name\n1;Anna\n2;Bert\n", ";"), ("id\tname\n1\tAnna\n2\tBert\n", "\t"),
    ("id|name\n1|Anna\n2|Bert\n", "|"), ("sep=;\nid;name\n1;Anna\n2;Bert\n", ";"),
    ("id,name\r\n1,Anna\r\n2,Bert\r\n", ","), ("id,name\r1,Anna\r2,Bert\r", ","),
    ("id,name\n1,Anna\n2,Bert\n\n\n", ","), ('"id","name"\n"1","Anna"\n"2","Bert"\n', ","),
])
def test_delimiters_and_line_ends(text, delimiter):
    sheet = one(text.encode())
    assert sheet.delimiter == delimiter
    assert sheet.headers == ("id", "name")
    assert table(sheet) == [("1", "Anna"), ("2", "Bert")]


def test_decimal_commas_do_not_cut_cells():
    sheet = one(b"plan;price;rate\nA;1,5;2,5\nB;5 000,00;3,5\n")
    assert table(sheet) == [("A", "1,5", "2,5"), ("B", "5 000,00", "3,5")]


def test_columns_of_figures_parted_by_blanks_and_a_stray_tab():
    sheet = one(b" 00004 0001 19970101  2\t  29.33\n 00004 0001 19970118  2   29.73\n 00021 0002 19970101  3  63.34\n")
    assert (sheet.header_row, sheet.headers[:2]) == (0, ("#1", "#2"))
    assert table(sheet)[0] == ("00004", "0001", "19970101", "2", "29.33")
    assert sheet.row_numbers.to_pylist() == [1, 2, 3]


def test_a_text_of_one_column():
    assert table(one(b"email\na@example.org\nb@example.org\n")) == [("a@example.org",), ("b@example.org",)]


def test_quotes_hold_line_breaks_delimiters_and_quotes():
    sheet = one(b'id,"long\nheader",note\n1,a,"x, ""y""\nz"\n2,b,plain\n')
    assert sheet.headers == ("id", "long\nheader", "note")
    assert table(sheet) == [("1", "a", 'x, "y"\nz'), ("2", "b", "plain")]
    assert sheet.row_numbers.to_pylist() == [2, 3]


def test_a_mark_for_inches_is_no_quote():
    lines = "".join(f'{number},screen 15" wide\n' for number in range(100))
    assert one(b"id,product\n" + lines.encode()).rows == 100
    stray = "".join(f'{number},"screen\n' for number in range(101))
    assert one(b"id,product\n" + stray.encode()).rows == 101


WORDS = {
    "gb18030": "客户编号,姓名,城市\n001,张伟,北京\n002,王芳,上海\n",
    "big5": "客戶編號,姓名,城市\n001,陳大文,臺北\n002,林美玲,高雄\n",
    "cp932": "顧客番号,氏名,住所\n001,山田太郎,東京都\n002,鈴木花子,さいたま市\n",
    "cp949": "고객번호,이름,도시\n001,김철수,서울\n002,이영희,부산\n",
    "cp1251": "Клиент,Город,Сумма\nИванов,Москва,10\nПетрова,Казань,20\n",
    "koi8-r": "Клиент,Город,Сумма\nИванов,Москва,10\nПетрова,Казань,20\n",
    "cp1252": "Kunde,Straße,Umsatz\nMüller,Königsallee,10\nGünther,Große Gasse,20\n",
    "cp1250": "Klient,Miasto,Kwota\nŁukasz,Kraków,10\nŚwiętosława,Łódź,20\n",
    "utf-16": "id,name\n1,Анна\n2,Bert\n", "utf-16-le": "id,name\n1,Anna\n2,Bert\n",
    "utf-8-sig": "id,name\n1,Анна\n2,Bert\n",
}


@pytest.mark.parametrize("encoding", WORDS)
def test_encodings_of_short_files(encoding):
    text = WORDS[encoding]
    sheet = one(text.encode(encoding))
    lines = [tuple(line.split(",")) for line in text.splitlines()]
    assert [sheet.headers, *table(sheet)] == lines
    assert ("does not say which encoding" in said(sheet)) is (encoding not in ("utf-16", "utf-8-sig"))


def test_an_encoding_and_a_delimiter_can_be_chosen():
    content = "имя;город\nАнна;Омск\nБорис;Уфа\n".encode("cp866")
    sheet = one(content, encoding={"made.csv": "cp866"}, delimiter=";")
    assert (sheet.headers, sheet.encoding) == (("имя", "город"), "cp866")
    [problem] = bowtie.read({"made.csv": content}, encoding="klingon").problems
    assert "klingon" in str(problem)


def test_lines_in_two_encodings():
    lines = [f"{number},Zoë Café\n".encode() for number in range(20)]
    sheet = one(b"id,name\n" + b"".join(lines) + "21,Łódź Müller\n".encode() + "22,Jürgen\n".encode("cp1252"))
    assert table(sheet)[-1] == ("22", "Jürgen")
    assert "1 line is in another encoding" in said(sheet)


def test_ragged_rows_are_kept_and_told():
    sheet = one(b"id,name,age\n1,Ann,30\n2,Bob\n3,Cy,31,extra\n4,Di,32\n5,Ed,33\n")
    assert table(sheet)[:3] == [("1", "Ann", "30"), ("2", "Bob", None), ("3", "Cy", "31")]
    assert sheet.rows == 5
    assert "fewer cells" in said(sheet)
    assert "“extra”" in said(sheet)


def test_a_delimiter_in_a_header_without_quotes():
    sheet = one(b"id,Revenue, EUR,plan\n1,10,A\n2,20,B\n")
    assert sheet.headers == ("id", "Revenue, EUR", "plan")
    assert "put together again" in said(sheet)


def test_row_numbers_without_a_header():
    sheet = one(b'name,plan\n1,Ann,A\n2,Bob,B\n3,Cy,A\n')
    assert sheet.headers == ("", "name", "plan")
    assert table(sheet)[0] == ("1", "Ann", "A")


def test_strange_headers_stay_as_they_are():
    long = "x" * 10_000
    sheet = one(f"id,id,,{long}\n1,2,3,4\n5,6,7,8\n".encode())
    assert sheet.headers == ("id", "id", "", long)


def test_a_cell_of_a_megabyte():
    big = "y" * 1_000_000
    assert table(one(f"id,text\n1,{big}\n2,z\n".encode()))[0] == ("1", big)
    assert table(one(files.xlsx([["id", "text"], [1, "y" * 32_000], [2, "z"]]), "big.xlsx"))[0][1] == "y" * 32_000


def test_what_stands_for_nothing_is_left_to_conversion():
    sheet = one(b"id,a,b\n1,NA,NULL\n2, --,\n3,x,y\n")
    assert table(sheet) == [("1", "NA", "NULL"), ("2", " --", None), ("3", "x", "y")]


def test_zeros_in_front_and_long_numbers_stay():
    assert table(one(b"zip,card\n01067,1234567890123456789\n04109,2\n"))[0] == ("01067", "1234567890123456789")


def test_nul_bytes_and_control_characters_are_removed_and_told():
    sheet = one(b"a,b,c\n\x00,2,3\n4\x07,5,6\n")
    assert table(sheet) == [(None, "2", "3"), ("4", "5", "6")]
    assert "2 invisible control characters" in said(sheet)


def test_dates_flags_and_mixed_cells_of_a_workbook():
    rows = [
        ["when", "flag", "mixed", "empty"], [dt.date(2024, 1, 31), True, 7, None],
        [dt.datetime(2024, 2, 1, 9, 30), False, "seven", None], [None, None, None, None],
    ]
    sheet = one(files.xlsx(rows), "made.xlsx")
    assert sheet.native == ("date", "flag", "mixed", "empty")
    assert table(sheet) == [("2024-01-31", "true", "7", None), ("2024-02-01 09:30:00", "false", "seven", None)]
    assert sheet.skipped_blank == 0


def test_the_1904_calendar():
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    for row in (["start", "n"], [dt.date(2021, 1, 1), 1], [dt.date(2021, 1, 2), 2]):
        book.active.append(row)
    assert table(one(files.saved(book), "mac.xlsx"))[0] == ("2021-01-01", "1")


def test_hidden_sheets_are_marked_and_empty_ones_left_out():
    book = Workbook()
    book.active.title = "Shown"
    secret, _ = book.create_sheet("Secret"), book.create_sheet("Empty")
    secret.sheet_state = "hidden"
    for sheet in (book["Shown"], secret):
        sheet.append(["a", "b"])
        sheet.append([1, "x"])
    found = bowtie.read({"made.xlsx": files.saved(book)})
    assert [(sheet.name, sheet.hidden) for sheet in found] == [("Shown", False), ("Secret", True)]
    assert "hidden" in said(found.sheets[1])


def test_error_cells_and_formulas_without_results_are_told():
    book = Workbook()
    for row in (["id", "x"], [1, "=1/0"], [2, 5]):
        book.active.append(row)
    sheet = one(files.saved(book), "made.xlsx")
    assert table(sheet)[0] == ("1", None)
    assert "1 formula of this workbook has no stored result" in said(sheet)
    texts = (f'<c r="{cell}1" t="inlineStr"><is><t>{text}</t></is></c>' for cell, text in (("A", "id"), ("B", "x")))
    rows = f'<row r="1">{"".join(texts)}</row>'
    rows += '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c></row>'
    assert "1 cell of this workbook holds an error" in said(one(files.with_rows(rows), "errors.xlsx"))


def test_a_million_blank_rows_cost_nothing():
    blank = "".join(f'<row r="{number}" ht="15"><c r="A{number}" s="0"/></row>' for number in range(4, 200_000))
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>n</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    assert one(files.with_rows(rows + blank), "blank.xlsx").rows == 1


def test_a_table_that_starts_at_b2():
    sheet = one(files.xlsx([[None, None, None], [None, "id", "x"], [None, "a", 1], [None, "b", 2]]), "b2.xlsx")
    assert (sheet.header_row, sheet.headers) == (2, ("id", "x"))
    assert table(sheet) == [("a", "1"), ("b", "2")]


def test_a_zip_is_opened_like_its_files():
    content = files.zipped({
        "data/a.csv": "id,x\n1,2\n", "data/b.xlsx": files.xlsx(), "__MACOSX/._a.csv": "x", "one/c.csv": "k,v\n1,2\n",
        "two/c.csv": "k,v\n3,4\n", "data/broken.xlsx": b"PK\x03\x04nothing",
    })
    sheets = bowtie.read({"all.zip": content})
    assert [sheet.key for sheet in sheets] == ["a.csv", "b.xlsx [Data]", "one/c.csv", "two/c.csv"]
    assert [problem.file for problem in sheets.problems] == ["broken.xlsx"]
    assert [sheet.key for sheet in bowtie.read({"table.csv": files.zipped({"t.csv": "a,b\n1,2\n"})})] == ["t.csv"]


def test_a_table_saved_as_a_web_page():
    rows = "".join(f"<tr><td>{number}</td><td>Anna &amp; Co</td></tr>" for number in range(3))
    page = f"<html><style>td {{}}</style><table><tr><th>id</th><th>name</th></tr>{rows}</table></html>"
    sheet = one(page.encode(), "export.xls")
    assert sheet.headers == ("id", "name")
    assert table(sheet)[2] == ("2", "Anna & Co")


def test_paths_buffers_bytes_and_equal_names(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"x,y\n1,2\n")
    upload = io.BytesIO(b"x,y\n3,4\n")
    upload.name = "a.csv"
    sheets = bowtie.read([path, str(path), upload, b"x,y\n5,6\n"])
    assert sheets.files == ("a.csv", "a (2).csv", "a (3).csv", "file")
    assert [table(sheet)[0] for sheet in sheets] == [("1", "2"), ("1", "2"), ("3", "4"), ("5", "6")]


def test_the_fingerprint_is_of_content_and_options():
    first = bowtie.read({"a.csv": b"x,y\n1,2\n"}).fingerprint
    assert bowtie.read({"a.csv": b"x,y\n1,2\n"}).fingerprint == first
    assert bowtie.read({"a.csv": b"x,y\n1,3\n"}).fingerprint != first
    assert bowtie.read({"a.csv": b"x,y\n1,2\n"}, delimiter=";").fingerprint != first


def test_control_characters_in_a_workbook_are_removed_and_told():
    sheet = one(files.xls([["id", "name"], ["1", "An\x07na"], ["2", "Bert"]]), "made.xls")
    assert table(sheet)[0] == ("1", "Anna")
    assert "1 invisible control character" in said(sheet)


def test_sheets_without_data_are_named():
    assert "left out: Empty" in said(one(files.xlsx(Empty=[]), "made.xlsx"))


def test_a_file_in_an_archive_called_like_one_beside_it():
    archive = files.zipped({"a.csv": "x,y\n3,4\n"})
    assert [sheet.key for sheet in bowtie.read({"a.csv": b"x,y\n1,2\n", "b.zip": archive})] == ["a.csv", "b.zip/a.csv"]


def test_an_encoding_chosen_for_a_file_in_an_archive():
    archive = files.zipped({"a.csv": "имя,город\nАнна,Омск\n".encode("cp866")})
    [sheet] = bowtie.read({"b.zip": archive}, encoding={"a.csv": "cp866"})
    assert sheet.headers == ("имя", "город")
