"""The forms that load minutes, and that correct, strike and add their limbs."""

from scrutable.meetings.forms.minutes.limbs import AddForm, SettleForm, StrikeForm, begun_with
from scrutable.meetings.forms.minutes.loading import LoadForm

__all__ = ["AddForm", "LoadForm", "SettleForm", "StrikeForm", "begun_with"]
