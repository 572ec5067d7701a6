"""Asking a modern.gov web service, within limits of time and size; the address is the council's."""

from datetime import date

import httpx

from scrutable.meetings.intake.modern_gov import MOST_BYTES

SECONDS = 30.0
SERVICE = "mgWebService.asmx"


class ServiceSilent(Exception):
    """The service did not answer, or not with what was asked for."""


class Service:
    """One council's service; answers are the bytes of its XML. Used as a context manager."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/").removesuffix(f"/{SERVICE}")
        if not self.address.startswith(("https://", "http://")):
            raise ServiceSilent(
                f"“{address}” is no address. Give one such as https://democracy.council.gov.uk."
            )
        self._client = httpx.Client(
            timeout=SECONDS, follow_redirects=False, headers={"User-Agent": "Scrutable"}
        )

    def __enter__(self) -> "Service":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def committees(self) -> bytes:
        """Return the list of committees."""
        return self._get("GetCommittees", {"lDummy": "0"})

    def visits(self, committee: int, first: date, last: date) -> bytes:
        """Return the committee's meetings between the days."""
        asked = {
            "lCommitteeId": str(committee),
            "sFromDate": f"{first:%d/%m/%Y}",
            "sToDate": f"{last:%d/%m/%Y}",
        }
        return self._get("GetMeetings", asked)

    def meeting(self, number: int) -> bytes:
        """Return one meeting with its agenda."""
        return self._get("GetMeeting", {"lMeetingId": str(number)})

    def _get(self, method: str, asked: dict[str, str]) -> bytes:
        """Return the answer's bytes; raises ServiceSilent in words."""
        url = f"{self.address}/{SERVICE}/{method}"
        try:
            with self._client.stream("GET", url, params=asked) as answer:
                if answer.status_code != httpx.codes.OK:
                    raise ServiceSilent(_refused(method, answer.status_code))
                return _within_limits(method, answer)
        except httpx.HTTPError as fault:
            raise ServiceSilent(
                f"{self.address} did not answer {method} ({fault}). Check MODERN_GOV_URL."
            ) from fault


def _within_limits(method: str, answer: httpx.Response) -> bytes:
    content = bytearray()
    for part in answer.iter_bytes():
        content += part
        if len(content) > MOST_BYTES:
            most = f"{MOST_BYTES / 1_000_000:,.0f} MB"
            raise ServiceSilent(f"{method} answered with more than {most}. Ask for fewer days.")
    return bytes(content)


def _refused(method: str, status: int) -> str:
    if status in (httpx.codes.FORBIDDEN, httpx.codes.UNAUTHORIZED):
        return (
            f"The service refuses {method} ({status}). "
            "Ask whoever looks after modern.gov to switch its web service on."
        )
    return f"The service answered {method} with {status}. Try again, or check MODERN_GOV_URL."
