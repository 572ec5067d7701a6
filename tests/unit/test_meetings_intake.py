"""Minutes from files of every kind: what of them the reader is given."""

from datetime import date

import pytest

from factories.minutes_files import SENTENCE, read
from scrutable.meetings.intake import text_of_html

# Text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_is_read_in_every_encoding(encoding):
    text = "RESOLVED\n\nThat £5,000 be spent – on “quotation marks” and no’s."

    assert read(text.encode(encoding)).text == text


def test_lines_indents_and_blank_lines_stay_and_odd_spaces_are_plain():
    content = (
        "RESOLVED\r\n\r\n\r\n\t1.\u00a0That the re\u00adport be noted\r\n   (a)\u2003in part\r\n"
    )

    assert read(content.encode()).text == (
        "RESOLVED\n\n    1. That the report be noted\n   (a) in part"
    )


def test_pages_of_a_text_are_told_by_form_feeds():
    found = read(f"{SENTENCE}\f{SENTENCE}".encode())

    assert found.places == ((0, "page 1"), (len(SENTENCE) + 1, "page 2"))


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Minutes of the meeting held on Thursday, 24 September 2026 at 10.00 am", (2026, 9, 24)),
        ("Date: 3rd March 2019", (2019, 3, 3)),
        ("Thursday, 20th December, 2018", (2018, 12, 20)),
        ("24 SEPTEMBER 2026", (2026, 9, 24)),
        ("A report of 24 September 2026 was noted", None),
        ("Held on 31st November 2019", None),
        ("No day at all", None),
    ],
)
def test_the_day_of_the_meeting_is_taken_from_the_head(head, day):
    found = read(f"CABINET\n{head}\n\n{SENTENCE}".encode())

    assert found.meeting_on == (date(*day) if day else None)


# Saved pages

MODERN_GOV = """<!DOCTYPE html><html><head>
<title>Agenda for Board on Thursday, 24th September, 2026, 10.00 am</title>
<script>var resolved = "That nothing be decided";</script></head>
<body class="has-navigation"><form id="aspnetForm"><header><p>Westmere Council</p></header>
<div class="cookie-banner">That cookies be agreed</div>
<nav><ul><li>Home</li></ul></nav><div role="navigation">That we navigate</div>
<div id="modgov"><div class="mgContent"><h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<ul class="mgActionList"><li><a>View directions</a></li></ul>
<table class="mgItemTable"><tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">5.</p></td>
<td><p class="mgAiTitleTxt">IMT update <span class="mgFileSize">PDF 5 KB</span></p>
<div class="mgWordPara"><p>To receive a report&nbsp;from the <b>Direc</b>tor</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p class=MsoNormal>RESOLVED</p>
<p><span>1.<span>&nbsp;&nbsp;&nbsp; </span></span>That the report be noted; and</p>
<ol type="a" start="2"><li>That a report<br>come back</li><li><p>That it end</p>
<ol><li>nested</li></ol></li></ol>
<ul><li>a bullet</li></ul></div></td></tr></table></div></div>
<footer>© Westmere Council</footer></form></body></html>"""


def test_a_modern_gov_page_gives_its_minutes_without_what_stands_around_them():
    found = read(MODERN_GOV.encode())

    assert found.text == (
        "Agenda and minutes\n\n5. IMT update\n\nTo receive a report from the Director\n\n"
        "Minutes:\n\nRESOLVED\n\n1. That the report be noted; and\n\n"
        "b. That a report\ncome back\n\nc. That it end\n\n   1. nested\n\n• a bullet"
    )
    assert found.meeting_on == date(2026, 9, 24)


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><nav>That we go</nav><main><p>{}</p></main><footer>That f</footer></body>",
        '<html><body><div id="dnn_ContentPane"><p>{}</p></div><div>That we advertise</div></body>',
        "<!-- saved from url=(0040) --><html><body><p>{}</p><aside>That x</aside></body></html>",
        '<?xml version="1.0"?><html><body><p hidden>That h</p><p>{}</p></body></html>',
        '<p style="display: none">That x</p><p>{}</p><select><option>That o</option></select>',
    ],
)
def test_only_the_main_part_of_a_page_is_read(markup):
    assert read(markup.format(SENTENCE).encode()).text == SENTENCE


def test_a_page_saved_in_one_file_is_read():
    content = (
        "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        '\ttype="text/html";\n\tboundary="b"\n\n--b\nContent-Type: text/html\n'
        "Content-Transfer-Encoding: quoted-printable\n\n<html><body><p>That =C2=A35 be spent on "
        "the strategy</p></body></html>\n--b--\n"
    )

    assert read(content.encode()).text == "That £5 be spent on the strategy"


def test_cells_share_a_line_where_they_are_short_and_follow_one_another_where_not():
    long = "That the strategy be approved. " * 8
    markup = (
        f"<table><tr><th>For</th><th>Against</th><th>Abstained</th></tr>"
        f"<tr><td>12</td><td>That the minutes be agreed</td></tr>"
        f"<tr><td>{long}</td><td>{long}</td></tr></table>"
    )

    assert text_of_html(markup).split("\n") == [
        "For | Against | Abstained",
        "",
        "12 That the minutes be agreed",
        long.strip(),
        long.strip(),
    ]


# modern.gov

GET_MEETING = """<meeting><meetingid>5361</meetingid><meetingdate>20/12/2018</meetingdate>
<agendaitems>
<agendaitem><agendaitemid>1</agendaitemid><fulldisplaynumberformat>5.</fulldisplaynumberformat>
<agendaitemtitle>IMT update</agendaitemtitle><isrestricted>{restricted}</isrestricted>
<isdisplayallowed>{shown}</isdisplayallowed><isminutepublished>True</isminutepublished>
<minutesnonemptyhtmlbody>&amp;lt;p&amp;gt;RESOLVED&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;That the price
of widgets be agreed &amp;amp;amp; noted&amp;lt;/p&amp;gt;</minutesnonemptyhtmlbody></agendaitem>
<agendaitem><agendaitemid>2</agendaitemid><fulldisplaynumberformat>6.</fulldisplaynumberformat>
<agendaitemtitle>Close of the Board’s meeting</agendaitemtitle><isrestricted>False</isrestricted>
<isdisplayallowed>True</isdisplayallowed></agendaitem></agendaitems></meeting>"""


def test_modern_gov_xml_gives_each_item_with_its_place():
    found = read(GET_MEETING.format(restricted="False", shown="True").encode())

    assert found.text == (
        "5. IMT update\n\nMinutes:\n\nRESOLVED\n\nThat the price of widgets be agreed & noted\n\n"
        "6. Close of the Board’s meeting"
    )
    assert [name for _, name in found.places] == ["item 5", "item 6"]
    assert found.meeting_on == date(2018, 12, 20)


@pytest.mark.parametrize(("restricted", "shown"), [("True", "True"), ("False", "False")])
def test_the_text_of_a_restricted_item_is_never_taken(restricted, shown):
    found = read(GET_MEETING.format(restricted=restricted, shown=shown).encode())

    assert "widgets" not in found.text
    assert "RESOLVED" not in found.text
    assert "This item is not open to the public, and its text is left out." in found.text
