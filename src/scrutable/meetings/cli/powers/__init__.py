"""`scrutable meetings`: delegations with their uses, recommendations with their answers."""

from scrutable.meetings.cli.powers.delegating import (
    delegate,
    delegations,
    end_delegation,
    use_delegation,
)
from scrutable.meetings.cli.powers.recommending import (
    notice_recommendation,
    publish_answer,
    recommend,
    recommendations,
    respond,
)

COMMANDS = (
    delegations,
    delegate,
    use_delegation,
    end_delegation,
    recommendations,
    recommend,
    notice_recommendation,
    respond,
    publish_answer,
)

__all__ = ["COMMANDS"]
