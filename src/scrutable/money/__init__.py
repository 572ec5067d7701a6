"""What IT costs and who decided on it: budgets, approvals, spend, allocation to areas, savings."""
