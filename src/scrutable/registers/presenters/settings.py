"""What each setting of a policy is called, and the words that some of them take; pure."""

from collections.abc import Mapping

from scrutable.kernel.wording import capital, list_words

LABELS: Mapping[str, str] = {
    "trailing_months": "Months that a KPI’s record reaches back",
    "least_run": "Misses in a row that reports tell as a run",
    "misses.entry_misses": "Misses in a row that put a KPI on the list",
    "misses.mitigated_counts": "A miss under mitigation counts as a miss",
    "misses.exit": "What takes a KPI that kept missing off the list",
    "misses.gravity": "How grave a KPI that keeps missing is",
    "below_minimum.entry_misses": "Months below minimum that put a KPI on the list",
    "below_minimum.mitigated_counts": "A month below minimum counts under mitigation too",
    "below_minimum.exit": "What takes a KPI that was below minimum off the list",
    "below_minimum.gravity": "How grave a KPI below minimum is",
    "mitigation.longest_months": "Months after which a mitigation needs a look",
    "mitigation.most_renewals": "Renewals after which a mitigation needs a look",
    "mitigation.most_slips": "Slips of its fix after which a mitigation needs a look",
    "mitigation.lapse_within_days": "Days before a mitigation lapses that it is named",
    "late_return.grave_after_days": "Days after which a late return is serious",
    "forecast.breach_within_months": "Months ahead that a breach by the trend is named",
    "money.credit_pounds": "Service credit of a month, in pounds, that needs a look",
    "dates.notice_within_days": "Days before the last day to give notice that it is named",
    "dates.exercise_within_days": "Days before an extension must be taken up that it is named",
    "dates.end_within_days": "Days before a contract ends that it is named",
    "fewest_months": "Fewest measured months that give a forecast",
    "most_months": "Months that the trend looks back",
    "spread": "Width of the fan, in standard errors of a month",
    "name": "The council’s name",
    "board": "The body that reports go to",
    "contact": "Where readers may write",
    "colour": "Colour of the council’s name",
}
CHOICES: Mapping[str, Mapping[str, str]] = {
    "exit": {"met": "A month that meets the target", "not_missed": "Any month without a miss"},
    "gravity": {"note": "Note", "concern": "Concern", "serious": "Serious", "grave": "Grave"},
}


def label(key: str) -> str:
    """Return what the setting is called.

    >>> label("misses.entry_misses"), label("passed_over")
    ('Misses in a row that put a KPI on the list', 'Passed over')
    """
    return LABELS.get(key, capital(key.replace(".", ": ").replace("_", " ")))


def choices(key: str) -> Mapping[str, str]:
    """Return the values that the setting takes, each with its words; none where any will do."""
    return CHOICES.get(key.rpartition(".")[2], {})


def setting_words(key: str, value: object) -> str:
    """Return one setting in words; an empty one says so.

    >>> setting_words("misses.exit", "met"), setting_words("x", True), setting_words("contact", "")
    ('A month that meets the target', 'Yes', 'Not set')
    """
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, (list, tuple)):
        return list_words([str(one).replace("_", " ") for one in value]) or "None"
    text = str(value)
    return choices(key).get(text, text) if text.strip() else "Not set"
