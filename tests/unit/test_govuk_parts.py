"""The pieces of pages, as HTML."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django import forms
from django.template import engines
from jinja2.exceptions import UndefinedError

from scrutable.govuk.facts import Cell, Column, KeyFigure, Table, Tag, Term
from scrutable.govuk.forms import ChoicesWithHints, DateField, KeptText, MonthField

COLUMNS = (
    Column("service", "Service"),
    Column("kpi", "KPI"),
    Column("value", "Result (%)", numeric=True),
    Column("status", "Status"),
)
MET = Tag("Met", "green", "●")
MITIGATED = Tag("Mitigation agreed", "blue")
ROWS = (
    (
        Cell("IMT"),
        Cell("Calls <b>", href="/kpi"),
        Cell("92.5", number=Decimal("92.5")),
        Cell("", tags=(MET,)),
    ),
    (Cell("IMT"), Cell("Patching"), Cell("Not measured"), Cell("", tags=(MET, MITIGATED))),
    (Cell("Finance"), Cell("Bills"), Cell("88.0", note="restated"), Cell("Late")),
)


def table(**said):
    usual = {
        "name": "kpis",
        "caption": "KPIs",
        "columns": COLUMNS,
        "rows": ROWS,
        "empty": "No KPIs.",
    }
    return Table(**usual | said)


def rendered(macro, file="parts", **context):
    name = re.match(r"\w+", macro)[0]
    source = f'{{% from "govuk/{file}.jinja" import {name} %}}{{{{ {macro} }}}}'
    return engines["jinja2"].from_string(source).render(context)


def texts(html, tag):
    found = re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in found]


def test_a_row_begins_with_its_heading_and_cells_say_their_column():
    html = rendered("data_table(table)", table=table())

    assert texts(html, "th") == ["Service", "KPI", "Result (%)", "Status", "IMT", "IMT", "Finance"]
    assert re.findall(r'data-label="([^"]+)"', html)[:3] == ["KPI", "Result (%)", "Status"]
    assert "Calls &lt;b&gt;" in html


def test_rows_in_groups_are_headed_by_the_group():
    html = rendered("data_table(table)", table=table(grouped_by="service"))

    assert texts(html, "th") == [
        "KPI",
        "Result (%)",
        "Status",
        "IMT",
        "Calls &lt;b&gt;",
        "Patching",
        "Finance",
        "Bills",
    ]
    assert 'colspan="3"' in html


def test_numbers_stand_right():
    html = rendered("data_table(table)", table=table())

    assert re.findall(r'<(\w+)[^>]* class="app-n"', html) == ["th", "td", "td", "td"]


def test_a_status_is_a_word_with_a_shape_that_is_not_read_aloud():
    html = rendered("tags(found)", found=(MET, MITIGATED))

    assert '<span class="app-tag__shape" aria-hidden="true">●</span>Met' in html
    assert "govuk-tag--green" in html
    assert texts(html, "strong") == ["● Met", "Mitigation agreed"]


@pytest.mark.parametrize(
    ("order", "sort", "next_order"),
    [
        ("value", 'aria-sort="ascending"', "order=-value#kpis"),
        ("-value", 'aria-sort="descending"', "order=value#kpis"),
    ],
)
def test_columns_lead_to_the_table_in_their_order(order, sort, next_order):
    html = rendered("data_table(table, '/x?month=2026-09')", table=table(order=order))

    assert sort in html
    assert f"/x?month=2026-09&amp;{next_order}" in html


def test_a_wide_table_can_be_reached_and_scrolled_by_key():
    html = rendered("data_table(table, wide=true)", table=table())

    assert '<div class="app-scroll" role="region" aria-label="KPIs" tabindex="0">' in html


def test_totals_stand_in_the_foot():
    totals = (Cell("All"), Cell("3 KPIs"), Cell("1 of 2"), Cell("1 not measured"))

    html = rendered("data_table(table)", table=table(totals=totals))

    assert "1 not measured" in texts(html, "tfoot")[0]


def test_an_empty_table_says_what_would_be_here():
    assert "No KPIs." in rendered("data_table(table)", table=table(rows=()))


def test_key_figures():
    figures = [
        KeyFigure(
            label="Met",
            value="38 of 46",
            period="September 2026",
            href="/s",
            comparison="41 in August",
        )
    ]

    html = rendered("key_figures(figures)", figures=figures)

    assert texts(html, "dt") == ["Met"]
    assert texts(html, "dd") == ["38 of 46", "September 2026", "41 in August"]


def test_terms():
    html = rendered("terms(found)", found=[Term(label="Supplier", value="Norland", href="/n")])

    assert texts(html, "dl") == ["Supplier Norland"]


@pytest.mark.parametrize(("percent", "expected"), [(40, 'value="40"'), (0, 'value="0"')])
def test_progress(percent, expected):
    html = rendered("progress(percent, 'Sheet 3 of 12', '/jobs/1/progress/')", percent=percent)

    assert expected in html
    assert 'data-progress="/jobs/1/progress/"' in html


def test_progress_that_is_not_known_has_no_value():
    assert "value=" not in rendered("progress(percent, 'Waiting')", percent=None)


class Everything(forms.Form):
    name = forms.CharField(help_text="As on the contract", error_messages={"required": "Enter it"})
    count = forms.IntegerField(required=False)
    why = forms.CharField(widget=KeptText(keep_at="/keep"))
    day = DateField()
    month = MonthField()
    role = forms.ChoiceField(
        choices=[("a", "Auditor"), ("b", "Board")], widget=ChoicesWithHints({"a": "Reads all"})
    )
    kinds = forms.MultipleChoiceField(
        choices=[("x", "X"), ("y", "Y")], widget=forms.CheckboxSelectMultiple
    )
    sure = forms.BooleanField(label="I am sure")
    state = forms.ChoiceField(choices=[("", "Choose"), ("Group", [("p", "Provisional")])])
    file = forms.FileField(widget=forms.FileInput({"accept": ".xlsx"}))
    secret = forms.CharField(widget=forms.PasswordInput)
    hidden = forms.CharField(widget=forms.HiddenInput, initial="kept")


def fields(form):
    return rendered("form_fields(form)", "fields", form=form)


def test_every_kind_of_field_has_a_label_that_names_its_input():
    html = fields(Everything())

    ids = re.findall(r'\bid="([^"]+)"', html)
    labelled = re.findall(r'<label[^>]*\bfor="([^"]+)"', html)
    assert set(labelled) <= set(ids)
    inputs = re.findall(
        r'<(?:input|select|textarea)\b(?![^>]*type="hidden")[^>]*\bid="([^"]+)"', html
    )
    assert sorted(inputs) == sorted(labelled)
    assert len(ids) == len(set(ids))


def test_fields_keep_what_was_sent():
    sent = {
        "name": "N & W", "count": "x", "why": "Because", "day_0": "31", "day_1": "2",
        "day_2": "2026", "month_0": "9", "month_1": "2026", "role": "b", "kinds": ["x", "y"],
        "state": "p",
    }  # fmt: skip

    html = fields(Everything(sent))

    assert 'value="N &amp; W"' in html
    assert ">Because</textarea>" in html
    assert re.search(r'name="day_0"[^>]*value="31"', html)
    assert re.search(r'value="b" checked', html)
    assert html.count(" checked") == 3
    assert '<option value="p" selected>' in html
    assert 'data-autosave="/keep"' in html
    assert 'name="hidden" value=""' in html


def test_what_is_wrong_stands_at_the_field_and_in_the_summary():
    form = Everything({"day_0": "31", "day_1": "2", "day_2": "2026"})

    html = fields(form)
    summary = rendered("error_summary(form)", "fields", form=form)

    assert 'aria-describedby="id_name-hint id_name-error"' in html
    assert "govuk-input--error" in html
    assert '<a href="#id_name">Enter it</a>' in summary
    assert '<a href="#id_day_0">Date must be a real date, such as 30 9 2026</a>' in summary
    assert '<a href="#id_kinds_0">' in summary


def test_a_form_with_nothing_wrong_has_no_summary():
    assert rendered("error_summary(form)", "fields", form=Everything()).strip() == ""


def test_a_missing_name_is_our_fault_and_the_librarys_own_is_not():
    with pytest.raises(UndefinedError):
        engines["jinja2"].from_string("{{ nothing.at_all }}").render({})
    library = (
        '{% from "govuk_frontend_jinja/components/tag/macro.html" import govukTag %}'
        '{{ govukTag({"text": "Beta"}) }}'
    )
    assert "Beta" in engines["jinja2"].from_string(library).render({})


@pytest.mark.parametrize(("rows", "is_long"), [(12, False), (13, True)])
def test_the_rest_of_a_long_table_is_one_link_away_on_a_phone(rows, is_long):
    found = table()
    found = replace(found, rows=(found.rows * rows)[:rows])

    html = rendered("data_table(table, wide=true)", table=found)

    assert (f'href="#{found.name}-all">Show all {rows}' in html) is is_long
    assert (f'class="app-scroll app-scroll--long" id="{found.name}-all"' in html) is is_long


@pytest.mark.parametrize(("rows", "is_cut"), [(3, False), (4, True)])
def test_of_a_table_where_few_will_do_a_phone_shows_the_first(rows, is_cut):
    found = table()
    found = replace(found, rows=(found.rows * rows)[:rows])

    html = rendered("data_table(table, wide=true, few=true)", table=found)

    assert ("app-scroll--few" in html) is is_cut
    assert (f"Show all {rows}" in html) is is_cut


@pytest.mark.parametrize(
    ("cell", "is_day"),
    [
        (Cell("21 January 2019", order="2019-01-21"), True),
        (Cell("Not yet", order="9999-12-31"), False),
        (Cell("14 of 2026"), False),
    ],
)
def test_a_day_in_words_is_known_as_one(cell, is_day):
    assert cell.is_day is is_day
