"""The shape of what people send about contracts; nothing here saves."""

from scrutable.contracts.forms.kpis import KpiForm, filled
from scrutable.contracts.forms.matters import MatterForm
from scrutable.contracts.forms.mitigations import GrantForm, RenewForm, WithdrawForm
from scrutable.contracts.forms.money import ChargeForm, ReliefForm, TermsForm
from scrutable.contracts.forms.results import CorrectionForm, ReasonForm
from scrutable.contracts.forms.returns import SendForm

__all__ = [
    "ChargeForm",
    "CorrectionForm",
    "GrantForm",
    "KpiForm",
    "MatterForm",
    "ReasonForm",
    "ReliefForm",
    "RenewForm",
    "SendForm",
    "TermsForm",
    "WithdrawForm",
    "filled",
]
