"""Dates: as precise as the source, never more, with the first and last day that they could mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocdb.dates import Span, earliest, over, parse, recorded, weekday
from tests.cases import each


@each(
    ("text", "first", "last"),
    [
        ("2020-01-30", date(2020, 1, 30), date(2020, 1, 30)),
        ("2011-10", date(2011, 10, 1), date(2011, 10, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2100-02", date(2100, 2, 1), date(2100, 2, 28)),
        ("1999", date(1999, 1, 1), date(1999, 12, 31)),
    ],
)
def test_a_day_a_month_and_a_year_span_what_they_say(text: str, first: date, last: date) -> None:
    assert parse(text) == Span(text, first, last)


@each(
    ("text", "first", "last"),
    [
        ("../2009-06", "2009-06-01", "2009-06-30"),
        ("2001-04~/..", "2001-04-01", "2001-04-30"),
        ("/2012", "2012-01-01", "2012-12-31"),
        ("2009-06/2011", "2009-06-01", "2011-12-31"),
        ("2012~", "2012-01-01", "2012-12-31"),
    ],
)
def test_a_date_names_the_end_that_is_known(text: str, first: str, last: str) -> None:
    assert tuple(day.isoformat() for day in recorded(text)) == (first, last)


@each(
    ("text", "day"),
    [
        ("2022~", "2021-01-01"),
        ("2022-06?", "2022-05-01"),
        ("2022-06-10%", "2022-06-09"),
        ("2022", "2022-01-01"),
        ("2022~/2023", "2021-01-01"),
        ("0001~", "0001-01-01"),
        ("../2022", None),
    ],
)
def test_doubt_about_a_date_counts_before_it_too(text: str, day: str | None) -> None:
    assert str(earliest(text)) == str(day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2012~", date(2012, 1, 1), date(2012, 12, 31)),
        ("2011-10?", date(2011, 10, 1), date(2011, 10, 31)),
        ("2011-10-05%", date(2011, 10, 5), date(2011, 10, 5)),
    ],
)
def test_about_and_perhaps_are_kept_and_widen_nothing(text: str, first: date, last: date) -> None:
    assert parse(text) == Span(text, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-07-10/2020-07-11", date(2020, 7, 10), date(2020, 7, 11)),
        ("2011-06?/2011-08?", date(2011, 6, 1), date(2011, 8, 31)),
        ("2020-12/2021", date(2020, 12, 1), date(2021, 12, 31)),
    ],
)
def test_an_interval_spans_from_the_begin_of_its_first_date_to_the_end_of_its_last(
    text: str, first: date, last: date
) -> None:
    assert parse(text) == Span(text, first, last)


@each(
    ("text", "first", "last"),
    [
        ("2009-06/..", date(2009, 6, 1), None),
        ("2009-06/", date(2009, 6, 1), None),
        ("../2020-01-30", None, date(2020, 1, 30)),
        ("/2009-05?", None, date(2009, 5, 31)),
    ],
)
def test_an_open_or_unknown_end_has_no_day(text: str, first: date | None, last: date | None) -> None:
    assert parse(text) == Span(text, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2011-21", date(2011, 3, 1), date(2011, 5, 31)),
        ("2011-23?", date(2011, 9, 1), date(2011, 11, 30)),
        ("2011-24", date(2011, 12, 1), date(2012, 2, 29)),
    ],
)
def test_seasons_are_understood(text: str, first: date, last: date) -> None:
    assert parse(text) == Span(text, first, last)


@each(
    "text",
    [
        "",
        "..",
        "octobre 2011",
        "10/2011",
        "2011-13",
        "2011-00",
        "2011-1",
        "20111005",
        "2011-1X",
        "11",
        "0000",
        "-0044",
        "201X",
        "[2011,2013]",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse(text)


@pytest.mark.parametrize("text", ["2020-02-30", "2019-02-29", "2021-04-31"])
def test_a_day_that_the_calendar_lacks_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="the calendar has no"):
        parse(text)


@pytest.mark.parametrize("text", ["2021/2020", "2020-07-11/2020-07-10"])
def test_what_ends_before_it_begins_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        parse(text)


@pytest.mark.parametrize("text", ["/", "../..", "../"])
def test_an_interval_without_any_end_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="has no known end"):
        parse(text)


@pytest.mark.parametrize("text", ["2020/2021/2022", "2020/../2021"])
def test_an_interval_has_two_ends_and_no_third(text: str) -> None:
    with pytest.raises(ValueError, match="isn't a"):
        parse(text)


@each("text", [" 2011", "2011 ", "2011\n", "2011~ ", "2011 / 2012", "\u0662\u0660\u0661\u0661"])
def test_spaces_and_digits_of_other_scripts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="isn't a"):
        parse(text)


@given(
    st.text("0123456789-/.~?%X[]{}, TYS", max_size=16)
    | st.from_regex(r"(\.\.)?/?\d{4}(-\d\d){0,2}[~?%]?(/(\.\.)?(\d{4}(-\d\d)?)?)?", fullmatch=True)
)
def test_whatever_is_written_is_a_span_in_order_or_refused(text: str) -> None:
    try:
        span = parse(text)
    except ValueError:
        return
    assert span.edtf == text
    assert span.first or span.last
    assert not (span.first and span.last) or span.first <= span.last


@given(st.dates())
def test_every_day_is_its_own_first_and_last(day: date) -> None:
    assert parse(day.isoformat()) == Span(day.isoformat(), day, day)


def test_a_weekday_is_named_in_english() -> None:
    assert weekday(date(2020, 1, 30)) == "thursday"
    assert weekday(date(2009, 1, 21)) == "wednesday"


@each(
    ("text", "day"),
    [
        ("2022", date(2022, 12, 31)),
        ("2022~", date(2023, 12, 31)),
        ("2022?", date(2023, 12, 31)),
        ("2022%", date(2023, 12, 31)),
        ("2022-06~", date(2022, 7, 31)),
        ("2022-12?", date(2023, 1, 31)),
        ("2022-06-30~", date(2022, 7, 1)),
        ("2022-02-28?", date(2022, 3, 1)),
        ("2021-03?/2022-06", date(2022, 6, 30)),  # only the beginning is uncertain
        ("2021-03/2022-06?", date(2022, 7, 31)),
        ("../2022~", date(2023, 12, 31)),
        ("2022~/..", None),
        ("9999~", date.max),
        ("9999-12-31?", date.max),
    ],
)
def test_what_is_about_or_uncertain_may_be_over_a_unit_later(text: str, day: date | None) -> None:
    assert over(text) == day


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]), st.sampled_from(["", "~", "?", "%"]))
def test_no_date_is_over_before_its_last_day(day: date, precision: str, mark: str) -> None:
    text = day.strftime(precision) + mark
    last, end = parse(text).last, over(text)
    assert end
    assert last
    assert end > last if mark and last < date.max else end == last
