"""Names of months in the ten languages, in the forms that exports use."""

from __future__ import annotations

from functools import lru_cache

MONTHS = (
    "jan january januar jänner janvier janv enero ene janeiro январь января янв 一月 1月 1월 gennaio januari",
    "feb february februar febr février févr fevrier fevr febrero fevereiro fev февраль февраля фев 二月 2月 2월",
    "mar march märz marz mrz mär mars marzo março marco март марта мар 三月 3月 3월 maart",
    "apr april avril avr abril abr апрель апреля апр 四月 4月 4월",
    "may mai mayo maio май мая 五月 5月 5월 mei",
    "jun june juni juin junio junho июнь июня июн 六月 6月 6월",
    "jul july juli juillet juil julio julho июль июля июл 七月 7月 7월",
    "aug august août aout agosto ago август августа авг 八月 8月 8월",
    "sep sept september septembre septiembre setembro set сентябрь сентября сен сент 九月 9月 9월",
    "oct october oktober okt octobre octubre outubro out октябрь октября окт 十月 10月 10월",
    "nov november novembre noviembre novembro ноябрь ноября ноя нояб 十一月 11月 11월",
    "dec december dezember dez décembre déc decembre diciembre dic dezembro декабрь декабря дек 十二月 12月 12월",
)


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    return {name: number for number, names in enumerate(MONTHS, start=1) for name in names.split()}


def month_number(word: str | None) -> int | None:
    """1 to 12; None when the word names no month."""
    return _numbers().get(word.strip(" .").casefold()) if word else None
