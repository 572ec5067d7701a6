"""What needs a person's eye, and why; pure. Every number comes from the policy "attention"."""

from scrutable.contracts.rules.attending.items import attention
from scrutable.contracts.rules.attending.watched import Watched

__all__ = ["Watched", "attention"]
