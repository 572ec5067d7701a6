"""The shape of suppliers, contracts and policies as people send them; nothing here saves."""

from scrutable.registers.forms.contracts import ContractForm, SupplierForm, filled
from scrutable.registers.forms.policies import PolicyForm, gathered, spread

__all__ = ["ContractForm", "PolicyForm", "SupplierForm", "filled", "gathered", "spread"]
