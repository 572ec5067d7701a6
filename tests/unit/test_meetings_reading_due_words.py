"""The words of a due day, as a careful person quotes them, and the dates that are none."""

from datetime import date

import pytest

from scrutable.meetings.rules.reading.dues import due_in

MET = date(2021, 3, 10)

LEADS = [
    "That the Head of Digital provide the figures {}.",
    "the Director of Resources be requested to write to the supplier {}",
    "officers to complete the review {}, as the Panel had asked",
]

DUES = {
    "by 31 October 2022": ("31 October 2022", date(2022, 10, 31)),
    "by the 31st October 2022": ("31st October 2022", date(2022, 10, 31)),
    "no later than 1 April 2022": ("1 April 2022", date(2022, 4, 1)),
    "before 12 May 2022": ("12 May 2022", date(2022, 5, 11)),
    "by 12/05/2022": ("12/05/2022", date(2022, 5, 12)),
    "by Friday 3 March 2023": ("Friday 3 March 2023", date(2023, 3, 3)),
    "until 30 April 2025": ("30 April 2025", date(2025, 4, 30)),
    "from 1 July 2021": ("1 July 2021", date(2021, 7, 1)),
    "by the end of June 2023": ("end of June 2023", date(2023, 6, 30)),
    "by end of May 2022": ("end of May 2022", date(2022, 5, 31)),
    "by March 2022": ("March 2022", date(2022, 3, 31)),
    "in September 2021": ("September 2021", date(2021, 9, 30)),
    "in quarter 3 2022/23": ("quarter 3 2022/23", date(2022, 12, 31)),
    "in Q2 2022/23": ("Q2 2022/23", date(2022, 9, 30)),
    "in six months' time": ("in six months' time", date(2021, 9, 10)),
    "in 12 months": ("in 12 months", date(2022, 3, 10)),
    "in a year's time": ("in a year's time", date(2022, 3, 10)),
    "in two years' time": ("in two years' time", date(2023, 3, 10)),
    "within one month": ("within one month", date(2021, 4, 10)),
    "within 28 days": ("within 28 days", date(2021, 4, 7)),
    "within the next fortnight": ("within the next fortnight", None),
    "within three months": ("within three months", date(2021, 6, 10)),
    "every 6 months": ("every 6 months", None),
    "every six months": ("every six months", None),
    "quarterly": ("quarterly", None),
    "annually": ("annually", None),
    "monthly": ("monthly", None),
    "each quarter": ("each quarter", None),
    "at each meeting": ("each meeting", None),
    "to every second meeting": ("every second meeting", None),
    "to the next meeting": ("next meeting", None),
    "before the next meeting": ("next meeting", None),
    "at the next available meeting": ("next available meeting", None),
    "to a future meeting": ("future meeting", None),
    "at the July meeting": ("July meeting", None),
    "to the next cycle": ("next cycle", None),
    "in the autumn": ("in the autumn", None),
    "in the new year": ("in the new year", None),
    "in spring 2022": ("in spring 2022", None),
    "in due course": ("in due course", None),
    "after the meeting": ("after the meeting", None),
    "before Christmas": ("before Christmas", None),
    "by Easter": ("by Easter", None),
    "by the end of the year": ("by the end of the year", None),
    "by the end of the week": ("end of the week", None),
    "before the end of the financial year": ("before the end of the financial year", None),
    "as soon as it became available": ("as soon as it became available", None),
    "as a matter of urgency": ("as a matter of urgency", None),
    "immediately": ("immediately", None),
    "next year": ("next year", None),
    "before the budget meeting": ("before the budget meeting", None),
}


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("said", DUES)
def test_due_words_are_quoted_and_worked_out(said, lead):
    words, last = DUES[said]
    due = due_in(lead.format(said), MET)

    assert due is not None
    assert due.words == words
    if last is not None:
        assert due.last == last


@pytest.mark.parametrize(
    "text",
    [
        "That the minutes of the meeting held on 12 May 2020 be approved",
        "the letter dated 3 June 2019 be noted",
        "the position as at 31 March 2020",
        "the decision taken under urgency powers on 24 March 2020 be ratified",
        "the strategy for 2020/21",
        "the extension from 1 April 2022 to 31 March 2024",
        "the accounts for the year ended 31 March 2012 be accepted",
        "the quarterly performance report be noted",
        "the next meeting would be held on Monday",
        "the decision of 27 March 2018 be rescinded",
        "the risk that calls may rise",
        "the contract be approved",
    ],
)
def test_a_date_that_tells_of_something_else_is_no_due(text):
    assert due_in(text, MET) is None
