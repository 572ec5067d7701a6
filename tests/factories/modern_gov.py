"""A modern.gov web service on this machine: answers with the shapes that councils' have."""

import threading
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

COMMITTEES = """<?xml version="1.0" encoding="utf-8"?>
<committees><committeescount>2</committeescount>
<committee><committeeid>137</committeeid>
<committeetitle>Overview &amp;amp; Scrutiny Management Board</committeetitle>
<committeecategory>Scrutiny</committeecategory><committeedeleted>False</committeedeleted>
<committeeexpired>False</committeeexpired></committee>
<committee><committeeid>9</committeeid><committeetitle>Old Panel</committeetitle>
<committeecategory/><committeedeleted>False</committeedeleted>
<committeeexpired>True</committeeexpired></committee></committees>"""
VISITS = """<getmeetings><meetingscount>1</meetingscount><committee><committeeid>137</committeeid>
<committeetitle>Overview &amp;amp; Scrutiny Management Board</committeetitle><committeemeetings>
<meeting><meetingid>5361</meetingid><meetingdate>24/09/2026</meetingdate><meetingtime>10.00 am
</meetingtime><meetingstatus>Confirmed</meetingstatus><iswebcast>False</iswebcast></meeting>
</committeemeetings></committee></getmeetings>"""
MINUTES = """<p>The Board considered the report.</p><p><b>RESOLVED</b></p>
<p>(1)&nbsp; That the report be noted.</p>
<p>(2)&nbsp; That the Head of Digital bring a further report to the Board in January 2027.</p>"""
DECISION = "<p>That the strategy be approved.</p>"
SECRET = "MARK-7781 the price is secret"


def item(number, title, *, restricted=False, decision="", minutes=""):
    """Return an agenda item; its bodies are encoded twice, as the service does it."""

    def twice(text):
        return escape(escape(text))

    return f"""<agendaitem><agendaitemid>{number}</agendaitemid>
<agendaitemnumber>{number - 10000}</agendaitemnumber>
<fulldisplaynumberformat>{number - 10070}.</fulldisplaynumberformat>
<agendaitemtitle>{twice(title)}</agendaitemtitle>
<agendatext>{twice("<p>A report.</p>")}</agendatext>
<isrestricted>{restricted}</isrestricted><isdisplayallowed>True</isdisplayallowed>
<isdecision>{bool(decision)}</isdecision>
<isdecisionpublished>{bool(decision)}</isdecisionpublished>
<isminutepublished>{bool(minutes)}</isminutepublished>
<minutesnonemptyhtmlbody>{twice(minutes)}</minutesnonemptyhtmlbody>
<decisionnonemptyhtmlbody>{twice(decision)}</decisionnonemptyhtmlbody>
<linkeddocuments><linkeddoc><attachmentid>1</attachmentid><title>Report</title>
<url>/documents/s24000/report.pdf</url><isrestricted>False</isrestricted></linkeddoc>
</linkeddocuments></agendaitem>"""


MEETING = f"""<meeting><meetingid>5361</meetingid><meetingdate>24/09/2026</meetingdate>
<meetingtime>10.00 am</meetingtime><meetingstatus>Confirmed</meetingstatus>
<meetinglocation>Committee Room One</meetinglocation><iswebcast>False</iswebcast>
<isdisplayallowed>True</isdisplayallowed><agendapublished>True</agendapublished>
<decisionpublished>True</decisionpublished><minutepublished>True</minutepublished>
<agendaitems>{item(10076, "Performance &amp; credits", minutes=MINUTES)}
{item(10077, "Contract prices", restricted=True, minutes=SECRET, decision=SECRET)}
{item(10078, "IT strategy", decision=DECISION)}</agendaitems>
<attendees><attendee membertype="U" memberid="512" name="Councillor A Example"
 roledescription="Chairman" attendance="Present" politicalparty="" ward=""/>
<attendee membertype="U" memberid="513" name="Councillor B Sample" roledescription="Member"
 attendance="Apologies" politicalparty="" ward=""/>
<attendee membertype="U" memberid="514" name="Councillor C Model" roledescription="Member"
 attendance="Expected" politicalparty="" ward=""/></attendees></meeting>"""
ANSWERS = {"GetCommittees": COMMITTEES, "GetMeetings": VISITS, "GetMeeting": MEETING}


@contextmanager
def served(answers=None, status=200):
    """Serve the answers by method and yield the address and the list of what was asked."""
    answers = ANSWERS | (answers or {})
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            address = urlsplit(self.path)
            method = address.path.rpartition("/")[2]
            asked.append((method, parse_qs(address.query)))
            content = answers[method].encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/xml; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
