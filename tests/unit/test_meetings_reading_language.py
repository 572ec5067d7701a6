"""Welsh minutes are told from English ones, and a heading in another tongue is no matter."""

import pytest

from scrutable.meetings.rules.reading import looks_welsh

WELSH = (
    "Cofnodion y cyfarfod a gynhaliwyd yn Siambr y Cyngor. Penderfynwyd bod y Pwyllgor yn nodi'r "
    "adroddiad ac yn cymeradwyo'r argymhellion. Roedd yr aelodau wedi gofyn am ragor o wybodaeth."
)
ENGLISH = (
    "Minutes of the meeting held in the Council Chamber. RESOLVED that the Committee note the "
    "report and approve the recommendations."
)


@pytest.mark.parametrize(
    ("text", "welsh"),
    [
        (WELSH, True),
        (WELSH * 50 + ENGLISH, True),
        (ENGLISH, False),
        ("Pwyllgor Craffu / Scrutiny Committee\nCofnodion / Minutes\n" + ENGLISH, False),
        ("Digital First / Prògram Digital First\n£1.3m savings; 40% online by April 2017", False),
        ("Prògram Digital First", False),
        ("Councillor Rhys ap Gwilym (Plaid Cymru) asked about Y Bont.\n" + ENGLISH, False),
        ("", False),
        ("1234 £££", False),
    ],
)
def test_only_a_text_that_is_welsh_as_a_whole_looks_welsh(text, welsh):
    assert looks_welsh(text) is welsh
